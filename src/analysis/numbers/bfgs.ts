import { at } from "../../lib/at.ts";

/** A function's value at a point, and its slope there. */
export interface Slope {
  readonly value: number;
  /** One partial derivative per coordinate. */
  readonly gradient: readonly number[];
}

/** Where a descent ended. */
export interface Lowest extends Slope {
  readonly point: readonly number[];
  /** False when the steps ran out or no step helped before the slope was flat. */
  readonly settled: boolean;
}

/** When a descent is over. */
export interface DescentOptions {
  /** The largest partial derivative that counts as flat. */
  readonly flat: number;
  /** By default 500. */
  readonly mostSteps?: number;
}

/**
 * Goes down a smooth function of a few coordinates by BFGS: the inverse curvature is learned from the slopes on the way.
 *
 * @param start p coordinates.
 * @see Nocedal & Wright (2006), Numerical Optimization, algorithm 6.1, with halved steps (Armijo, 1e-4). O(p²) a step
 * beside the function.
 * @example
 * Math.round(at(minimize(([x = 0]) => ({ value: (x - 3) ** 2, gradient: [2 * (x - 3)] }), [0], { flat: 1e-9 }).point, 0)); // => 3
 */
export function minimize(
  slopeAt: (point: readonly number[]) => Slope,
  start: readonly number[],
  { flat, mostSteps = 500 }: DescentOptions,
): Lowest {
  let here = { point: start, ...slopeAt(start) };
  let inverse = identity(start.length);
  for (let step = 0; step < mostSteps; step++) {
    if (here.gradient.every((part) => Math.abs(part) <= flat)) return { ...here, settled: true };
    let direction = times(inverse, here.gradient).map((part) => -part);
    if (dot(direction, here.gradient) >= 0) {
      inverse = identity(start.length);
      direction = here.gradient.map((part) => -part);
    }
    const next = walk(slopeAt, here, direction);
    if (next === undefined) return { ...here, settled: false };
    inverse = learn(inverse, minus(next.point, here.point), minus(next.gradient, here.gradient));
    here = next;
  }
  return { ...here, settled: false };
}

type Place = Slope & { readonly point: readonly number[] };

/** The first of ever shorter steps that goes down enough; undefined when none does. */
function walk(
  slopeAt: (point: readonly number[]) => Slope,
  here: Place,
  direction: readonly number[],
): Place | undefined {
  const descent = dot(direction, here.gradient);
  const longest = Math.max(...direction.map(Math.abs));
  // Coordinates are logarithms or standardised: more than a few units at once leaves where slopes mean anything.
  for (let length = Math.min(1, 4 / longest); length * longest > 1e-14; length /= 2) {
    const point = here.point.map((value, i) => value + length * at(direction, i));
    const slope = slopeAt(point);
    if (slope.value <= here.value + 1e-4 * length * descent) return { point, ...slope };
  }
  return undefined;
}

/** The BFGS update; skipped where the step saw no curvature, or the inverse would not stay positive definite. */
function learn(
  inverse: readonly (readonly number[])[],
  step: readonly number[],
  turn: readonly number[],
): readonly (readonly number[])[] {
  const curvature = dot(step, turn);
  if (!(curvature > 1e-14)) return inverse;
  const turned = times(inverse, turn);
  const weight = (1 + dot(turn, turned) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map(
      (value, j) =>
        value +
        weight * at(step, i) * at(step, j) -
        (at(turned, i) * at(step, j) + at(step, i) * at(turned, j)) / curvature,
    ),
  );
}

function identity(size: number): readonly (readonly number[])[] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return matrix.map((row) => dot(row, vector));
}

function minus(first: readonly number[], second: readonly number[]): readonly number[] {
  return first.map((value, i) => value - at(second, i));
}

function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, i) => sum + value * at(second, i), 0);
}
