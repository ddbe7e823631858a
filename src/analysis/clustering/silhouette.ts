import { at } from "../../lib/at.ts";
import { cell, labelAt, type Matrix, takeRows } from "../numbers/matrix.ts";
import { createRandom, sampleRows } from "../numbers/random.ts";
import { deviation, mean } from "../numbers/statistics.ts";
import { distanceSums } from "./distance-sums.ts";
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
  /** Up to this many rows the value is exact: every pair is compared (20,000 × 10 takes a third of a second). */
  readonly exactRows?: number;
  /** Above, a sample of this many rows is compared among itself. */
  readonly sampleSize?: number;
}

/**
 * Silhouette of a division: the mean coefficient, exact up to 20,000 rows and from a sample of 10,000 above.
 *
 * The centroid shortcut is biased by about +.15 and is not called silhouette. Single distances are f32, around the mean of
 * the points: the coefficients of scaled features are right to 1e-6, their mean to 1e-8.
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
  { seed, exactRows = 20_000, sampleSize = 10_000 }: SilhouetteOptions,
): readonly Silhouette[] {
  const exact = points.rows <= exactRows;
  const sample = sampleRows(createRandom(seed), points.rows, sampleSize);
  const rows = exact ? undefined : withEveryLabel(sample, divisions);
  const compared = rows === undefined ? points : takeRows(points, rows);
  const parts = divisions.map((labels) => (rows === undefined ? labels : pick(labels, rows)));
  return measure(compared, parts).map((division) => summary(division, exact));
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
  return coefficientsOf(at(measure(points, [labels]), 0));
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

/** A division with the size of each label and its sums of distances, as `distanceSums` gives them. */
interface Measured {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  readonly sums: Float64Array;
}

function measure(points: Matrix, divisions: readonly Int32Array[]): readonly Measured[] {
  const sizes = divisions.map(sizesOf);
  const sums = distanceSums(points, divisions);
  return divisions.map((labels, index) => ({ labels, sizes: at(sizes, index), sums: at(sums, index) }));
}

function sizesOf(labels: Int32Array): readonly number[] {
  const k = labels.reduce((highest, label) => Math.max(highest, label), -1) + 1;
  const sizes = labelSizes(labels, k);
  if (sizes.filter((size) => size > 0).length < 2)
    throw new RangeError("a silhouette needs at least two segments");
  return sizes;
}

function coefficientsOf(division: Measured): Float64Array {
  return Float64Array.from(division.labels, (_, row) => coefficient(division, row));
}

function coefficient({ labels, sizes, sums }: Measured, row: number): number {
  const own = labelAt(labels, row);
  if (own < 0) return Number.NaN;
  const ownSize = at(sizes, own);
  if (ownSize === 1) return 0;
  const within = cell(sums, own * labels.length + row) / (ownSize - 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (let label = 0; label < sizes.length; label += 1) {
    const size = at(sizes, label);
    if (label !== own && size > 0)
      nearest = Math.min(nearest, cell(sums, label * labels.length + row) / size);
  }
  // Rows that all coincide lie no nearer to one segment than to another.
  const larger = Math.max(within, nearest);
  return larger === 0 ? 0 : (nearest - within) / larger;
}

function summary(division: Measured, exact: boolean): Silhouette {
  const { labels, sizes } = division;
  const coefficients = coefficientsOf(division);
  const known = coefficients.filter((value) => !Number.isNaN(value));
  const totals = new Float64Array(sizes.length);
  for (const [row, label] of labels.entries())
    if (label >= 0) totals[label] = cell(totals, label) + cell(coefficients, row);
  return {
    mean: mean(known),
    bySegment: sizes.map((size, label) => (size === 0 ? Number.NaN : cell(totals, label) / size)),
    standardError: exact ? 0 : deviation(known) / Math.sqrt(known.length),
    rows: known.length,
  };
}

function pick(labels: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => labelAt(labels, row));
}
