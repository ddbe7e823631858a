import type { Matrix } from "../matrix.ts";
import { crossProducts } from "./cross-products.ts";

// Hot loops: see linear-algebra.ts for why they index with `as number`.

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

/**
 * log(1 + eᵗ) without overflow: the loss of a "no" at log-odds t; of a "yes", at -t.
 *
 * @example
 * softplus(-1000); // => 0
 */
function softplus(t: number): number {
  return t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
}

/**
 * Σ loss + λ/2·|β|² (the intercept is free) at a set of coefficients. O(n·p).
 *
 * @example
 * penalisedLoss({ rows: 2, columns: 1, values: Float64Array.of(0, 0) }, [0, 1], Float64Array.of(0, 3), 2) - 2 * Math.log(2); // => 9
 */
export function penalisedLoss(
  points: Matrix,
  outcomes: ArrayLike<number>,
  coefficients: Float64Array,
  ridge: number,
): number {
  let loss = 0;
  for (let row = 0; row < points.rows; row++) {
    const odds = logOdds(points, row, coefficients);
    loss += softplus(outcomes[row] === 1 ? -odds : odds);
  }
  for (let j = 1; j < coefficients.length; j++) loss += (ridge / 2) * (coefficients[j] as number) ** 2;
  return loss;
}

/**
 * −∂/∂β of the penalised loss: where the next step leads. O(n·p).
 *
 * @example
 * descent({ rows: 2, columns: 1, values: Float64Array.of(-1, 1) }, [0, 1], Float64Array.of(0, 0), 0); // => Float64Array.of(0, 1)
 */
export function descent(
  points: Matrix,
  outcomes: ArrayLike<number>,
  coefficients: Float64Array,
  ridge: number,
): Float64Array {
  const { rows, columns, values } = points;
  const gradient = new Float64Array(columns + 1);
  for (let row = 0; row < rows; row++) {
    const residual = (outcomes[row] as number) - logistic(logOdds(points, row, coefficients));
    gradient[0] = (gradient[0] as number) + residual;
    const from = row * columns;
    for (let j = 0; j < columns; j++) {
      gradient[j + 1] = (gradient[j + 1] as number) + residual * (values[from + j] as number);
    }
  }
  for (let j = 1; j <= columns; j++) {
    gradient[j] = (gradient[j] as number) - ridge * (coefficients[j] as number);
  }
  return gradient;
}

/**
 * w = p(1 − p) of every s-th row: how much a row says about the coefficients.
 *
 * @returns ⌈n / stride⌉ numbers in (0, 0.25]. O(n·p / stride).
 * @example
 * informationWeights({ rows: 2, columns: 1, values: Float64Array.of(-1, 1) }, Float64Array.of(0, 0), 1); // => Float64Array.of(0.25, 0.25)
 */
export function informationWeights(points: Matrix, coefficients: Float64Array, stride: number): Float64Array {
  return new Float64Array(Math.ceil(points.rows / stride)).map((_, i) => {
    const probability = logistic(logOdds(points, i * stride, coefficients));
    return probability * (1 - probability);
  });
}

/**
 * The curvature ∂²/∂β² of the penalised loss from every s-th row, scaled up to all of them.
 *
 * @returns (p + 1)² numbers, row after row. O(n·p² / s).
 * @example
 * curvature({ rows: 2, columns: 1, values: Float64Array.of(-1, 1) }, Float64Array.of(0, 0), 1, 1); // => Float64Array.of(0.5, 0, 0, 1.5)
 */
export function curvature(
  points: Matrix,
  coefficients: Float64Array,
  ridge: number,
  stride: number,
): Float64Array {
  const weights = informationWeights(points, coefficients, stride);
  const scale = points.rows / weights.length;
  const size = points.columns + 1;
  const result = crossProducts(points, weights, stride).map((value) => value * scale);
  for (let j = 1; j < size; j++) result[j * size + j] = (result[j * size + j] as number) + ridge;
  return result;
}
