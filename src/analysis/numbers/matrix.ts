/** Rows of numbers in one block, row after row: `values[row * columns + column]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/**
 * The number at an index of a block of numbers; NaN outside, which shows in the result.
 *
 * `at` of src/lib/at.ts meets every kind of list and so costs ten times as much as this, which meets one. The innermost
 * loops (over rows × columns) write `values[index] ?? NaN` themselves: some loaders (tsx, vitest) call imported
 * functions through getters, which made such a loop twenty times slower.
 *
 * @example
 * cell(Float64Array.of(3, 5), 1); // => 5
 */
export function cell(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/**
 * The label (or row number) at an index of a list of them; the twin of `cell`, so that each meets one type only.
 *
 * @returns A whole number; -1, which no segment has, outside the list.
 * @example
 * labelAt(Int32Array.of(0, 2), 1); // => 2
 */
export function labelAt(labels: Int32Array, index: number): number {
  return labels[index] ?? -1;
}

/**
 * A matrix from lists of numbers, one per row.
 *
 * @throws {RangeError} When the rows differ in length.
 * @example
 * matrixOf([[1, 2], [3, 4]]).values; // => Float64Array.of(1, 2, 3, 4)
 */
export function matrixOf(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    if (row.length !== columns)
      throw new RangeError(`row ${index} has ${row.length} numbers, not ${columns}`);
    values.set(row, index * columns);
  }
  return { rows: rows.length, columns, values };
}

/**
 * One row, as a view of the same memory: not a copy.
 *
 * @example
 * rowOf(matrixOf([[1, 2], [3, 4]]), 1); // => Float64Array.of(3, 4)
 */
export function rowOf(matrix: Matrix, row: number): Float64Array {
  return matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/**
 * The rows as plain lists, for libraries that want them so, and for JSON.
 *
 * @example
 * rowsOf(matrixOf([[1, 2], [3, 4]])); // => [[1, 2], [3, 4]]
 */
export function rowsOf(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, row) => Array.from(rowOf(matrix, row)));
}

/**
 * One column, copied.
 *
 * @example
 * columnOf(matrixOf([[1, 2], [3, 4]]), 1); // => Float64Array.of(2, 4)
 */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  const { rows, columns, values } = matrix;
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) result[row] = cell(values, row * columns + column);
  return result;
}

/**
 * Some rows, in the order asked for; a row may be taken twice.
 *
 * @example
 * takeRows(matrixOf([[1, 2], [3, 4]]), [1]).values; // => Float64Array.of(3, 4)
 */
export function takeRows(matrix: Matrix, indices: ArrayLike<number>): Matrix {
  const { columns } = matrix;
  const values = new Float64Array(indices.length * columns);
  for (let row = 0; row < indices.length; row += 1) {
    // Number by number: a view for each row takes longer than its numbers.
    const from = (indices[row] ?? NaN) * columns;
    for (let column = 0; column < columns; column += 1) {
      values[row * columns + column] = matrix.values[from + column] ?? NaN;
    }
  }
  return { rows: indices.length, columns, values };
}

/**
 * Some columns, in the order asked for.
 *
 * @example
 * takeColumns(matrixOf([[1, 2], [3, 4]]), [1]).values; // => Float64Array.of(2, 4)
 */
export function takeColumns(matrix: Matrix, indices: readonly number[]): Matrix {
  const { rows, values } = matrix;
  const columns = indices.length;
  const result = new Float64Array(rows * columns);
  for (const [column, index] of indices.entries()) {
    for (let row = 0; row < rows; row += 1) {
      result[row * columns + column] = cell(values, row * matrix.columns + index);
    }
  }
  return { rows, columns, values: result };
}

/**
 * Squared Euclidean distance between a row of one block and a row of another; each is named by where it begins.
 *
 * @param from `[block, offset of the row's first number]`.
 * @example
 * squaredDistance([Float64Array.of(0, 0), 0], [Float64Array.of(9, 3, 4), 1], 2); // => 25
 */
export function squaredDistance(
  from: readonly [Float64Array, number],
  to: readonly [Float64Array, number],
  columns: number,
): number {
  let sum = 0;
  for (let column = 0; column < columns; column += 1) {
    const difference = (from[0][from[1] + column] ?? NaN) - (to[0][to[1] + column] ?? NaN);
    sum += difference * difference;
  }
  return sum;
}

/**
 * Checks that every number is finite; clustering answers NaN and Infinity with nonsense or obscure errors.
 *
 * @throws {RangeError} That names the first row and column that is not.
 * @example
 * requireFinite(matrixOf([[1, 2]])); // => undefined
 */
export function requireFinite({ columns, values }: Matrix): void {
  if (isFiniteThroughout({ values })) return;
  const index = values.findIndex((value) => !Number.isFinite(value));
  const place = `row ${Math.floor(index / columns)}, column ${index % columns}`;
  throw new RangeError(`every value must be a finite number, but ${place} is ${values[index]}`);
}

/**
 * Whether every number is finite.
 *
 * @example
 * isFiniteThroughout(matrixOf([[1, Number.NaN]])); // => false
 */
export function isFiniteThroughout({ values }: Pick<Matrix, "values">): boolean {
  // NaN and ±Infinity less themselves are NaN; two sums, so that one addition need not wait for the other.
  let even = 0;
  let odd = 0;
  for (let index = 0; index + 1 < values.length; index += 2) {
    const first = values[index] ?? NaN;
    const second = values[index + 1] ?? NaN;
    even += first - first;
    odd += second - second;
  }
  const last = values.at(-1) ?? 0;
  return even + odd + (last - last) === 0;
}
