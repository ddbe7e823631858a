import { at } from "../../lib/at.ts";

export type Range = { readonly from: number; readonly to: number };

/** Values with how often each occurs. */
type Counted = readonly (readonly [value: number, count: number])[];

/**
 * Tukey's outer fences: three interquartile ranges beyond the quartiles. For a skewed column (Bowley's coefficient
 * above 0.3, nothing negative between the quartiles) they are drawn on the logarithm, or half of an ordinary list of
 * amounts would be called outlying.
 *
 * @returns undefined for a column without spread between its quartiles, or with fewer than 20 values.
 * @see Tukey (1977), Exploratory Data Analysis, ch. 2; Bowley (1901) for the skewness of quartiles.
 * @example
 * farOut(Array.from({ length: 21 }, (_, value) => [value, 1] as const)); // => { from: -25, to: 45 }
 */
export function outliers(values: Counted): Range | undefined {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const count = sorted.reduce((sum, [, times]) => sum + times, 0);
  if (count < 20) return undefined;
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, count, share));
  if (low === undefined || middle === undefined || high === undefined || low === high) return undefined;
  const skew = (high + low - 2 * middle) / (high - low);
  if (skew <= 0.3 || low < 0) return { from: low - 3 * (high - low), to: high + 3 * (high - low) };
  const spread = Math.log1p(high) - Math.log1p(low);
  const to = Math.expm1(Math.log1p(high) + 3 * spread);
  // What is given back mirrors what is bought: the same limit on both sides of zero.
  return { from: -to, to };
}

/** The value below which this share of the cells lies: the nearest rank. */
function quantile(sorted: Counted, count: number, share: number): number {
  const rank = Math.ceil(share * count);
  let seen = 0;
  for (const [value, times] of sorted) {
    seen += times;
    if (seen >= rank) return value;
  }
  return at(sorted, sorted.length - 1)[0];
}
