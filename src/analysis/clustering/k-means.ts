import { at } from "../../lib/at.ts";
import {
  cell,
  isFiniteThroughout,
  labelAt,
  type Matrix,
  requireFinite,
  rowOf,
  takeRows,
} from "../numbers/matrix.ts";
import { createRandom, derivedSeed, sampleRows } from "../numbers/random.ts";
import { exchangeRows } from "./exchange.ts";
import { type Descent, descend } from "./lloyd.ts";
import { spreadStart } from "./spread-start.ts";
import { hasDistinctRows, requireDistinctRows, trainedCentroids } from "./trained-centroids.ts";

/** A division of rows into k segments around means. */
export interface Clustering {
  /** 0 … k - 1 per row: the nearest centroid. */
  readonly labels: Int32Array;
  /** k × p in the points' units, in ascending order of their first coordinate (then the second, and so on). */
  readonly centroids: Matrix;
  /** Sum of squared distances to the own centroid: what k-means makes small. */
  readonly inertia: number;
  /** Rows per label. */
  readonly sizes: readonly number[];
  /** True when a further pass over all rows would move nobody. */
  readonly converged: boolean;
}

export interface KMeansOptions {
  readonly seed: number;
  /** How many trained starts; by default 10, from k 8 on 30: one alone can end 65 % above the best inertia. */
  readonly starts?: number;
  /** How many cheap starts beside them; by default 50 up to 5,000 rows, none above. */
  readonly scouts?: number;
}

/** Up to this many rows starts run on all of them; above, on a sample, and a counted number of passes over all rows ends it. */
const exactRows = 20_000;
/** Up to this many rows every start is followed to its end and exchanged; above, the most promising ones after a few passes. */
const fewRows = 5_000;
const qualifyingPasses = 4;
const finalists = 3;
const maxSamplePasses = 300;
/** From the means of a sample it gains 0.02 to 0.03 % of the inertia, a second one about 0.001 %. */
const maxFullPasses = 1;
/** Inertias on the sample that differ by less may stand the other way round on all rows. */
const sampleError = 0.01;
/** Exchanges gain less than this part of the inertia. */
const exchangeGain = 0.002;

/**
 * k-means: the k centroids with the least inertia that many seeded starts find.
 *
 * Each start is trained by `ml-kmeans` on a few hundred rows, then polished by Lloyd's algorithm. Up to 20,000 rows (2,000
 * k, if that is more) this happens on all of them to convergence, up to 5,000 with Hartigan's exchanges. Above, on a sample
 * of as many: the winner there, or the better on all rows of those that came within 1 % of it, ends with a pass over all.
 * On few rows, where they cost little, scouts start from random rows as well: on the order file one start in eleven finds
 * the best k 3. Deterministic for a seed and an order of rows.
 *
 * @param points n × p, finite and already scaled: a column counts by its variance.
 * @param k From 1 to the number of different rows.
 * @throws {RangeError} When a value is not finite, or fewer than k rows differ.
 * @see Lloyd (1982); Arthur & Vassilvitskii (2007), "k-means++". O(passes n k p).
 * @example
 * kMeans(matrixOf([[0], [1], [9], [10]]), 2, { seed: 7 }).labels; // => Int32Array.of(0, 0, 1, 1)
 */
export function kMeans(points: Matrix, k: number, options: KMeansOptions): Clustering {
  const drawn = samplePoints(points, Math.max(exactRows, 2_000 * k), options.seed);
  if (!isFiniteThroughout(drawn)) requireFinite(points);
  requireDistinctRows(points, k);
  const sample = hasDistinctRows(drawn, k) ? drawn : points;
  const found = finishedDescents(sample, startingCentroids(sample, k, options));
  const best = sample === points ? bestEnd(points, found) : winnerOnAll(points, found);
  // A value that is not finite makes the inertia so: what the sample missed needs no look of its own.
  if (!Number.isFinite(best.inertia)) requireFinite(points);
  return ordered(best);
}

/** Where the starts end: all of them on few rows, else the best three after a few passes. */
function finishedDescents(sample: Matrix, starts: Iterable<Matrix>): readonly Descent[] {
  if (sample.rows <= fewRows) return distinctEnds(sample, starts, maxSamplePasses);
  const promising = distinctEnds(sample, starts, qualifyingPasses)
    .toSorted((a, b) => a.inertia - b.inertia)
    .slice(0, finalists);
  return distinctEnds(
    sample,
    promising.map(({ centroids }) => centroids),
    maxSamplePasses,
  );
}

/** Most starts end in the same few places: each place is kept once. */
function distinctEnds(sample: Matrix, starts: Iterable<Matrix>, passes: number): readonly Descent[] {
  const found: Descent[] = [];
  for (const start of starts) {
    const end = descend(sample, start, passes);
    if (!found.some(({ inertia }) => Math.abs(inertia - end.inertia) <= 1e-9 * end.inertia)) found.push(end);
  }
  return found;
}

function* startingCentroids(sample: Matrix, k: number, options: KMeansOptions): Generator<Matrix> {
  const { seed, starts = k < 8 ? 10 : 30, scouts = sample.rows <= fewRows ? 50 : 0 } = options;
  for (let start = 0; start < starts; start += 1) {
    const startSeed = derivedSeed(seed, start);
    const training = samplePoints(sample, Math.max(250, 50 * k), startSeed);
    // A sample of customers who are nearly all alike may hold fewer than k kinds.
    yield hasDistinctRows(training, k)
      ? trainedCentroids(training, k, startSeed).centroids
      : spreadStart(sample, k, createRandom(startSeed));
  }
  const random = createRandom(derivedSeed(seed, -1));
  for (let scout = 0; scout < scouts; scout += 1) {
    yield takeRows(sample, sampleRows(random, sample.rows, k));
  }
}

/** All rows where they are few enough, else a seeded sample of them. */
function samplePoints(points: Matrix, size: number, seed: number): Matrix {
  if (points.rows <= size) return points;
  return takeRows(points, sampleRows(createRandom(seed), points.rows, size));
}

function leastInertia(found: readonly Descent[]): Descent {
  return found.reduce((best, descent) => (descent.inertia < best.inertia ? descent : best), at(found, 0));
}

/** The best, on few rows after exchanges: they gain too little for those that are far behind, and among many rows. */
function bestEnd(points: Matrix, found: readonly Descent[]): Descent {
  if (points.rows > fewRows) return leastInertia(found);
  return leastInertia(nearBest(found, exchangeGain).map((descent) => exchangeRows(points, descent)));
}

/** The sample has chosen, unless others came so near to its best that all rows must. */
function winnerOnAll(points: Matrix, found: readonly Descent[]): Descent {
  // In their order already, for one pass seldom changes it: that spares a pass to number all labels anew.
  const ended = nearBest(found, sampleError).map(({ centroids }) =>
    descend(points, takeRows(centroids, ascending(centroids)), maxFullPasses),
  );
  return leastInertia(ended);
}

function nearBest(found: readonly Descent[], margin: number): readonly Descent[] {
  const { inertia } = leastInertia(found);
  return found.filter((descent) => descent.inertia <= inertia * (1 + margin));
}

/** Numbers the labels by centroid, so that equal solutions are equal whatever start found them. */
function ordered({ labels, centroids, sizes, inertia, converged }: Descent): Clustering {
  const order = ascending(centroids);
  if (order.some((label, index) => label !== index)) {
    const newLabel = Int32Array.from(order, (_, label) => order.indexOf(label));
    for (let row = 0; row < labels.length; row += 1) labels[row] = newLabel[labels[row] ?? -1] ?? -1;
  }
  return {
    labels,
    centroids: takeRows(centroids, order),
    inertia,
    sizes: order.map((label) => labelAt(sizes, label)),
    converged,
  };
}

/** The rows' numbers, ascending by their first coordinate, then the second, and so on. */
function ascending(centroids: Matrix): number[] {
  return Array.from({ length: centroids.rows }, (_, label) => label).sort((a, b) =>
    compareRows(rowOf(centroids, a), rowOf(centroids, b)),
  );
}

function compareRows(a: Float64Array, b: Float64Array): number {
  for (let column = 0; column < a.length; column += 1) {
    if (cell(a, column) !== cell(b, column)) return cell(a, column) - cell(b, column);
  }
  return 0;
}

/**
 * How many rows carry each of the labels 0 … k - 1; other labels count nowhere.
 *
 * @example
 * labelSizes(Int32Array.of(0, 1, 0, -1), 2); // => [2, 1]
 */
export function labelSizes(labels: Int32Array, k: number): number[] {
  const sizes = Array.from({ length: k }, () => 0);
  for (const label of labels) {
    if (label >= 0 && label < k) sizes[label] = at(sizes, label) + 1;
  }
  return sizes;
}
