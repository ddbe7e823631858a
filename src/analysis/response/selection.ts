import { takeColumns, type Matrix } from "../matrix.ts";
import { crossProducts } from "./cross-products.ts";
import { evaluate } from "./evaluation.ts";
import { choleskyInPlace, solveCholesky } from "./linear-algebra.ts";
import { fitLogistic } from "./logistic.ts";

/** A variable as a person names it: one column, or all the levels of a category. */
export interface Variable {
  readonly name: string;
  /** Positions of its columns in the points. */
  readonly columns: readonly number[];
}

/**
 * Forward selection: again and again the variable that promises most is added, judged by Rao's score statistic less
 * twice its number of columns (as AIC does), which needs one pass over the rows and no fit per candidate.
 *
 * @param points n × p, standardised.
 * @param outcomes n labels, 0 or 1.
 * @returns At most `count` of the variables, most telling first; fewer when nothing more promises anything.
 * @see Rao (1948), "Large sample tests of statistical hypotheses"; Hosmer, Lemeshow & Sturdivant (2013), 4.3.
 *   O(count · n · p · columns in the model).
 * @example
 * selectVariables({ rows: 40, columns: 2, values: Float64Array.from({ length: 80 }, (_, i) => (i % 2 === 0 ? (i >> 1) % 5 : (i >> 1) / 20) - 1) }, Uint8Array.from({ length: 40 }, (_, i) => (i > 20 || i === 3 ? 1 : 0)), [{ name: "noise", columns: [0] }, { name: "visits", columns: [1] }], { count: 1, ridge: 1 }); // => [{ name: "visits", columns: [1] }]
 */
export function selectVariables(
  points: Matrix,
  outcomes: Uint8Array,
  variables: readonly Variable[],
  { count, ridge }: { readonly count: number; readonly ridge: number },
): Variable[] {
  const chosen: Variable[] = [];
  let left = [...variables];
  const problem = { points, outcomes, ridge };
  while (chosen.length < count && left.length > 0) {
    const merits = scoreStatistics(problem, chosen, left);
    const best = merits.reduce((most, merit, i) => (merit > (merits[most] as number) ? i : most), 0);
    if ((merits[best] as number) <= 0) break;
    chosen.push(left[best] as Variable);
    left = left.filter((_, i) => i !== best);
  }
  return chosen;
}

interface Problem {
  readonly points: Matrix;
  readonly outcomes: Uint8Array;
  readonly ridge: number;
}

/** Per candidate: the score statistic of adding it to the chosen ones, less twice its columns. */
function scoreStatistics(
  { points, outcomes, ridge }: Problem,
  chosen: readonly Variable[],
  candidates: readonly Variable[],
): number[] {
  const kept = chosen.flatMap((variable) => variable.columns);
  const model = takeColumns(points, kept);
  const start = new Float64Array(kept.length + 1);
  const beta = fitLogistic(model, outcomes, { ridge, tolerance: 1e-6, start }).coefficients;
  const full = spread(beta, kept, points.columns);
  const { descent, information: weights } = evaluate(points, outcomes, full);
  const information = { size: points.columns + 1, values: crossProducts(points, weights) };
  const inModel = [0, ...kept.map((column) => column + 1)];
  return candidates.map((candidate) => {
    const added = candidate.columns.map((column) => column + 1);
    return scoreStatistic(information, descent, inModel, added) - 2 * added.length;
  });
}

/** Coefficients of the model's columns at their places among all columns, 0 elsewhere. */
function spread(beta: Float64Array, kept: readonly number[], columns: number): Float64Array {
  const full = new Float64Array(columns + 1);
  full[0] = beta[0] as number;
  kept.forEach((column, i) => {
    full[column + 1] = beta[i + 1] as number;
  });
  return full;
}

interface Symmetric {
  readonly size: number;
  readonly values: Float64Array;
}

/** uᵀ·(I_bb − I_ba·I_aa⁻¹·I_ab)⁻¹·u for the added columns b given the model's columns a. */
function scoreStatistic(
  { size, values }: Symmetric,
  gradient: Float64Array,
  model: readonly number[],
  added: readonly number[],
): number {
  const entry = (i: number, j: number) => values[i * size + j] as number;
  const block = (rows: readonly number[], columns: readonly number[]) =>
    Float64Array.from(rows.flatMap((i) => columns.map((j) => entry(i, j))));
  const factor = choleskyInPlace(withRidge(block(model, model), model.length), model.length);
  const solved = added.map((b) => solveCholesky(factor, block([b], model)));
  const rest = Float64Array.from(
    added.flatMap((b, i) =>
      added.map((c) => {
        const explained = model.reduce((sum, a, k) => sum + entry(c, a) * (solved[i]?.[k] as number), 0);
        return entry(b, c) - explained;
      }),
    ),
  );
  const u = Float64Array.from(added, (b) => gradient[b] as number);
  const step = solveCholesky(choleskyInPlace(withRidge(rest, added.length), added.length), u);
  return u.reduce((sum, value, i) => sum + value * (step[i] as number), 0);
}

/** A trace of ridge, so that a column that repeats another makes a small pivot and not a broken factor. */
function withRidge(values: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) {
    values[i * size + i] = (values[i * size + i] as number) * (1 + 1e-9) + 1e-6;
  }
  return values;
}
