import { kmeans } from "ml-kmeans";
import { type Matrix, matrixOf, requireFinite, rowOf, rowsOf } from "../numbers/matrix.ts";
import { createRandom } from "../numbers/random.ts";
import { spreadStart } from "./spread-start.ts";

/**
 * Centroids trained by `ml-kmeans` from one k-means++ start: the only file that calls it, and the checks it lacks.
 *
 * It answers NaN and strings with "out of range", divides by 0 when fewer than k rows differ, and stops at its cap of
 * 100 passes in the manner of a success (here: `converged` false, and `descend` goes on from there). It also keeps empty
 * clusters where they started: `descend` moves those. Its own k-means++ copies every row for every distance, which took
 * two thirds of the time: the start is ours.
 *
 * @param sample m × p, at most about 10,000 rows: it copies them to lists of lists (1.2 GB at 1,000,000).
 * @param seed Of the k-means++ start.
 * @returns k × p centroids, in no particular order.
 * @throws {RangeError} When a value is not finite, k is not a whole number from 1, or fewer than k rows differ.
 * @example
 * trainedCentroids(matrixOf([[0], [0], [9], [9]]), 2, 7).centroids.values.toSorted(); // => Float64Array.of(0, 9)
 */
export function trainedCentroids(
  sample: Matrix,
  k: number,
  seed: number,
): { readonly centroids: Matrix; readonly converged: boolean } {
  requireFinite(sample);
  requireDistinctRows(sample, k);
  const initialization = rowsOf(spreadStart(sample, k, createRandom(seed)));
  const trained = kmeans(rowsOf(sample), k, { initialization, maxIterations: 100 });
  return { centroids: matrixOf(trained.centroids), converged: trained.converged };
}

/**
 * Checks that k segments can be made at all.
 *
 * @throws {RangeError} When k is not a whole number from 1, or fewer than k rows differ from each other.
 * @example
 * requireDistinctRows(matrixOf([[1], [1], [2]]), 2); // => undefined
 */
export function requireDistinctRows(points: Matrix, k: number): void {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k must be a whole number from 1, got ${k}`);
  if (!hasDistinctRows(points, k))
    throw new RangeError(`k ${k} needs as many different rows, and there are fewer`);
}

/**
 * Whether at least k rows differ from each other; stops at the kth.
 *
 * @example
 * hasDistinctRows(matrixOf([[1], [1], [2]]), 3); // => false
 */
export function hasDistinctRows(points: Matrix, k: number): boolean {
  const seen = new Set<string>();
  for (let row = 0; row < points.rows && seen.size < k; row += 1) seen.add(rowOf(points, row).join());
  return seen.size >= k;
}
