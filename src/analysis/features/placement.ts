import { at } from "../../at.ts";
import { cell, type Matrix } from "../matrix.ts";
import { treatRows, type Treatment } from "./treatment.ts";

/**
 * Everything needed to place a customer in a segment of a k-means segmentation; frozen when it is made.
 * The lists `features`, `treatments` and each centroid are of equal length.
 */
export interface Placement {
  /** Names of the features used, so that a later feature set may hold them at other positions. */
  readonly features: readonly string[];
  readonly treatments: readonly Treatment[];
  /** One per segment, in the order of the segments' numbers, in treated (scaled) units. */
  readonly centroids: readonly (readonly number[])[];
}

/** Where each customer belongs. */
export interface Placed {
  /** Position of the segment (its number less one) per row. */
  readonly labels: Int32Array;
  /** Euclidean distance to the centroid in scaled units, per row. */
  readonly distances: Float64Array;
}

/**
 * Places customers at their nearest centroid by the linear form: the nearest is the one whose c·z - |c|²/2 is
 * largest, as |z - c|² = |z|² - 2 (c·z - |c|²/2). `placementSql` (db/memberships.ts) does the same in SQL.
 *
 * @param points n × p raw values, NaN where missing; columns in the order of `placement.features`.
 * @returns Of equally near segments the first.
 * @example
 * place(matrixOf([[3]]), {
 *   features: ["a"],
 *   treatments: [{ fill: 0, transform: "none", shift: 0, lower: -9, upper: 9, centre: 0, scale: 1 }],
 *   centroids: [[0], [4]],
 * }).labels; // => Int32Array.of(1)
 */
export function place(points: Matrix, placement: Placement): Placed {
  const treated = treatRows(points, placement.treatments);
  const halves = placement.centroids.map(halfSquare);
  const labels = new Int32Array(points.rows);
  const distances = new Float64Array(points.rows);
  for (let row = 0; row < points.rows; row += 1) {
    const z = treated.values.subarray(row * points.columns, (row + 1) * points.columns);
    const scores = placement.centroids.map((centroid, label) => dot(centroid, z) - at(halves, label));
    const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    labels[row] = scores.indexOf(best);
    distances[row] = Math.sqrt(Math.max(0, dot(z, z) - 2 * best));
  }
  return { labels, distances };
}

/** |c|²/2 of a centroid. */
function halfSquare(centroid: readonly number[]): number {
  return dot(centroid, Float64Array.from(centroid)) / 2;
}

/** Left to right, as SQL adds: sums in another order may differ in the last digit. */
function dot(a: ArrayLike<number>, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? Number.NaN) * cell(b, index);
  return sum;
}
