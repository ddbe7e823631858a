import { at } from "../../lib/at.ts";
import { placeByDensity } from "../clustering/dbscan.ts";
import { embedByLeaves } from "../clustering/regression-tree.ts";
import { preprocessRows } from "../features/preprocessing.ts";
import { cell, type Matrix, matrixOf, rowOf } from "../numbers/matrix.ts";
import { rfmScores } from "../clustering/rfm-groups.ts";
import { codesOf } from "./codes.ts";
import type { DensityAssigner, Placement, RuleAssigner } from "./placement.ts";

/** Where each customer belongs. */
export interface Placed {
  /** Position of the segment in the order of the numbers, per row. */
  readonly labels: Int32Array;
  /**
   * Euclidean distance in scaled units per row: to the centroid (of k-means also among the codes, of leaves among the
   * leaves), to the mean of the group (RFM), to the nearest core point (DBSCAN).
   */
  readonly distances: Float64Array;
}

/**
 * Places customers by any method.
 *
 * `placementSql` (db/segmentations/assignment-sql.ts) does the same in SQL where the placement is linear or a table.
 *
 * @param points n × p raw values, NaN where missing; columns in the order of `placement.features`.
 * @returns Of equally near segments the first.
 * @example
 * place(matrixOf([[3]]), {
 *   features: ["a"],
 *   preprocessings: [{ fill: 0, transform: "none", shift: 0, lower: -9, upper: 9, centre: 0, scale: 1 }],
 *   by: "centroids",
 *   centroids: [[0], [4]],
 * }).labels; // => Int32Array.of(1)
 */
export function place(points: Matrix, placement: Placement): Placed {
  const preprocessed = preprocessRows(points, placement.preprocessings);
  if (placement.by === "density") return placeAmongCore(preprocessed, placement);
  if (placement.by === "rules") return placeByTable(points, preprocessed, placement);
  const measured =
    placement.by === "leaves"
      ? embedByLeaves(placement.trees, preprocessed)
      : codesOf(preprocessed, placement.codes);
  return nearestCentroid(measured, placement.centroids);
}

/**
 * The linear form: the nearest centroid is the one whose c·z - |c|²/2 is largest, as |z - c|² = |z|² - 2 (c·z - |c|²/2).
 */
function nearestCentroid(points: Matrix, centroids: readonly (readonly number[])[]): Placed {
  const halves = centroids.map((centroid) => dot(centroid, Float64Array.from(centroid)) / 2);
  const labels = new Int32Array(points.rows);
  const distances = new Float64Array(points.rows);
  for (let row = 0; row < points.rows; row += 1) {
    const z = rowOf(points, row);
    const scores = centroids.map((centroid, label) => dot(centroid, z) - at(halves, label));
    const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    labels[row] = scores.indexOf(best);
    distances[row] = Math.sqrt(Math.max(0, dot(z, z) - 2 * best));
  }
  return { labels, distances };
}

function placeAmongCore(preprocessed: Matrix, { core, labels, epsilon, outliers }: DensityAssigner): Placed {
  const known = { points: matrixOf(core), labels: Int32Array.from(labels) };
  const placed = placeByDensity(preprocessed, known, epsilon);
  return {
    labels: placed.labels.map((label) => (label < 0 ? outliers : label)),
    distances: placed.distances,
  };
}

function placeByTable(
  points: Matrix,
  preprocessed: Matrix,
  { borders, table, centroids, preprocessings }: RuleAssigner & Pick<Placement, "preprocessings">,
): Placed {
  const labels = new Int32Array(points.rows);
  const distances = new Float64Array(points.rows);
  for (let row = 0; row < points.rows; row += 1) {
    const [recency, frequency, monetary] = filled(rowOf(points, row), preprocessings);
    const scores = rfmScores({ recency, frequency, monetary }, borders);
    const label = at(table, 5 * (scores.recency - 1) + scores.worth - 1);
    labels[row] = label;
    const centroid = at(centroids, label);
    distances[row] = Math.hypot(...rowOf(preprocessed, row).map((z, column) => z - at(centroid, column)));
  }
  return { labels, distances };
}

function filled(row: Float64Array, preprocessings: Placement["preprocessings"]): [number, number, number] {
  const value = (column: number) =>
    Number.isNaN(cell(row, column)) ? at(preprocessings, column).fill : cell(row, column);
  return [value(0), value(1), value(2)];
}

/** Left to right, as SQL adds: sums in another order may differ in the last digit. */
function dot(a: ArrayLike<number>, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? Number.NaN) * cell(b, index);
  return sum;
}
