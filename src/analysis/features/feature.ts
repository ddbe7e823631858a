import type { Localized } from "../../lib/locale.ts";
import type { SetAside } from "./report.ts";

/** One number per customer: what it is called, what it measures, and how it was made. */
export interface Feature {
  /** Stable, lower case, for commands and CSV headers: `recency_days`, `total_amount`, `income`. */
  readonly name: string;
  /** For people, in sentence case without a unit: "Days since last order". */
  readonly labels: Localized;
  readonly unit: "days" | "years" | "count" | "money" | "share" | "flag" | "score" | "none";
  /**
   * Where it belongs: `behaviour` is what customers do and may be the base of a segmentation and leave in an audience;
   * `attribute` is what they are; `category` is one level of a text column (0 or 1); `response` is an answer to a
   * campaign: never used to form segments.
   */
  readonly family: "behaviour" | "attribute" | "category" | "response";
  /** How skew is preprocessed before scaling: `preprocessing.ts`. */
  readonly transform: "none" | "log";
  /** Why it is not used to form segments; undefined when it is. */
  readonly setAside?: SetAside;
}
