/**
 * Population stability index: how far a distribution has moved from the one a model was trained on.
 *
 * @param expected Shares per bin at training, summing to 1.
 * @param actual Shares per bin now, the same bins.
 * @returns A number from 0; below 0.1 nothing to see, above 0.25 the model should be retrained.
 * @throws {RangeError} When the bins differ in number.
 * @see Siddiqi (2006), "Credit Risk Scorecards", chapter 9. Empty bins count as half a per mille. O(bins).
 * @example
 * populationStability([0.5, 0.5], [0.5, 0.5]); // => 0
 */
export function populationStability(expected: readonly number[], actual: readonly number[]): number {
  if (expected.length !== actual.length) {
    throw new RangeError(`${expected.length} bins cannot be compared with ${actual.length}`);
  }
  const floor = 0.0005;
  return expected.reduce((sum, share, bin) => {
    const before = Math.max(share, floor);
    const now = Math.max(actual[bin] as number, floor);
    return sum + (now - before) * Math.log(now / before);
  }, 0);
}
