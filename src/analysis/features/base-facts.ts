import type { Day } from "../../lib/day.ts";

/** What the base holds about its customers, counted: enough to decide which features can be made. */
export interface BaseFacts {
  /** The day of the last order or event, `YYYY-MM-DD` in UTC; null without any. */
  readonly lastDay: Day | null;
  /** Undefined where there are no orders. */
  readonly orders: OrderFacts | undefined;
  /** Kinds of events, most frequent first. */
  readonly events: readonly EventFacts[];
  /** Whether past answers to campaigns are known. */
  readonly responses: boolean;
  /** The latest campaign of several, the one that is to be predicted; missing where only one or none is known. */
  readonly latestCampaign?: string;
  readonly attributes: readonly AttributeFacts[];
}

export interface OrderFacts {
  /** Whether any line names a product. */
  readonly products: boolean;
  readonly returns: boolean;
  /** Channels of purchases, most frequent first. */
  readonly channels: readonly string[];
}

export interface EventFacts {
  readonly kind: string;
  /** Whether the events' values differ, so that their sum says more than their count. */
  readonly valued: boolean;
}

/** One column of the customers' file, over up to 20,000 customers. */
export interface AttributeFacts {
  readonly name: string;
  /** `flag` is yes or no, or a number that is only 0 or 1. */
  readonly kind: "number" | "flag" | "date" | "text";
  /** Part of the customers who have a value, in [0, 1]. */
  readonly filled: number;
  /** How many different values there are. */
  readonly distinct: number;
  /** Of a number column: whether all are whole, and the range; null for other kinds. */
  readonly whole: boolean | null;
  readonly smallest: number | null;
  readonly largest: number | null;
  /** Of a date column: its latest day; null for other kinds. */
  readonly latest: Day | null;
  /** Of a text column with at most 50 different values: its levels, most frequent first; else empty. */
  readonly levels: readonly { readonly level: string; readonly share: number }[];
}
