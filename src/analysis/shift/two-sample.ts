import { normalQuantile, studentTail } from "../numbers/distributions.ts";
import type { Moments } from "../numbers/moments.ts";

export interface MeanTest {
  readonly pValue: number;
  /** Mean now less mean before. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Welch's test: has the mean of a measure changed between two weeks? Give it values winsorised at a high quantile, so
 * that one wholesaler decides nothing.
 *
 * @throws {RangeError} When a sample has fewer than two values.
 * @returns p-value 1 when neither sample varies and the means are equal, 0 when they differ.
 * @see Welch (1947), Biometrika 34. R: `t.test`.
 * @example
 * welch({ count: 9, mean: 5, variance: 4 }, { count: 9, mean: 5, variance: 9 }).pValue; // => 1
 */
export function welch(before: Moments, now: Moments, level = 0.9): MeanTest {
  if (before.count < 2 || now.count < 2) throw new RangeError("a mean is compared from two values on");
  const difference = now.mean - before.mean;
  const a = before.variance / before.count;
  const b = now.variance / now.count;
  const error = Math.sqrt(a + b);
  if (error === 0) return { pValue: difference === 0 ? 1 : 0, difference, low: difference, high: difference };
  const freedom = (a + b) ** 2 / (a ** 2 / (before.count - 1) + b ** 2 / (now.count - 1));
  const margin = error * studentQuantile((1 + level) / 2, freedom);
  return {
    pValue: Math.min(1, 2 * studentTail(Math.abs(difference) / error, freedom)),
    difference,
    low: difference - margin,
    high: difference + margin,
  };
}

/**
 * The number that a Student one stays below with a chance of `p` above a half.
 *
 * @see Bisection between the normal quantile and a bound that grows until it is passed.
 * @example
 * Math.round(studentQuantile(0.975, 10) * 1e6); // => 2228139
 */
function studentQuantile(p: number, freedom: number): number {
  let low = normalQuantile(p);
  let high = 2 * low + 1;
  while (studentTail(high, freedom) > 1 - p) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentTail(middle, freedom) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
