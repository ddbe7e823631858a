// Inner loops index with `as number`: every index is bounded by a length checked at the door, and the shared `at` has
// seen so many kinds of lists that the engine no longer inlines it.

/**
 * Cholesky factor of a symmetric positive definite matrix, in the lower triangle, in place.
 *
 * @param values p × p numbers, row after row; only the lower triangle is read.
 * @throws {RangeError} When the matrix is not positive definite.
 * @see Golub & Van Loan (2013), "Matrix Computations", 4.2. O(p³).
 * @example
 * choleskyInPlace(Float64Array.of(4, 0, 2, 5), 2); // => Float64Array.of(2, 0, 1, 2)
 */
export function choleskyInPlace(values: Float64Array, size: number): Float64Array {
  if (values.length !== size * size)
    throw new RangeError(`${values.length} numbers are not ${size} × ${size}`);
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = values[row * size + column] as number;
      for (let k = 0; k < column; k++) {
        sum -= (values[row * size + k] as number) * (values[column * size + k] as number);
      }
      if (row === column && !(sum > 0)) throw new RangeError("the matrix is not positive definite");
      values[row * size + column] =
        row === column ? Math.sqrt(sum) : sum / (values[column * size + column] as number);
    }
  }
  return values;
}

/**
 * Solves L·Lᵀ·x = b for the Cholesky factor L.
 *
 * @param factor p × p, lower triangle.
 * @param right p numbers.
 * @returns x, a list of its own. O(p²).
 * @example
 * solveCholesky(Float64Array.of(2, 0, 1, 2), Float64Array.of(8, 9)); // => Float64Array.of(1.375, 1.25)
 */
export function solveCholesky(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  if (factor.length !== size * size) throw new RangeError(`the factor is not ${size} × ${size}`);
  const x = right.slice();
  for (let row = 0; row < size; row++) {
    let sum = x[row] as number;
    for (let k = 0; k < row; k++) sum -= (factor[row * size + k] as number) * (x[k] as number);
    x[row] = sum / (factor[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row] as number;
    for (let k = row + 1; k < size; k++) sum -= (factor[k * size + row] as number) * (x[k] as number);
    x[row] = sum / (factor[row * size + row] as number);
  }
  return x;
}
