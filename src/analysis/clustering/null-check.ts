import { at } from "../../lib/at.ts";
import { columnOf, type Matrix, takeRows } from "../numbers/matrix.ts";
import { createRandom, derivedSeed, type Random, sampleRows } from "../numbers/random.ts";
import { deviation, mean } from "../numbers/statistics.ts";
import { kMeans } from "./k-means.ts";
import { pca, type PrincipalComponents, project, restore } from "./pca.ts";
import { silhouette } from "./silhouette.ts";

/** Whether a division into k shows groups, or only cuts one cloud into k pieces. */
export interface NullCheck {
  readonly naturalGroups: boolean;
  /** Mean silhouette of the rows that were compared. */
  readonly silhouette: number;
  /** The best silhouette that the same method found on data without groups. */
  readonly bestWithoutGroups: number;
  /** Part of the data sets without groups that did as well, in (0, 1]; groups need .05 or less, and a gain of .02. */
  readonly pValue: number;
}

export interface NullCheckOptions {
  readonly seed: number;
  /** Data sets without groups of each of the two kinds; 19 by default: then only better than all of them is significant. */
  readonly references?: number;
  /** At most this many rows take part; 600 by default. */
  readonly rows?: number;
  readonly onStep?: (done: number, total: number) => void;
}

/** A smaller gain in silhouette over data without groups is no finding, however significant. */
const leastGain = 0.02;

/**
 * Do the customers form groups at all? The silhouette of their division into k is compared with that of data made without
 * groups: even scatter in the box of the principal components, and one skewed cloud with the same correlations.
 *
 * A silhouette has no fixed border for "no groups": even scatter reaches .4 in the plane, one long cloud .5 at k 2. Both
 * references are needed, since each is easier to cut than the other on some data.
 *
 * @param points n × p, finite and scaled.
 * @param k The number of segments in question.
 * @see Tibshirani, Walther & Hastie (2001), "Estimating the number of clusters via the gap statistic", JRSS B 63 (uniform
 *   reference (b)); Liu et al. (2008), "Statistical significance of clustering", JASA 103 (one Gaussian as reference).
 * @example
 * nullCheck(matrixOf([[0], [1], [2], [3], [90], [91], [92], [93]]), 2, { seed: 7 }).naturalGroups; // => true
 */
export function nullCheck(points: Matrix, k: number, options: NullCheckOptions): NullCheck {
  const { seed, references = 19, rows = 600, onStep } = options;
  const sample = takeRows(points, sampleRows(createRandom(seed), points.rows, rows));
  const observed = separation(sample, k, seed);
  const cloud = describeCloud(sample, seed);
  const without: { readonly even: number; readonly cloud: number }[] = [];
  for (let reference = 0; reference < references; reference += 1) {
    const random = createRandom(derivedSeed(seed, reference));
    const even = separation(evenScatter(cloud, sample.rows, random), k, seed);
    without.push({ even, cloud: separation(oneCloud(cloud, sample.rows, random), k, seed) });
    onStep?.(reference + 1, references);
  }
  const evens = without.map((each) => each.even);
  const clouds = without.map((each) => each.cloud);
  const pValue = Math.max(pValueOf(observed, evens), pValueOf(observed, clouds));
  const bestWithoutGroups = Math.max(...evens, ...clouds);
  const naturalGroups = pValue <= 0.05 && observed - bestWithoutGroups >= leastGain;
  return { naturalGroups, silhouette: observed, bestWithoutGroups, pValue };
}

function separation(points: Matrix, k: number, seed: number): number {
  const { labels } = kMeans(points, k, { seed, starts: 2, scouts: 3 });
  return silhouette(points, labels, { seed }).mean;
}

/** Monte Carlo: the observed value counts as one of its own references (Davison & Hinkley 1997, 4.2). */
function pValueOf(observed: number, references: readonly number[]): number {
  const asGood = references.filter((value) => value >= observed).length;
  return (1 + asGood) / (1 + references.length);
}

/** What the references share with the data: directions, ranges and deviations on them, and the skew of each column. */
interface Cloud {
  readonly components: PrincipalComponents;
  readonly ranges: readonly (readonly [number, number])[];
  readonly spreads: readonly number[];
  readonly columns: readonly {
    readonly mean: number;
    readonly deviation: number;
    readonly skewness: number;
  }[];
}

function describeCloud(points: Matrix, seed: number): Cloud {
  const components = pca(points, Math.min(points.rows, points.columns), seed);
  const codes = project(points, components);
  const along = Array.from({ length: codes.columns }, (_, component) => columnOf(codes, component));
  return {
    components,
    ranges: along.map((values) => [
      values.reduce((a, b) => Math.min(a, b)),
      values.reduce((a, b) => Math.max(a, b)),
    ]),
    spreads: along.map((values) => deviation(values)),
    columns: Array.from({ length: points.columns }, (_, column) => shapeOf(columnOf(points, column))),
  };
}

function shapeOf(values: Float64Array) {
  const center = mean(values);
  const spread = deviation(values);
  const skewness = spread === 0 ? 0 : mean(values.map((value) => ((value - center) / spread) ** 3));
  return { mean: center, deviation: spread, skewness };
}

/** Even scatter in the box that the data span along their principal components. */
function evenScatter({ components, ranges }: Cloud, rows: number, random: Random): Matrix {
  const values = new Float64Array(rows * ranges.length).map((_, index) => {
    const [low, high] = at(ranges, index % ranges.length);
    return low + random.next() * (high - low);
  });
  return restore({ rows, columns: ranges.length, values }, components);
}

/** One cloud with the data's correlations whose columns lean as the data's do. */
function oneCloud({ components, spreads, columns }: Cloud, rows: number, random: Random): Matrix {
  const codes = new Float64Array(rows * spreads.length).map(
    (_, index) => random.normal() * at(spreads, index % spreads.length),
  );
  const normal = restore({ rows, columns: spreads.length, values: codes }, components);
  const values = normal.values.map((value, index) => {
    const column = at(columns, index % columns.length);
    return column.deviation === 0
      ? value
      : column.mean + column.deviation * leaning((value - column.mean) / column.deviation, column.skewness);
  });
  return { ...normal, values };
}

/** A normal value as one of a gamma distribution with this skewness (Wilson & Hilferty 1931). */
function leaning(normal: number, skewness: number): number {
  const lean = Math.max(-4, Math.min(4, skewness));
  if (Math.abs(lean) < 1e-6) return normal;
  // The cube of a negative base would fold the short tail back into the cloud.
  const base = Math.max(0, 1 + (lean * normal) / 6 - lean ** 2 / 36);
  return (2 / lean) * (base ** 3 - 1);
}
