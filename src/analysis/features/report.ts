/** What the preprocessing of features found and did, in codes and numbers; a command puts it into words. */
export interface FeatureReport {
  /** Customers that the limits, medians and scales were learned from. */
  readonly customers: number;
  readonly features: readonly FeatureNote[];
}

/** One feature in the report. */
export interface FeatureNote {
  readonly name: string;
  /** Whether it forms segments, or why it does not. */
  readonly use: "used" | SetAside;
  /** The feature that says the same, where `use` is `duplicate`, or the total it is part of, where it is `part`. */
  readonly instead?: string;
  /** Customers without a value, who get the median. */
  readonly missing: number;
  /** Fisher's moment skewness of the raw values, those outlying pulled in; null where the values do not vary. */
  readonly skewness: number | null;
  readonly transform: "none" | "log";
  /** Customers whose value was pulled in to the lower and to the upper limit. */
  readonly pulledUp: number;
  readonly pulledDown: number;
}

/**
 * Why a feature does not form segments: it does not vary (`constant`); more than half of the customers have no value
 * (`sparse`); it says nearly the same as another, |r| > .98 (`duplicate`); it is part of a total that is used
 * (`part`); it is made of others that are used (`derived`); it came after the segmentation was made, or was not asked for (`later`); or it
 * is not behaviour (`category`, `response`, `attribute`).
 */
export type SetAside =
  | "constant"
  | "sparse"
  | "duplicate"
  | "part"
  | "derived"
  | "category"
  | "response"
  | "attribute"
  | "later";
