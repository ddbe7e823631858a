import { type Matrix, takeColumns, takeRows } from "../numbers/matrix.ts";
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
  const problem = { ...thinned(points, outcomes), ridge };
  let full = new Float64Array(points.columns + 1);
  while (chosen.length < count && left.length > 0) {
    full = fitChosen(problem, chosen, full);
    const merits = scoreStatistics(problem, full, chosen, left);
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

/** More rows change the order of the variables no more. */
const mostRows = 10_000;

function thinned(points: Matrix, outcomes: Uint8Array): Pick<Problem, "points" | "outcomes"> {
  if (points.rows <= mostRows) return { points, outcomes };
  const stride = points.rows / mostRows;
  const rows = Uint32Array.from({ length: mostRows }, (_, i) => Math.floor(i * stride));
  return {
    points: takeRows(points, rows),
    outcomes: Uint8Array.from(rows, (row) => outcomes[row] as number),
  };
}

/** Coefficients of the chosen variables, 0 for all others; begun at those of one variable less. */
function fitChosen(
  { points, outcomes, ridge }: Problem,
  chosen: readonly Variable[],
  before: Float64Array,
): Float64Array<ArrayBuffer> {
  const kept = [0, ...columnsOf(chosen).map((column) => column + 1)];
  const model = takeColumns(points, columnsOf(chosen));
  const start = Float64Array.from(kept, (place) => before[place] as number);
  const { coefficients } = fitLogistic(model, outcomes, { ridge, start, tolerance: 1e-3 });
  const full = new Float64Array(points.columns + 1);
  kept.forEach((place, i) => {
    full[place] = coefficients[i] as number;
  });
  return full;
}

function columnsOf(variables: readonly Variable[]): readonly number[] {
  return variables.flatMap(({ columns }) => columns);
}

/** Per candidate: the score statistic of adding it to the chosen ones, less twice its columns. */
function scoreStatistics(
  { points, outcomes }: Problem,
  full: Float64Array,
  chosen: readonly Variable[],
  candidates: readonly Variable[],
): number[] {
  const { descent, information: weights } = evaluate(points, outcomes, full);
  const information = { size: points.columns + 1, values: crossProducts(points, weights) };
  const inModel = [0, ...columnsOf(chosen).map((column) => column + 1)];
  return candidates.map((candidate) => {
    const added = candidate.columns.map((column) => column + 1);
    return scoreStatistic(information, descent, inModel, added) - 2 * added.length;
  });
}

interface Symmetric {
  readonly size: number;
  readonly values: Float64Array;
}

/** uᵀ·(I_bb − I_ba·I_aa⁻¹·I_ab)⁻¹·u for the added columns b given the model's columns a; −∞ for mere repetitions. */
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
  // The ridge leaves the model's own columns a gradient, and so those that repeat them: divided by nothing it would
  // look like a promise.
  const isNew = added.some((b, i) => (rest[i * added.length + i] as number) > repeated * entry(b, b));
  if (!isNew) return Number.NEGATIVE_INFINITY;
  const u = Float64Array.from(added, (b) => gradient[b] as number);
  const step = solveCholesky(choleskyInPlace(withRidge(rest, added.length), added.length), u);
  return u.reduce((sum, value, i) => sum + value * (step[i] as number), 0);
}

/** Part of a column's information that the model's columns must leave for it to say anything of its own. */
const repeated = 1e-6;

/** A trace of ridge, so that a column that repeats another makes a small pivot and not a broken factor. */
function withRidge(values: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) {
    values[i * size + i] = (values[i * size + i] as number) * (1 + 1e-9) + 1e-6;
  }
  return values;
}
