import { cell, labelAt, type Matrix, rowOf, squaredDistance } from "../numbers/matrix.ts";
import { createAssigner, type Pass } from "./assigner.ts";

/** Where Lloyd's algorithm ended. */
export interface Descent extends Pass {
  readonly centroids: Matrix;
  readonly passes: number;
  /** True when the last pass moved nobody: the centroids are then the means of their members. */
  readonly converged: boolean;
}

/**
 * The mean of each label's rows.
 *
 * @param labels One of 0 … k - 1 per row; rows with another label (DBSCAN's noise is -1) count nowhere.
 * @returns k × p means and k sizes; the mean of an empty label is all NaN.
 * @example
 * meansByLabel(matrixOf([[0], [2], [9]]), Int32Array.of(0, 0, 1), 2).means.values; // => Float64Array.of(1, 9)
 */
export function meansByLabel(
  points: Matrix,
  labels: Int32Array,
  k: number,
): { readonly means: Matrix; readonly sizes: Int32Array } {
  const { rows, columns, values } = points;
  const sums = new Float64Array(k * columns);
  const sizes = new Int32Array(k);
  for (let row = 0; row < rows; row += 1) {
    const label = labels[row] ?? -1;
    if (label < 0 || label >= k) continue;
    sizes[label] = (sizes[label] ?? NaN) + 1;
    const from = row * columns;
    const to = label * columns;
    for (let column = 0; column < columns; column += 1) {
      sums[to + column] = (sums[to + column] ?? NaN) + (values[from + column] ?? NaN);
    }
  }
  for (let index = 0; index < sums.length; index += 1) {
    sums[index] = cell(sums, index) / labelAt(sizes, Math.floor(index / columns));
  }
  return { means: { rows: k, columns, values: sums }, sizes };
}

/**
 * Lloyd's algorithm from given centroids: place, take means, until nobody moves or `passes` are used up.
 *
 * The labels returned are always those of the centroids returned, so a customer placed later by nearest centroid
 * lands where the same customer landed here.
 *
 * @param centroids k × p; an empty one is moved to the row that fits worst (as scikit-learn does).
 * @param passes The most passes over all rows, at least 1.
 * @example
 * descend(matrixOf([[0], [2], [8]]), matrixOf([[0], [2]]), 10).centroids.values; // => Float64Array.of(1, 8)
 */
export function descend(points: Matrix, centroids: Matrix, passes: number): Descent {
  const place = createAssigner(points);
  let placed = place(centroids);
  let current = centroids;
  for (let pass = 1; ; pass += 1) {
    const next = repairEmpty(points, current, placed);
    const placedNext = place(next);
    const converged = sameLabels(placed.labels, placedNext.labels);
    if (converged || pass >= passes) return { ...placedNext, centroids: next, passes: pass, converged };
    placed = placedNext;
    current = next;
  }
}

/** The new means; empty ones are put, one by one, on the rows that lie farthest from their own centroid. */
function repairEmpty(points: Matrix, centroids: Matrix, { labels, means, sizes }: Pass): Matrix {
  if (!sizes.includes(0)) return means;
  const { columns } = points;
  const distances = Float64Array.from(labels, (label, row) =>
    squaredDistance([points.values, row * columns], [centroids.values, label * columns], columns),
  );
  const worstFirst = Array.from(distances.keys()).sort(
    (a, b) => cell(distances, b) - cell(distances, a) || a - b,
  );
  const empty = Array.from(sizes.keys()).filter((label) => labelAt(sizes, label) === 0);
  const values = means.values.slice();
  for (const [index, label] of empty.entries()) {
    values.set(rowOf(points, worstFirst[index] ?? 0), label * columns);
  }
  return { ...means, values };
}

function sameLabels(before: Int32Array, after: Int32Array): boolean {
  for (let row = 0; row < before.length; row += 1) {
    if (before[row] !== after[row]) return false;
  }
  return true;
}
