import { at } from "../../at.ts";
import { cell, labelAt, type Matrix, squaredDistance, takeRows } from "../matrix.ts";
import { createRandom, sampleRows } from "../random.ts";
import { deviation, mean } from "../statistics.ts";
import { labelSizes } from "./k-means.ts";

/** How well separated the segments of a division are. */
export interface Silhouette {
  /** Mean coefficient in [-1, 1]: near 1 segments lie far apart, near 0 they touch, below 0 rows sit in the wrong one. */
  readonly mean: number;
  /** Mean coefficient of each label 0 … k - 1; NaN where a sample held none of its rows. */
  readonly bySegment: readonly number[];
  /** Standard error of the mean by sampling; 0 when every row was used. */
  readonly standardError: number;
  /** How many rows were compared. */
  readonly rows: number;
}

export interface SilhouetteOptions {
  readonly seed: number;
  /** Up to this many rows the value is exact: every pair is compared (10,000 × 10 takes about 1.5 s). */
  readonly exactRows?: number;
  /** Above, a sample of this many rows is compared among itself. */
  readonly sampleSize?: number;
}

/**
 * Silhouette of a division: the mean coefficient, exact up to 10,000 rows and from a sample of as many above.
 *
 * The centroid shortcut is biased by about +.15 and is not called silhouette.
 *
 * @param points n × p.
 * @param labels 0 … k - 1 per row; rows below 0 (DBSCAN's noise) are left out.
 * @throws {RangeError} When fewer than two labels have rows.
 * @see Rousseeuw (1987), "Silhouettes", J. Comput. Appl. Math. 20. O(n² p).
 * @example
 * silhouette(matrixOf([[0], [1], [9], [10]]), Int32Array.of(0, 0, 1, 1), { seed: 7 }).mean.toFixed(3); // => "0.889"
 */
export function silhouette(points: Matrix, labels: Int32Array, options: SilhouetteOptions): Silhouette {
  return at(silhouettes(points, [labels], options), 0);
}

/**
 * Silhouettes of several divisions of the same rows: distances, which cost the most, are computed once for all.
 *
 * @param divisions One list of labels each, as in `silhouette`.
 * @throws {RangeError} When a division has fewer than two labels with rows.
 * @example
 * silhouettes(matrixOf([[0], [1], [9]]), [Int32Array.of(0, 0, 1)], { seed: 7 }).length; // => 1
 */
export function silhouettes(
  points: Matrix,
  divisions: readonly Int32Array[],
  { seed, exactRows = 10_000, sampleSize = 10_000 }: SilhouetteOptions,
): readonly Silhouette[] {
  const exact = points.rows <= exactRows;
  const sample = sampleRows(createRandom(seed), points.rows, sampleSize);
  const rows = exact ? undefined : withEveryLabel(sample, divisions);
  const compared = rows === undefined ? points : takeRows(points, rows);
  const parts = divisions.map((labels) => (rows === undefined ? labels : pick(labels, rows)));
  return coefficientsOf(compared, parts).map((coefficients, index) =>
    summary(coefficients, at(parts, index), exact),
  );
}

/**
 * The coefficient of every row: (b - a) / max(a, b), with a the mean distance to its own segment and b that to the
 * nearest other one.
 *
 * @returns n values in [-1, 1]; 0 for a row alone in its segment (Rousseeuw's convention), NaN for noise.
 * @throws {RangeError} When fewer than two labels have rows.
 * @example
 * silhouetteCoefficients(matrixOf([[0], [1], [9]]), Int32Array.of(0, 0, 1))[2]; // => 0
 */
export function silhouetteCoefficients(points: Matrix, labels: Int32Array): Float64Array {
  return at(coefficientsOf(points, [labels]), 0);
}

/** The sample, and the first row of each label that it missed: a handful of customers is a segment too. */
function withEveryLabel(sample: Int32Array, divisions: readonly Int32Array[]): Int32Array {
  const rows = new Set(sample);
  for (const labels of divisions) {
    const present = new Set(pick(labels, sample));
    for (const [row, label] of labels.entries()) {
      if (present.has(label)) continue;
      present.add(label);
      rows.add(row);
    }
  }
  return Int32Array.from(rows).sort();
}

/** For one division: the sum of distances from each row to the rows of each label, at `row * k + label`. */
interface DistanceSums {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  readonly sums: Float64Array;
}

function coefficientsOf(points: Matrix, divisions: readonly Int32Array[]): readonly Float64Array[] {
  const all = divisions.map((labels) => emptySums(labels));
  const distances = new Float64Array(points.rows);
  for (let row = 0; row < points.rows; row += 1) {
    measureFrom(points, row, distances);
    for (const sums of all) addFrom(row, distances, sums);
  }
  return all.map((sums) => Float64Array.from(sums.labels, (_, row) => coefficient(sums, row)));
}

function emptySums(labels: Int32Array): DistanceSums {
  const k = labels.reduce((highest, label) => Math.max(highest, label), -1) + 1;
  const sizes = labelSizes(labels, k);
  if (sizes.filter((size) => size > 0).length < 2)
    throw new RangeError("a silhouette needs at least two segments");
  return { labels, sizes, sums: new Float64Array(labels.length * k) };
}

/**
 * Distances from one row to all later ones; the earlier ones have been measured from their side. Four rows at a time:
 * their sums do not wait for each other, which takes about half the time of one by one.
 */
function measureFrom({ rows, columns, values }: Matrix, row: number, distances: Float64Array): void {
  const from = row * columns;
  let other = row + 1;
  for (; other + 3 < rows; other += 4) {
    const first = other * columns;
    const second = first + columns;
    const third = second + columns;
    const fourth = third + columns;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let column = 0; column < columns; column += 1) {
      const value = values[from + column] ?? NaN;
      const toFirst = value - (values[first + column] ?? NaN);
      const toSecond = value - (values[second + column] ?? NaN);
      const toThird = value - (values[third + column] ?? NaN);
      const toFourth = value - (values[fourth + column] ?? NaN);
      a += toFirst * toFirst;
      b += toSecond * toSecond;
      c += toThird * toThird;
      d += toFourth * toFourth;
    }
    distances[other] = Math.sqrt(a);
    distances[other + 1] = Math.sqrt(b);
    distances[other + 2] = Math.sqrt(c);
    distances[other + 3] = Math.sqrt(d);
  }
  for (; other < rows; other += 1) {
    distances[other] = Math.sqrt(squaredDistance([values, from], [values, other * columns], columns));
  }
}

function addFrom(row: number, distances: Float64Array, { labels, sizes, sums }: DistanceSums): void {
  const k = sizes.length;
  const own = labelAt(labels, row);
  if (own < 0) return;
  for (let other = row + 1; other < labels.length; other += 1) {
    const label = labels[other] ?? -1;
    if (label < 0) continue;
    const distance = distances[other] ?? NaN;
    sums[row * k + label] = (sums[row * k + label] ?? NaN) + distance;
    sums[other * k + own] = (sums[other * k + own] ?? NaN) + distance;
  }
}

function coefficient({ labels, sizes, sums }: DistanceSums, row: number): number {
  const k = sizes.length;
  const own = labelAt(labels, row);
  if (own < 0) return Number.NaN;
  const ownSize = at(sizes, own);
  if (ownSize === 1) return 0;
  const within = cell(sums, row * k + own) / (ownSize - 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (let label = 0; label < k; label += 1) {
    const size = at(sizes, label);
    if (label !== own && size > 0) nearest = Math.min(nearest, cell(sums, row * k + label) / size);
  }
  // Rows that all coincide lie no nearer to one segment than to another.
  const larger = Math.max(within, nearest);
  return larger === 0 ? 0 : (nearest - within) / larger;
}

function summary(coefficients: Float64Array, labels: Int32Array, exact: boolean): Silhouette {
  const known = coefficients.filter((value) => !Number.isNaN(value));
  const k = labels.reduce((highest, label) => Math.max(highest, label), -1) + 1;
  return {
    mean: mean(known),
    bySegment: Array.from({ length: k }, (_, label) => {
      const own = coefficients.filter((_value, row) => labelAt(labels, row) === label);
      return own.length === 0 ? Number.NaN : mean(own);
    }),
    standardError: exact ? 0 : deviation(known) / Math.sqrt(known.length),
    rows: known.length,
  };
}

function pick(labels: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => labelAt(labels, row));
}
