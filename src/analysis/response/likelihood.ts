import type { Matrix } from "../numbers/matrix.ts";

/**
 * The log-odds of one row: intercept plus the weighted columns.
 *
 * @param coefficients p + 1 numbers, intercept first.
 * @example
 * logOdds({ rows: 1, columns: 2, values: Float64Array.of(3, 4) }, 0, Float64Array.of(1, 2, -1)); // => 3
 */
export function logOdds(points: Matrix, row: number, coefficients: Float64Array): number {
  const { columns, values } = points;
  const from = row * columns;
  let sum = coefficients[0] as number;
  for (let j = 0; j < columns; j++) sum += (values[from + j] as number) * (coefficients[j + 1] as number);
  return sum;
}

/**
 * The probability for a log-odds.
 *
 * @example
 * logistic(0); // => 0.5
 */
export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
