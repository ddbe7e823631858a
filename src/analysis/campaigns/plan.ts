import type { Goal } from "../response/goals.ts";

/** How a plan draws its line. */
export type Criterion =
  | { readonly kind: "goal"; readonly goal: Goal }
  | { readonly kind: "top"; readonly people: number }
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "threshold"; readonly threshold: number }
  /** By profit, from the money below. */
  | { readonly kind: "profit" };

/** Whom a campaign will contact, and what was promised of it when it was made. */
export interface PlanDefinition {
  readonly criterion: Criterion;
  readonly segmentId: number | undefined;
  /** Contact from this probability on, at most so many. */
  readonly threshold: number;
  readonly limit: number | undefined;
  readonly people: number;
  readonly expectedAnswers: number;
  /** In currency units. */
  readonly money: { readonly cost: number; readonly value: number; readonly budget?: number } | undefined;
}
