import { openKernel } from "../kernel/kernel.ts";
import { cell, labelAt, type Matrix } from "../numbers/matrix.ts";

/** What one pass over all rows found. */
export interface Pass {
  /** The nearest centroid of every row; a tie goes to the lower number. */
  readonly labels: Int32Array;
  /** k × p: the mean of each label's rows, all NaN where it has none. */
  readonly means: Matrix;
  /** Rows per label. */
  readonly sizes: Int32Array;
  /** Sum of the squared distances to the nearest centroids. */
  readonly inertia: number;
}

/**
 * Makes passes over the same rows: each places every row with its nearest centroid, in the compiled kernel. Few rows are laid
 * out there once, many pass through its memory in blocks, so that they stand in memory once. Every sum runs in the order of
 * the rows.
 *
 * @param points n × p, finite; they must stay as they are.
 * @returns A function from k × p centroids to what a pass finds. O(n k p).
 * @see Lloyd (1982), "Least squares quantization in PCM".
 * @example
 * createAssigner(matrixOf([[0], [9]]))(matrixOf([[1], [8]])).labels; // => Int32Array.of(0, 1)
 */
export function createAssigner(points: Matrix): (centroids: Matrix) => Pass {
  const { rows, columns, values } = points;
  const blockRows = rowsInBlock(points);
  const owner = {};
  return (centroids) => {
    const { kernel, stands, block, pairs, places, model } = layOut(blockRows, centroids, owner);
    const labels = new Int32Array(rows);
    for (let row = 0; row < rows; row += blockRows) {
      const taken = Math.min(blockRows, rows - row);
      if (!stands || rows > blockRows) {
        block.set(values.subarray(row * columns, (row + taken) * columns));
        kernel.interleave(0, pairs, 4 * Math.ceil(taken / 8), columns);
      }
      kernel.place(model.byteOffset, centroids.rows, columns, 0, pairs, places.byteOffset, taken);
      labels.set(places.subarray(0, taken), row);
    }
    return { labels, ...meansOf(model, centroids) };
  };
}

/**
 * One such pass.
 *
 * @example
 * nearestCentroids(matrixOf([[0], [9]]), matrixOf([[1], [8]])).labels; // => Int32Array.of(0, 1)
 */
export function nearestCentroids(points: Matrix, centroids: Matrix): Pass {
  return createAssigner(points)(centroids);
}

/** Rows up to this size are laid out whole. */
const keptBytes = 2_097_152;
/** Of more, so much is laid out at a time: what a core's own cache holds. */
const blockBytes = 32_768;

/** A multiple of eight. */
function rowsInBlock({ rows, columns }: Matrix): number {
  const rowBytes = 8 * columns;
  const taken = rows * rowBytes <= keptBytes ? rows : blockBytes / rowBytes;
  return 8 * Math.max(1, Math.ceil(taken / 8));
}

/** The kernel's memory: a block of rows, the same in pairs, their labels, and the model (see assembly/place.ts). */
function layOut(blockRows: number, { values, rows: k, columns }: Matrix, owner: object) {
  const pairs = 8 * blockRows * columns;
  const places = 2 * pairs;
  const modelAt = places + 4 * blockRows;
  const modelLength = 2 * values.length + k + 9;
  const { kernel, stands } = openKernel(modelAt + 8 * modelLength, owner);
  const { buffer } = kernel.memory;
  const model = new Float64Array(buffer, modelAt, modelLength).fill(0);
  model.set(values);
  return {
    kernel,
    stands,
    block: new Float64Array(buffer, 0, blockRows * columns),
    pairs,
    places: new Int32Array(buffer, places, blockRows),
    model,
  };
}

function meansOf(model: Float64Array, { rows: k, columns, values }: Matrix): Omit<Pass, "labels"> {
  const behindSums = 2 * values.length;
  const sizes = Int32Array.from(model.subarray(behindSums, behindSums + k));
  const sums = model.subarray(values.length, behindSums);
  const means = sums.map((sum, index) => sum / labelAt(sizes, Math.floor(index / columns)));
  return { means: { rows: k, columns, values: means }, sizes, inertia: cell(model, behindSums + k) };
}
