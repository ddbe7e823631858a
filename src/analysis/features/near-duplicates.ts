import { cell, type Matrix } from "../numbers/matrix.ts";

/** A column that says nearly the same as an earlier one. */
export interface NearDuplicate {
  readonly column: number;
  /** The earlier column, which stays. */
  readonly instead: number;
  /** Pearson's r, in [-1, 1]. */
  readonly correlation: number;
}

/**
 * Columns that say nearly the same as an earlier column: |r| above a limit. The earlier one stays, so the order of
 * the columns is the order of preference.
 *
 * @param points n × p preprocessed (standardised) values; a column that does not vary correlates with none.
 * @param limit In (0, 1).
 * @returns Ascending by column; a column that was dropped drops no other. O(n p²).
 * @example
 * nearDuplicates({ rows: 3, columns: 2, values: Float64Array.of(-1, 2, 0, 0, 1, -2) }, 0.98);
 * // => [{ column: 1, instead: 0, correlation: -1 }]
 */
export function nearDuplicates(points: Matrix, limit: number): readonly NearDuplicate[] {
  const kept: number[] = [];
  const found: NearDuplicate[] = [];
  for (let column = 0; column < points.columns; column += 1) {
    const duplicate = kept
      .map((instead) => ({ column, instead, correlation: correlationOf(points, column, instead) }))
      .find(({ correlation }) => Math.abs(correlation) > limit);
    if (duplicate === undefined) kept.push(column);
    else found.push(duplicate);
  }
  return found;
}

/**
 * Pearson's correlation of two columns; 0 where one does not vary.
 *
 * @returns In [-1, 1].
 * @example
 * correlationOf({ rows: 3, columns: 2, values: Float64Array.of(1, 2, 2, 4, 3, 6) }, 0, 1); // => 1
 */
export function correlationOf({ rows, columns, values }: Matrix, a: number, b: number): number {
  let [meanA, meanB] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    meanA += cell(values, row * columns + a) / rows;
    meanB += cell(values, row * columns + b) / rows;
  }
  let [squaresA, squaresB, products] = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    const fromA = cell(values, row * columns + a) - meanA;
    const fromB = cell(values, row * columns + b) - meanB;
    squaresA += fromA * fromA;
    squaresB += fromB * fromB;
    products += fromA * fromB;
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return scale === 0 ? 0 : Math.min(1, Math.max(-1, products / scale));
}
