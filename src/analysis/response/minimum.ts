import type { Matrix } from "../numbers/matrix.ts";
import { crossProducts } from "./cross-products.ts";
import { evaluate } from "./evaluation.ts";
import { choleskyInPlace } from "./linear-algebra.ts";

/** A ridge logistic regression to be solved: Σ loss + λ/2·|β|² is to be smallest; the intercept is free. */
export interface Problem {
  readonly points: Matrix;
  /** n labels, 0 or 1. */
  readonly labels: Uint8Array;
  /** λ, 0 or more. */
  readonly ridge: number;
}

/** Coefficients and what a pass over the rows tells of them. */
export interface Place {
  readonly coefficients: Float64Array;
  /** Σ −log of the probability of what happened, without the penalty. */
  readonly loss: number;
  readonly penalised: number;
  /** −∂/∂β of the loss with its penalty. */
  readonly descent: Float64Array;
  /** n numbers p(1 − p). */
  readonly information: Float64Array;
}

/** How to go down, and when it is enough. */
export interface MethodRequest {
  /** The step that is tried from a place; halved until the loss no longer grows. */
  readonly stepFrom: (place: Place) => Float64Array;
  /** The last step changes no coefficient by more than this part of the largest (of 1, where all are smaller). */
  readonly tolerance: number;
  readonly mostSteps: number;
}

/** Where a way led: `stuck` when no step made the loss smaller, `tired` when the steps were used up. */
export interface Minimum extends Place {
  readonly end: "settled" | "stuck" | "tired";
  readonly steps: number;
}

/**
 * Goes down the loss from some coefficients on, one pass over the rows a step.
 *
 * @param start p + 1 coefficients, intercept first.
 * @example
 * minimizeLoss({ points: { rows: 2, columns: 0, values: Float64Array.of() }, labels: Uint8Array.of(0, 1), ridge: 0 }, Float64Array.of(0), { stepFrom: () => Float64Array.of(0), tolerance: 1e-8, mostSteps: 9 }).end; // => "settled"
 */
export function minimizeLoss(
  problem: Problem,
  start: Float64Array,
  { stepFrom, tolerance, mostSteps }: MethodRequest,
): Minimum {
  let place = placeAt(problem, start);
  for (let steps = 1; steps <= mostSteps; steps++) {
    const step = stepFrom(place);
    const next = shorten(problem, place, step);
    if (next === undefined) return { ...place, end: "stuck", steps };
    place = next;
    if (largest(step) <= tolerance * Math.max(1, largest(place.coefficients)))
      return { ...place, end: "settled", steps };
  }
  return { ...place, end: "tired", steps: mostSteps };
}

/**
 * Cholesky factor of the curvature ∂²/∂β² of the loss with its penalty.
 *
 * @param information n numbers p(1 − p).
 * @throws {RangeError} When it is not positive definite: columns that repeat each other, and no ridge. O(n·p²).
 * @example
 * curvatureFactor({ points: { rows: 2, columns: 0, values: Float64Array.of() }, ridge: 0 }, Float64Array.of(0.25, 0)); // => Float64Array.of(0.5)
 */
export function curvatureFactor(
  { points, ridge }: Pick<Problem, "points" | "ridge">,
  information: Float64Array,
): Float64Array {
  const size = points.columns + 1;
  const curvature = crossProducts(points, information);
  for (let j = 1; j < size; j++) curvature[j * size + j] = (curvature[j * size + j] as number) + ridge;
  return choleskyInPlace(curvature, size);
}

function placeAt({ points, labels, ridge }: Problem, coefficients: Float64Array): Place {
  const { loss, descent, information } = evaluate(points, labels, coefficients);
  const penalised = coefficients.map((value, j) => (j === 0 ? 0 : value));
  return {
    coefficients,
    loss,
    penalised: loss + (ridge / 2) * penalised.reduce((sum, value) => sum + value ** 2, 0),
    descent: descent.map((value, j) => value - ridge * (penalised[j] as number)),
    information,
  };
}

/** Halves the step until the loss no longer grows; undefined when no step helps. */
function shorten(problem: Problem, place: Place, step: Float64Array): Place | undefined {
  for (let length = 1; length > 1e-4; length /= 2) {
    const tried = place.coefficients.map((value, j) => value + length * (step[j] as number));
    const next = placeAt(problem, tried);
    if (next.penalised <= place.penalised * (1 + 1e-12)) return next;
  }
  return undefined;
}

function largest(list: Float64Array): number {
  return list.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
