import { scaleToUnit } from "../features/learn-preprocessing.ts";
import type { Preprocessing } from "../features/preprocessing.ts";
import { quantiles } from "../numbers/statistics.ts";

/**
 * How a variable is preprocessed that a person named: missing values get the median, the lowest and the highest 0.5 % are
 * pulled in, mean 0 and population standard deviation 1. Never a logarithm: whoever names variables has a model in
 * mind, and the published ones are linear in the amounts as they are.
 *
 * @param values n values in the feature's unit, NaN where missing.
 * @returns Undefined where the values do not vary. A flag is not limited, however rare.
 * @see Tukey (1962), "The future of data analysis" (winsorising). O(n log n).
 * @example
 * plainPreprocessing(Float64Array.of(1, 2, NaN, 3))?.transform; // => "none"
 */
export function plainPreprocessing(values: Float64Array): Preprocessing | undefined {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  const [least, most] = [present[0], present.at(-1)];
  if (least === undefined || most === undefined || least === most) return undefined;
  const [low, fill, high] = quantiles(present, [0.005, 0.5, 0.995]) as [number, number, number];
  const isLimited = low < high && present.some((value) => value !== least && value !== most);
  const [lower, upper] = isLimited ? [low, high] : [least, most];
  return scaleToUnit({ fill, transform: "none", shift: 0, lower, upper, centre: 0, scale: 1 }, values);
}
