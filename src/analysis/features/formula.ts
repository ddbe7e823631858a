import type { Feature } from "./feature.ts";
import type { SetAside } from "./report.ts";

/** How a feature is computed from the base; db/features/feature-expressions.ts turns it into SQL. */
export type Formula =
  | { readonly from: "orders"; readonly measure: OrderMeasure }
  /** Part of the money spent through a channel, in [0, 1]. */
  | { readonly from: "channel"; readonly channel: string }
  | { readonly from: "events"; readonly kind: string; readonly measure: "count" | "recency" | "sum" }
  /** Campaigns that the customer answered, but for one; missing for someone who was never asked. */
  | { readonly from: "responses"; readonly without?: string }
  /** A number, or a yes or no as 1 or 0. */
  | { readonly from: "attribute"; readonly attribute: string }
  /** Full years from a year or a date to the day of the features. */
  | { readonly from: "age"; readonly attribute: string; readonly written: "year" | "date" }
  /** Days from a date to the day of the features. */
  | { readonly from: "days"; readonly attribute: string }
  /** 1 where a text is the level, 0 where it is another. */
  | { readonly from: "level"; readonly attribute: string; readonly level: string }
  /** 1 where a text is none of the levels. */
  | { readonly from: "otherLevel"; readonly attribute: string; readonly levels: readonly string[] }
  /** Sum of numbers; a missing one counts 0 unless all are missing. */
  | { readonly from: "sum"; readonly attributes: readonly string[] }
  | { readonly from: "ratio"; readonly over: readonly string[]; readonly under: readonly string[] }
  /** Adults (two where the text is one of the levels of a couple) and children. */
  | {
      readonly from: "household";
      readonly children: readonly string[];
      readonly couple: { readonly attribute: string; readonly levels: readonly string[] } | undefined;
    };

/**
 * What is measured from order lines. Sales are net of what was given back, and an order that was given back as a whole
 * does not count: one whose returns under its own number reach its money, or every order of a customer whose returns in
 * all do. Money is in currency units (cents / 100), as the number of a customers' file would be.
 */
export type OrderMeasure =
  /** Whole days from the day of the last order that was kept to the day of the features; missing without one. */
  | "recency"
  /** Distinct orders that were kept. */
  | "frequency"
  /** Net sales: below 0 where more came back than was bought. */
  | "monetary"
  /** What was given back, a positive sum. */
  | "returned"
  /** Net sales per order that was kept. */
  | "averageOrder"
  /** Pieces kept per order that was kept. */
  | "basket"
  /** Part of the money bought that was returned or canceled, in [0, 1]. */
  | "returnsShare"
  /** Whole days from the day of the first order that was kept. */
  | "tenure"
  /** Distinct products that were bought. */
  | "variety";

/** A feature that can be made, before its values are known. */
export interface PlannedFeature {
  readonly feature: Omit<Feature, "transform" | "setAside">;
  readonly formula: Formula;
  /** Whether it may form segments, or why not. */
  readonly use: "forms" | SetAside;
  /** Where `use` is `part`: the total it is part of. */
  readonly instead?: string;
  /** A missing value means that it never happened: it counts as the longest time, not as the median. */
  readonly never?: true;
}
