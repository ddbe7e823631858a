import { at } from "../../lib/at.ts";
import { mean, quantiles, sum } from "../numbers/statistics.ts";
import { limitValue, transformValue, preprocessValue, type Preprocessing } from "./preprocessing.ts";

/** A preprocessing, and what it did to the values it was learned from. */
export interface LearnedPreprocessing {
  readonly preprocessing: Preprocessing;
  /** Values that were missing and got the fill. */
  readonly missing: number;
  /** Fisher's moment skewness of the values before the transform, those outlying pulled in. */
  readonly skewness: number;
  /** Values that were pulled in to the lower and to the upper limit. */
  readonly pulledUp: number;
  readonly pulledDown: number;
}

/**
 * Negative values rarer than this do not move the log: a shift by the one customer who gave back thousands more than they
 * bought would make ordinary sales all alike.
 */
const rareShare = 0.05;

/** Above this a distribution counts as strongly skewed to the right and is measured on a log scale. */
const strongSkewness = 1;

/**
 * Learns how to treat one feature.
 *
 * 1. Missing values get the median; where missing means never (no order yet), the largest value.
 * 2. ln(1 + x) where the skewness is above 1; negative values count as 0 where they are rare, else the log is shifted. It is measured with values beyond the outer fences pulled in, so that
 *    one absurd income does not put all incomes on a log scale; shares and flags are never logged.
 * 3. Values beyond the outer fences (three interquartile ranges from the quartiles) are pulled in to them. Ordinary
 *    data have none beyond (in a normal distribution 1 in 425,000), so ordinary data stay as they are. Where half of
 *    the values are equal and the fences would close on them, the limits are the 0.5 % and 99.5 % quantiles.
 * 4. Mean 0 and population standard deviation 1.
 *
 * @param values n values in the feature's unit, NaN where missing.
 * @param options `never`: missing means that it never happened; `logAllowed` false: a share or a flag.
 * @returns Undefined where the values do not vary: there is no scale, and nothing to tell customers apart by.
 * @see Tukey (1977), "Exploratory Data Analysis", 2C (outer fences); Bulmer (1979), 4 (skewness above 1). O(n log n).
 * @example
 * learnPreprocessing(Float64Array.of(1, 2, NaN, 3), { never: false, logAllowed: true })?.preprocessing.fill; // => 2
 */
export function learnPreprocessing(
  values: Float64Array,
  options: { readonly never: boolean; readonly logAllowed: boolean },
): LearnedPreprocessing | undefined {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  const smallest = present[0];
  if (smallest === undefined || smallest === present.at(-1)) return undefined;
  const skewness = robustSkewness(present);
  const shift = Math.min(0, at(quantiles(present, [rareShare]), 0));
  const transform = options.logAllowed && skewness > strongSkewness ? "log" : "none";
  const fill = at(quantiles(present, [options.never ? 1 : 0.5]), 0);
  const transformed = present.map((value) => transformValue(value, { transform, shift }));
  const limits = winsorisingLimits(transformed);
  const unscaled: Preprocessing = { fill, transform, shift, ...limits, centre: 0, scale: 1 };
  const preprocessing = scaleToUnit(unscaled, values);
  return (
    preprocessing && {
      preprocessing,
      missing: values.length - present.length,
      skewness,
      pulledUp: transformed.filter((value) => value < limits.lower).length,
      pulledDown: transformed.filter((value) => value > limits.upper).length,
    }
  );
}

/** Skewness that one absurd value cannot decide. */
function robustSkewness(sorted: Float64Array): number {
  const limits = winsorisingLimits(sorted);
  return skewnessOf(sorted.map((value) => limitValue(value, limits)));
}

/**
 * Completes a preprocessing with mean and population standard deviation of the values preprocessed by it.
 *
 * @returns Undefined where nothing varies any more.
 * @example
 * scaleToUnit({ fill: 0, transform: "none", shift: 0, lower: 0, upper: 9, centre: 0, scale: 1 }, Float64Array.of(1, 3))?.centre; // => 2
 */
export function scaleToUnit(unscaled: Preprocessing, values: Float64Array): Preprocessing | undefined {
  const preprocessed = values.map((value) => preprocessValue(value, unscaled));
  const centre = mean(preprocessed);
  const scale = Math.sqrt(mean(preprocessed.map((value) => (value - centre) ** 2)));
  // Winsorising may leave one value only: 3 complaints among 2,000 customers.
  return scale > 1e-9 * Math.max(1, Math.abs(centre)) ? { ...unscaled, centre, scale } : undefined;
}

/**
 * Winsorising limits: the outer fences, Q1 - 3 IQR and Q3 + 3 IQR.
 *
 * @param sorted Ascending, without NaN; at least one value.
 * @returns The 0.5 % and 99.5 % quantiles where the quartiles are equal, and no limit at all where those are too or
 *   where there are only two different values (a flag).
 * @example
 * winsorisingLimits(Float64Array.of(1, 2, 3, 4, 5)); // => { lower: -4, upper: 10 }
 */
export function winsorisingLimits(sorted: Float64Array): { readonly lower: number; readonly upper: number } {
  const [least, low, first, third, high, most] = quantiles(sorted, [0, 0.005, 0.25, 0.75, 0.995, 1]) as Six;
  const unlimited = { lower: least, upper: most };
  if (sorted.every((value) => value === least || value === most)) return unlimited;
  const spread = third - first;
  if (spread > 0) return { lower: first - 3 * spread, upper: third + 3 * spread };
  return high > low ? { lower: low, upper: high } : unlimited;
}

type Six = [number, number, number, number, number, number];

/**
 * Fisher's moment skewness, m3 / m2^1.5: 0 for a symmetric distribution, positive with a long right tail.
 *
 * @returns 0 where the values do not vary.
 * @throws {RangeError} When there is no value.
 * @see Joanes & Gill (1998), "Comparing measures of sample skewness and kurtosis", g1.
 * @example
 * skewnessOf(Float64Array.of(0, 0, 3)).toFixed(4); // => "0.7071"
 */
export function skewnessOf(values: Float64Array): number {
  const centre = mean(values);
  const second = sum(values.map((value) => (value - centre) ** 2)) / values.length;
  const third = sum(values.map((value) => (value - centre) ** 3)) / values.length;
  return second === 0 ? 0 : third / second ** 1.5;
}
