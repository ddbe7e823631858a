import type { Matrix } from "../matrix.ts";
import { curvature, descent, penalisedLoss } from "./likelihood.ts";
import { choleskyInPlace, solveCholesky } from "./linear-algebra.ts";
import { warmStart } from "./warm-start.ts";

export interface LogisticOptions {
  /** Ridge penalty λ in Σ loss + λ/2·|β|²; the intercept is free. scikit-learn's C is 1/λ. */
  readonly ridge: number;
  /** Ends when no coefficient would change by more than this. */
  readonly tolerance?: number;
  /** Coefficients to begin with; without them `ml-logistic-regression` takes the first steps. */
  readonly start?: Float64Array;
}

/** Coefficients on the scale of the points that were given: intercept first, then one per column. */
export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Mean negative log-likelihood on the points, without the penalty. */
  readonly logLoss: number;
  readonly iterations: number;
}

/** Rows whose curvature is summed exactly; above, every s-th row stands for s of them. */
const curvatureRows = 30_000;
const largestIterations = 200;

/**
 * Ridge logistic regression, begun by `ml-logistic-regression`, continued by Newton's method to the optimum and
 * checked for convergence. Above 30,000 rows the curvature is taken from every s-th row and only the gradient from
 * all: a preconditioned full pass, a few of which reach the same optimum.
 *
 * @param points n × p, standardised columns.
 * @param outcomes n labels, 1 for an answer and 0 for none.
 * @throws {RangeError} When lengths differ, a label is not 0 or 1, only one class is there, a point is not a finite
 *   number, or the steps do not converge.
 * @see Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", 4.4.1. O(n·p²) a step.
 * @example
 * fitLogistic({ rows: 4, columns: 1, values: Float64Array.of(-1, 1, -1, 1) }, [0, 1, 1, 0], { ridge: 1 }).logLoss; // => Math.log(2)
 */
export function fitLogistic(
  points: Matrix,
  outcomes: ArrayLike<number>,
  { ridge, tolerance = 1e-10, start }: LogisticOptions,
): LogisticFit {
  checkProblem(points, outcomes);
  const stride = Math.max(1, Math.floor(points.rows / curvatureRows));
  let beta = start?.slice() ?? warmStart(points, outcomes);
  let loss = penalisedLoss(points, outcomes, beta, ridge);
  let factor: Float64Array | undefined;
  for (let iteration = 1; iteration <= largestIterations; iteration++) {
    // A subsample's curvature hardly changes near the optimum: three full rounds of it are enough.
    if (factor === undefined || stride === 1 || iteration <= 3) {
      factor = choleskyInPlace(curvature(points, beta, ridge, stride), beta.length);
    }
    const step = solveCholesky(factor, descent(points, outcomes, beta, ridge));
    const next = shorten(points, outcomes, { beta, step, loss, ridge });
    if (next === undefined || largest(step) <= tolerance * Math.max(1, largest(beta))) {
      return {
        coefficients: next?.beta ?? beta,
        logLoss: meanLoss(points, outcomes, next?.beta ?? beta),
        iterations: iteration,
      };
    }
    beta = next.beta;
    loss = next.loss;
  }
  throw new RangeError(`the response model did not converge in ${largestIterations} steps`);
}

interface Point {
  readonly beta: Float64Array;
  readonly step: Float64Array;
  readonly loss: number;
  readonly ridge: number;
}

/** Halves the step until the loss no longer grows; undefined when no step helps: rounding's floor is reached. */
function shorten(
  points: Matrix,
  outcomes: ArrayLike<number>,
  { beta, step, loss, ridge }: Point,
): { beta: Float64Array; loss: number } | undefined {
  for (let length = 1; length > 1e-4; length /= 2) {
    const tried = beta.map((value, j) => value + length * (step[j] as number));
    const reached = penalisedLoss(points, outcomes, tried, ridge);
    if (reached <= loss + 1e-12 * loss) return { beta: tried, loss: reached };
  }
  return undefined;
}

function meanLoss(points: Matrix, outcomes: ArrayLike<number>, beta: Float64Array): number {
  return penalisedLoss(points, outcomes, beta, 0) / points.rows;
}

function largest(list: Float64Array): number {
  return list.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function checkProblem(points: Matrix, outcomes: ArrayLike<number>): void {
  if (outcomes.length !== points.rows) {
    throw new RangeError(`${points.rows} points need as many outcomes, got ${outcomes.length}`);
  }
  if (!points.values.every(Number.isFinite)) throw new RangeError("a point is not a finite number");
  let answers = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const outcome = outcomes[row];
    if (outcome !== 0 && outcome !== 1) throw new RangeError(`an outcome is 0 or 1, got ${String(outcome)}`);
    answers += outcome;
  }
  if (answers === 0 || answers === outcomes.length)
    throw new RangeError("a response model needs both outcomes");
}
