/** A group of customers in numbers; the lists have one entry per feature of the feature set. */
export interface GroupStatistics {
  readonly size: number;
  /** Means of the raw values, missing ones left out; NaN-free: null where no customer has a value. */
  readonly means: readonly (number | null)[];
  /** Standard deviations (n - 1) of the raw values; null where fewer than two customers have a value. */
  readonly deviations: readonly (number | null)[];
  /** How many customers have a value. */
  readonly counts: readonly number[];
}
