import { type Matrix, requireFinite, takeRows } from "../numbers/matrix.ts";
import { curvatureFactor, minimizeLoss, type Minimum, type Place, type Problem } from "./minimum.ts";
import { solveCholesky } from "./linear-algebra.ts";
import { warmStart } from "./warm-start.ts";

export interface LogisticOptions {
  /** Ridge penalty λ in Σ loss + λ/2·|β|²; the intercept is free. scikit-learn's C is 1/λ. */
  readonly ridge: number;
  /** The last step changes no coefficient by more than this part of the largest; what is left is far smaller still. */
  readonly tolerance?: number;
  /** Coefficients to begin with; without them `ml-logistic-regression` takes the first steps. */
  readonly start?: Float64Array;
}

/** Coefficients on the scale of the points that were given: intercept first, then one per column. */
export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Mean negative log-likelihood on the points, without the penalty. */
  readonly logLoss: number;
  /** Passes over all rows, those of a shortened step not counted. */
  readonly steps: number;
}

/** Rows that Newton's method goes over again and again; from twice as many on, it goes over a sample of so many. */
const newtonRows = 20_000;
const mostSteps = 200;
/** With a sample's curvature three to six passes are enough; where it is no likeness of the rest, Newton takes over. */
const mostPasses = 15;

/**
 * Ridge logistic regression, begun by `ml-logistic-regression`, continued by Newton's method to the optimum and
 * checked for convergence. From 40,000 rows on Newton's method runs on a sample, whose curvature then leads the
 * gradient of all rows: a few preconditioned full passes reach the same optimum.
 *
 * @param points n × p, standardised columns.
 * @param outcomes n labels, 1 for an answer and 0 for none.
 * @throws {RangeError} When lengths differ, a label is not 0 or 1, only one class is there, a point is not a finite
 *   number, or the steps do not converge.
 * @see Hastie, Tibshirani & Friedman (2009), "The Elements of Statistical Learning", 4.4.1. O(n·p²) a step of
 *   Newton's, O(n·p) a pass.
 * @example
 * fitLogistic({ rows: 4, columns: 1, values: Float64Array.of(-1, 1, -1, 1) }, [0, 1, 1, 0], { ridge: 1 }).logLoss; // => Math.log(2)
 */
export function fitLogistic(
  points: Matrix,
  outcomes: ArrayLike<number>,
  { ridge, tolerance = 1e-5, start }: LogisticOptions,
): LogisticFit {
  requireFinite(points);
  const problem = { points, labels: readLabels(outcomes, points.rows), ridge };
  const first = start ?? warmStart(points, problem.labels);
  const passes = points.rows < 2 * newtonRows ? undefined : minimizeBySample(problem, first, tolerance);
  const found =
    passes?.end === "settled" ? passes : newton(problem, passes?.coefficients ?? first, tolerance);
  const { coefficients, loss, steps } = found;
  return { coefficients, logLoss: loss / points.rows, steps };
}

/** Newton's method; where no step helps any more, the floor of rounding is reached. */
function newton(problem: Problem, start: Float64Array, tolerance: number): Minimum {
  const stepFrom = newtonStep(problem);
  const found = minimizeLoss(problem, start, { stepFrom, tolerance, mostSteps });
  if (found.end === "tired")
    throw new RangeError(`the response model did not converge in ${mostSteps} steps`);
  return found;
}

/** To the bottom of the bowl that the loss is like at a place. */
function newtonStep(problem: Problem): (place: Place) => Float64Array {
  return ({ information, descent }) => solveCholesky(curvatureFactor(problem, information), descent);
}

/** Newton's method on every s-th row, then passes over all of them, led by the curvature where it ended. */
function minimizeBySample(problem: Problem, start: Float64Array, tolerance: number): Minimum | undefined {
  const { points, labels, ridge } = problem;
  const stride = Math.floor(points.rows / newtonRows);
  const rows = Uint32Array.from({ length: newtonRows }, (_, i) => i * stride);
  const scale = points.rows / newtonRows;
  const sample = {
    points: takeRows(points, rows),
    labels: Uint8Array.from(rows, (row) => labels[row] as number),
    ridge: ridge / scale,
  };
  if (new Set(sample.labels).size < 2) return undefined;
  const near = minimizeLoss(sample, start, {
    stepFrom: newtonStep(sample),
    tolerance: 1e-2,
    mostSteps: mostPasses,
  });
  const factor = curvatureFactor(sample, near.information);
  const stepFrom = ({ descent }: Place) => solveCholesky(factor, descent).map((value) => value / scale);
  return minimizeLoss(problem, near.coefficients, { stepFrom, tolerance, mostSteps: mostPasses });
}

/** @throws {RangeError} When lengths differ, a label is not 0 or 1, or only one class is there. */
function readLabels(outcomes: ArrayLike<number>, rows: number): Uint8Array {
  if (outcomes.length !== rows) {
    throw new RangeError(`${rows} points need as many outcomes, got ${outcomes.length}`);
  }
  const labels = Uint8Array.from(outcomes);
  for (let row = 0; row < rows; row++) {
    const outcome = outcomes[row];
    if (outcome !== 0 && outcome !== 1) throw new RangeError(`an outcome is 0 or 1, got ${String(outcome)}`);
  }
  const answers = labels.reduce((sum, label) => sum + label, 0);
  if (answers === 0 || answers === rows) throw new RangeError("a response model needs both outcomes");
  return labels;
}
