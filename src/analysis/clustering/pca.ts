import { PCA } from "ml-pca";
import { at } from "../../lib/at.ts";
import { cell, type Matrix, matrixOf, requireFinite, rowOf, takeRows } from "../numbers/matrix.ts";
import { createRandom, sampleRows } from "../numbers/random.ts";

/** The directions in which rows differ most. */
export interface PrincipalComponents {
  /** p column means, subtracted before projecting. */
  readonly means: readonly number[];
  /** c × p: one unit vector per component, the most telling first; its largest entry is positive. */
  readonly loadings: Matrix;
  /** Share of the total variance of each component, in [0, 1]. */
  readonly explained: readonly number[];
}

/** Rows that the directions are learned from; more change their third digit at most. */
const learnedRows = 20_000;

/**
 * Principal components by `ml-pca`, from the covariances (a twentieth of the time of its singular values of all rows), with the sign that it leaves to chance fixed:
 * the loading that is largest in size is positive, so a map does not flip from one week to the next.
 *
 * @param points n × p, finite, at least two rows; scaled already if columns have different units.
 * @param components 1 … p.
 * @param seed Of the sample of 20,000 rows that stands for more.
 * @throws {RangeError} When a value is not finite, or there are not so many components.
 * @see Jolliffe (2002), "Principal Component Analysis". O(n p²).
 * @example
 * pca(matrixOf([[0, 0], [1, 1], [2, 2]]), 1, 7).explained.map(Math.round); // => [1]
 */
export function pca(points: Matrix, components: number, seed: number): PrincipalComponents {
  requireFinite(points);
  const sample =
    points.rows > learnedRows
      ? takeRows(points, sampleRows(createRandom(seed), points.rows, learnedRows))
      : points;
  if (components < 1 || components > Math.min(sample.rows, sample.columns)) {
    throw new RangeError(
      `${components} components do not fit ${sample.rows} rows of ${sample.columns} numbers`,
    );
  }
  const means = columnMeans(sample);
  const model = new PCA(covariances(sample, means), { isCovarianceMatrix: true });
  const directions = model.getEigenvectors().transpose().to2DArray().slice(0, components);
  return {
    means,
    loadings: matrixOf(directions.map(withFixedSign)),
    // What is rounded below nothing explains nothing.
    explained: model
      .getExplainedVariance()
      .slice(0, components)
      .map((share) => Math.max(0, share)),
  };
}

/**
 * Rows as their coordinates on the components: what a map draws.
 *
 * @returns n × c, in the points' unit; the mean row is at the origin.
 * @example
 * project(matrixOf([[3, 1]]), pca(matrixOf([[0, 0], [2, 0], [1, 0]]), 1, 7)).values; // => Float64Array.of(2)
 */
export function project(points: Matrix, { means, loadings }: PrincipalComponents): Matrix {
  const values = new Float64Array(points.rows * loadings.rows);
  for (let row = 0; row < points.rows; row += 1) {
    for (let component = 0; component < loadings.rows; component += 1) {
      values[row * loadings.rows + component] = along(rowOf(points, row), means, rowOf(loadings, component));
    }
  }
  return { rows: points.rows, columns: loadings.rows, values };
}

/**
 * Coordinates on the components back as rows; what the left-out components held is lost.
 *
 * @param codes n × c, as from `project`.
 * @returns n × p.
 * @example
 * restore(matrixOf([[2]]), pca(matrixOf([[0, 0], [2, 0], [1, 0]]), 1, 7)).values; // => Float64Array.of(3, 0)
 */
export function restore(codes: Matrix, { means, loadings }: PrincipalComponents): Matrix {
  const { columns } = loadings;
  const values = new Float64Array(codes.rows * columns);
  for (let row = 0; row < codes.rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let value = at(means, column);
      for (let component = 0; component < codes.columns; component += 1) {
        value +=
          cell(codes.values, row * codes.columns + component) *
          cell(loadings.values, component * columns + column);
      }
      values[row * columns + column] = value;
    }
  }
  return { rows: codes.rows, columns, values };
}

function along(row: Float64Array, means: readonly number[], direction: Float64Array): number {
  return direction.reduce(
    (total, loading, column) => total + loading * (cell(row, column) - at(means, column)),
    0,
  );
}

function withFixedSign(direction: readonly number[]): number[] {
  const largest = direction.reduce(
    (best, loading) => (Math.abs(loading) > Math.abs(best) + 1e-9 ? loading : best),
    0,
  );
  return direction.map((loading) => (largest < 0 ? -loading : loading));
}

/** p × p, with divisor n - 1; two passes, as the means are taken off first. */
function covariances({ rows, columns, values }: Matrix, means: readonly number[]): number[][] {
  const products = new Float64Array(columns * columns);
  const centered = new Float64Array(columns);
  const center = Float64Array.from(means);
  for (let start = 0; start < values.length; start += columns) {
    for (let i = 0; i < columns; i += 1) {
      const value = cell(values, start + i) - cell(center, i);
      centered[i] = value;
      for (let j = 0, to = i * columns; j <= i; j += 1, to += 1) {
        products[to] = (products[to] ?? Number.NaN) + value * (centered[j] ?? Number.NaN);
      }
    }
  }
  const between = (i: number, j: number) => cell(products, i * columns + j) / (rows - 1);
  return means.map((_, i) => means.map((__, j) => between(Math.max(i, j), Math.min(i, j))));
}

function columnMeans({ rows, columns, values }: Matrix): number[] {
  const sums = new Float64Array(columns);
  for (const [index, value] of values.entries()) sums[index % columns] = cell(sums, index % columns) + value;
  return Array.from(sums, (total) => total / rows);
}
