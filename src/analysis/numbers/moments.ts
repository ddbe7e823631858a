/** Enough of a sample to compare its mean: the database aggregates, nobody's row travels. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Variance with n - 1; 0 for a single value. */
  readonly variance: number;
}

/**
 * The moments of several samples taken together: from the groups to all, without another pass over the rows.
 *
 * @param groups Any number, empty ones among them.
 * @returns Undefined where no group has a value.
 * @see Chan, Golub & LeVeque (1983), "Algorithms for computing the sample variance", The American Statistician 37.
 * @example
 * poolMoments([{ count: 2, mean: 1, variance: 2 }, { count: 1, mean: 4, variance: 0 }]); // => { count: 3, mean: 2, variance: 4 }
 */
export function poolMoments(groups: readonly Moments[]): Moments | undefined {
  const some = groups.filter(({ count }) => count > 0);
  const count = some.reduce((sum, group) => sum + group.count, 0);
  if (count === 0) return undefined;
  const mean = some.reduce((sum, group) => sum + (group.count / count) * group.mean, 0);
  const squares = some.reduce(
    (sum, group) => sum + (group.count - 1) * group.variance + group.count * (group.mean - mean) ** 2,
    0,
  );
  return { count, mean, variance: count === 1 ? 0 : squares / (count - 1) };
}
