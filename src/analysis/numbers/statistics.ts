import { at } from "../../lib/at.ts";

/**
 * Arithmetic mean.
 *
 * @throws {RangeError} When there is no value.
 * @example
 * mean([1, 2, 6]); // => 3
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError("the mean needs at least one value");
  return sum(values) / values.length;
}

/**
 * Sum of the values; 0 for none.
 *
 * @example
 * sum([1, 2, 6]); // => 9
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] ?? Number.NaN;
  return total;
}

/**
 * Variance with divisor n - 1.
 *
 * Two passes: the one-pass formula loses all digits when the mean is large against the spread.
 *
 * @throws {RangeError} When there are fewer than two values.
 * @example
 * variance([1, 2, 6]); // => 7
 */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) throw new RangeError("the variance needs at least two values");
  const center = mean(values);
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) {
    squares += ((values[index] ?? Number.NaN) - center) ** 2;
  }
  return squares / (values.length - 1);
}

/**
 * Standard deviation with divisor n - 1, in the values' unit.
 *
 * @throws {RangeError} When there are fewer than two values.
 * @example
 * deviation([1, 2, 3]); // => 1
 */
export function deviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/**
 * Quantiles by linear interpolation between order statistics.
 *
 * @param shares Each in [0, 1]; 0.5 is the median.
 * @throws {RangeError} When there is no value, or a share lies outside [0, 1].
 * @see Hyndman & Fan (1996), definition 7: the default of R and NumPy. O(n log n).
 * @example
 * quantiles([1, 2, 3, 4, 5], [0, 0.25, 1]); // => [1, 2, 5]
 */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError("a quantile needs at least one value");
  const sorted = Float64Array.from(values).sort();
  return shares.map((share) => {
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`a quantile's share lies in [0, 1], not at ${share}`);
    const position = (sorted.length - 1) * share;
    const below = Math.floor(position);
    const low = at(sorted, below);
    return low + (position - below) * (at(sorted, Math.ceil(position)) - low);
  });
}

/**
 * Median: half of the values lie below it.
 *
 * @throws {RangeError} When there is no value.
 * @example
 * median([5, 1, 2]); // => 2
 */
export function median(values: ArrayLike<number>): number {
  return at(quantiles(values, [0.5]), 0);
}

/**
 * The factor of a 95 % interval: the .975 quantile of Student's t.
 *
 * @param freedom Degrees of freedom, at least 3 (the error is then below 0.5 %; from 10 on below 1e-4).
 * @throws {RangeError} Below 3 degrees of freedom.
 * @see Abramowitz & Stegun (1964), 26.7.5 (expansion in 1/freedom about the normal quantile).
 * @example
 * studentFactor(Infinity).toFixed(3); // => "1.960"
 */
export function studentFactor(freedom: number): number {
  if (!(freedom >= 3))
    throw new RangeError(`Student's factor needs at least 3 degrees of freedom, got ${freedom}`);
  const z = 1.959963984540054;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((total, term, index) => total + term / freedom ** (index + 1), z);
}
