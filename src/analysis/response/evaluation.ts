import type { Matrix } from "../numbers/matrix.ts";

// Hot loops: see linear-algebra.ts for why they index with `as number`.

/** What one pass over the rows tells about a set of coefficients. */
export interface Evaluation {
  /** Σ −log of the probability that was given to what happened. */
  readonly loss: number;
  /** −∂/∂β of it, p + 1 numbers: where the next step leads. */
  readonly descent: Float64Array;
  /** n numbers p(1 − p) in [0, 0.25]: how much each row says about the coefficients. */
  readonly information: Float64Array;
}

/** A part of the rows: 30 columns of so many stay in the first-level cache between the two times they are read. */
interface Block {
  readonly from: number;
  readonly rows: number;
  /** One place per row: log-odds first, residuals afterwards. A multiple of four long. */
  readonly numbers: Float64Array;
}

const blockRows = 128;

/**
 * Loss, descent and information of a logistic regression in one pass: the log-odds of a row are computed once
 * and the memory is read once, which is what a pass over many rows costs.
 *
 * @param points n × p.
 * @param labels n labels, 1 for an answer and 0 for none.
 * @param coefficients p + 1 numbers, intercept first.
 * @see Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", 4.4.1. O(n·p).
 * @example
 * evaluate({ rows: 2, columns: 1, values: Float64Array.of(-1, 1) }, Uint8Array.of(0, 1), Float64Array.of(0, 0)); // => { loss: Math.log(4), descent: Float64Array.of(0, 1), information: Float64Array.of(0.25, 0.25) }
 */
export function evaluate(points: Matrix, labels: Uint8Array, coefficients: Float64Array): Evaluation {
  const information = new Float64Array(points.rows);
  const descent = new Float64Array(points.columns + 1);
  const numbers = new Float64Array(blockRows);
  let loss = 0;
  for (let from = 0; from < points.rows; from += blockRows) {
    const block = { from, rows: Math.min(blockRows, points.rows - from), numbers };
    fillOdds(block, points, coefficients);
    loss += weigh(block, labels, information);
    addDescent(descent, points, block);
  }
  return { loss, descent, information };
}

/** Four rows at a time, so that one addition need not wait for the last; past the end the last row stands again. */
function fillOdds({ from, rows, numbers }: Block, { columns, values }: Matrix, beta: Float64Array): void {
  const last = (from + rows - 1) * columns;
  for (let r = 0; r < rows; r += 4) {
    const a = (from + r) * columns;
    const b = Math.min(a + columns, last);
    const c = Math.min(b + columns, last);
    const d = Math.min(c + columns, last);
    let first = beta[0] as number;
    let second = first;
    let third = first;
    let fourth = first;
    for (let j = 0; j < columns; j++) {
      const weight = beta[j + 1] as number;
      first += (values[a + j] as number) * weight;
      second += (values[b + j] as number) * weight;
      third += (values[c + j] as number) * weight;
      fourth += (values[d + j] as number) * weight;
    }
    numbers[r] = first;
    numbers[r + 1] = second;
    numbers[r + 2] = third;
    numbers[r + 3] = fourth;
  }
}

/**
 * Log-odds become residuals y − p; past the end they are 0, so that a row that stands again adds nothing.
 *
 * @returns The loss of the block. Its logarithms are taken of one product: at most 2¹²⁸, far from overflow.
 */
function weigh({ from, rows, numbers }: Block, labels: Uint8Array, information: Float64Array): number {
  let loss = 0;
  let product = 1;
  for (let r = 0; r < rows; r++) {
    const odds = numbers[r] as number;
    const isYes = labels[from + r] === 1;
    // e^−|t| never overflows: 1/(1 + e) is the probability of the likelier outcome.
    const small = Math.exp(-Math.abs(odds));
    const likelier = 1 / (1 + small);
    information[from + r] = small * likelier * likelier;
    loss += Math.max(isYes ? -odds : odds, 0);
    product *= 1 + small;
    numbers[r] = (isYes ? 1 : 0) - (odds >= 0 ? likelier : small * likelier);
  }
  numbers.fill(0, rows);
  return loss + Math.log(product);
}

/** Adds Σ residual · (1, row) of a block. */
function addDescent(
  descent: Float64Array,
  { columns, values }: Matrix,
  { from, rows, numbers }: Block,
): void {
  const last = (from + rows - 1) * columns;
  for (let r = 0; r < rows; r += 4) {
    const a = (from + r) * columns;
    const b = Math.min(a + columns, last);
    const c = Math.min(b + columns, last);
    const d = Math.min(c + columns, last);
    const first = numbers[r] as number;
    const second = numbers[r + 1] as number;
    const third = numbers[r + 2] as number;
    const fourth = numbers[r + 3] as number;
    descent[0] = (descent[0] as number) + first + second + third + fourth;
    for (let j = 0; j < columns; j++) {
      descent[j + 1] =
        (descent[j + 1] as number) +
        first * (values[a + j] as number) +
        second * (values[b + j] as number) +
        third * (values[c + j] as number) +
        fourth * (values[d + j] as number);
    }
  }
}
