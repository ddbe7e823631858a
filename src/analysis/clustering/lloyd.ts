import { cell, labelAt, type Matrix } from "../matrix.ts";

/** What one pass over all rows found. */
export interface Pass {
  /** The nearest centroid of every row; a tie goes to the lower number. */
  readonly labels: Int32Array;
  /** Squared distance of every row to that centroid. */
  readonly squaredDistances: Float64Array;
  /** Sum of the squared distances. */
  readonly inertia: number;
}

/** Where Lloyd's algorithm ended. */
export interface Descent extends Pass {
  readonly centroids: Matrix;
  readonly passes: number;
  /** True when the last pass moved nobody: the centroids are then the means of their members. */
  readonly converged: boolean;
}

/**
 * Places every row with its nearest centroid.
 *
 * @param points n × p, finite.
 * @param centroids k × p.
 * @see Lloyd (1982), "Least squares quantization in PCM". O(n k p).
 * @example
 * nearestCentroids(matrixOf([[0], [9]]), matrixOf([[1], [8]])).labels; // => Int32Array.of(0, 1)
 */
export function nearestCentroids(points: Matrix, centroids: Matrix): Pass {
  const { rows, columns, values } = points;
  const means = centroids.values;
  const labels = new Int32Array(rows);
  const squaredDistances = new Float64Array(rows);
  let inertia = 0;
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    let best = Number.POSITIVE_INFINITY;
    let label = 0;
    for (let centroid = 0; centroid < centroids.rows; centroid += 1) {
      const offset = centroid * columns;
      let distance = 0;
      for (let column = 0; column < columns; column += 1) {
        const difference = (values[start + column] ?? NaN) - (means[offset + column] ?? NaN);
        distance += difference * difference;
      }
      if (distance < best) {
        best = distance;
        label = centroid;
      }
    }
    labels[row] = label;
    squaredDistances[row] = best;
    inertia += best;
  }
  return { labels, squaredDistances, inertia };
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
  let placed = nearestCentroids(points, centroids);
  let current = centroids;
  for (let pass = 1; ; pass += 1) {
    const { means, sizes } = meansByLabel(points, placed.labels, current.rows);
    const next = repairEmpty(points, means, sizes, placed.squaredDistances);
    const placedNext = nearestCentroids(points, next);
    const converged = sameLabels(placed.labels, placedNext.labels);
    if (converged || pass >= passes) return { ...placedNext, centroids: next, passes: pass, converged };
    placed = placedNext;
    current = next;
  }
}

/** Empty centroids are put, one by one, on the rows that lie farthest from their own centroid. */
function repairEmpty(
  points: Matrix,
  means: Matrix,
  sizes: Int32Array,
  squaredDistances: Float64Array,
): Matrix {
  if (!sizes.includes(0)) return means;
  const worstFirst = Array.from(squaredDistances.keys()).sort(
    (a, b) => cell(squaredDistances, b) - cell(squaredDistances, a) || a - b,
  );
  const values = means.values.slice();
  let used = 0;
  for (let label = 0; label < means.rows; label += 1) {
    if (labelAt(sizes, label) > 0) continue;
    const row = worstFirst[used] ?? 0;
    values.set(
      points.values.subarray(row * points.columns, (row + 1) * points.columns),
      label * means.columns,
    );
    used += 1;
  }
  return { ...means, values };
}

function sameLabels(before: Int32Array, after: Int32Array): boolean {
  for (let row = 0; row < before.length; row += 1) {
    if (before[row] !== after[row]) return false;
  }
  return true;
}
