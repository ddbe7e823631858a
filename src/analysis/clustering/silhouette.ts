import { at } from "../../at.ts";
import { openKernel } from "../kernel/kernel.ts";
import { cell, columnOf, labelAt, type Matrix, takeRows } from "../matrix.ts";
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
  /** Up to this many rows the value is exact: every pair is compared (20,000 × 10 takes half a second). */
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

/** For one division: the sum of distances from each row to the rows of each label, at `label * stride + row`. */
interface DistanceSums {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  readonly stride: number;
  readonly sums: Float64Array;
}

/**
 * Every pair of rows is measured once, in the compiled kernel, a tile of rows against all before it: a tile stays in a core's
 * own cache. The kernel takes rows by four: the last are filled up with rows of zeros, whose sums nobody reads.
 */
function coefficientsOf(points: Matrix, divisions: readonly Int32Array[]): readonly Float64Array[] {
  const all = layOut(points, divisions);
  const rows = 4 * Math.ceil(points.rows / 4);
  const tile = 4 * Math.max(1, Math.floor(tileBytes / (16 * points.columns)));
  for (let from = 0; from < rows; from += tile) {
    const end = Math.min(rows, from + tile);
    all.kernel.compare(0, points.columns, from, end, all.addresses, rows, divisions.length);
  }
  return all.sums.map((sums) => Float64Array.from(sums.labels, (_, row) => coefficient(sums, row)));
}

const tileBytes = 65_536;

/** The kernel's memory: the rows by four, the addresses of each row's sums, the sums (see assembly/compare.ts). */
function layOut(points: Matrix, divisions: readonly Int32Array[]) {
  const stride = 4 * Math.ceil(points.rows / 4);
  const addresses = 4 * stride * points.columns;
  const sizes = divisions.map(sizesOf);
  // One list more for each division takes the sums of noise and of the rows that fill up.
  const starts = sizes.map((_, index) =>
    sizes.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0),
  );
  const lists = sizes.reduce((sum, { length }) => sum + length + 1, 0);
  const base = addresses + 4 * stride * divisions.length;
  const kernel = openKernel(base + 8 * stride * lists);
  const { buffer } = kernel.memory;
  writeFours(points, new Float32Array(buffer, 0, stride * points.columns));
  new Float64Array(buffer, base, stride * lists).fill(0);
  const sums = divisions.map((labels, index): DistanceSums => {
    const k = at(sizes, index).length;
    const own = base + 8 * stride * at(starts, index);
    const listOf = new Uint32Array(buffer, addresses + 4 * stride * index, stride).fill(own + 8 * stride * k);
    for (const [row, label] of labels.entries()) if (label >= 0) listOf[row] = own + 8 * stride * label;
    return { labels, sizes: at(sizes, index), stride, sums: new Float64Array(buffer, own, stride * k) };
  });
  return { kernel, addresses, sums };
}

/** Four rows side by side, around the mean of all: there f32 has the most digits. */
function writeFours({ rows, columns, values }: Matrix, fours: Float32Array): void {
  fours.fill(0);
  for (let column = 0; column < columns; column += 1) {
    const middle = mean(columnOf({ rows, columns, values }, column));
    for (let row = 0; row < rows; row += 1) {
      const start = (row - (row % 4)) * columns + (row % 4);
      fours[start + 4 * column] = (values[row * columns + column] ?? NaN) - middle;
    }
  }
}

function sizesOf(labels: Int32Array): readonly number[] {
  const k = labels.reduce((highest, label) => Math.max(highest, label), -1) + 1;
  const sizes = labelSizes(labels, k);
  if (sizes.filter((size) => size > 0).length < 2)
    throw new RangeError("a silhouette needs at least two segments");
  return sizes;
}

function coefficient({ labels, sizes, stride, sums }: DistanceSums, row: number): number {
  const own = labelAt(labels, row);
  if (own < 0) return Number.NaN;
  const ownSize = at(sizes, own);
  if (ownSize === 1) return 0;
  const within = cell(sums, own * stride + row) / (ownSize - 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (let label = 0; label < sizes.length; label += 1) {
    const size = at(sizes, label);
    if (label !== own && size > 0) nearest = Math.min(nearest, cell(sums, label * stride + row) / size);
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
