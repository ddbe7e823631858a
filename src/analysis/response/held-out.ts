import { at } from "../../at.ts";
import { type Matrix, takeRows } from "../matrix.ts";
import { createRandom, derivedSeed } from "../random.ts";
import { type Encoding, encode, learnEncoding, narrow } from "./encoding.ts";
import { stratifiedFolds } from "./folds.ts";
import { logOdds } from "./likelihood.ts";
import { fitLogistic } from "./logistic.ts";
import { selectVariables, type Variable } from "./selection.ts";

/** Customers with a known outcome. */
export interface TrainingData {
  /** n × p feature values in their units, NaN where missing. */
  readonly raw: Matrix;
  readonly variables: readonly Variable[];
  /** n labels, 1 for an answer and 0 for none. */
  readonly outcomes: Uint8Array;
}

/** What kind of model is fitted: how many variables it may choose (all when undefined), and its ridge. */
export interface Recipe {
  readonly choose: number | undefined;
  readonly ridge: number;
}

/** A fitted model before calibration. */
export interface FittedModel {
  readonly encoding: Encoding;
  /** Intercept first, then one per encoded column. */
  readonly coefficients: Float64Array;
}

/**
 * Learns encoding, variables and coefficients from some rows; nothing of other rows is seen.
 *
 * @example
 * fitModel({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }, { choose: undefined, ridge: 1 }).coefficients.length; // => 2
 */
export function fitModel(
  data: TrainingData,
  { choose, ridge }: Recipe,
  start: "warm" | "zero" = "warm",
): FittedModel {
  const whole = learnEncoding(data.raw, data.variables);
  const points = encode(data.raw, whole);
  const chosen =
    choose === undefined || whole.variables.length <= choose
      ? whole.variables
      : selectVariables(points, data.outcomes, whole.variables, { count: choose, ridge });
  const encoding = narrow(whole, chosen);
  const narrowed = encode(data.raw, encoding);
  // The optimum is the same; for the many small fits of the folds Newton's method alone is the shorter way.
  const zero = start === "zero" ? { start: new Float64Array(narrowed.columns + 1), tolerance: 1e-7 } : {};
  const { coefficients } = fitLogistic(narrowed, data.outcomes, { ridge, ...zero });
  return { encoding, coefficients };
}

/**
 * Log-odds of raw rows.
 *
 * @param raw m × p, the columns of the training data.
 * @example
 * predictOdds({ rows: 1, columns: 1, values: Float64Array.of(2.5) }, fitModel({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }, { choose: undefined, ridge: 1 })).length; // => 1
 */
export function predictOdds(raw: Matrix, { encoding, coefficients }: FittedModel): Float64Array {
  const points = encode(raw, encoding);
  return Float64Array.from({ length: points.rows }, (_, row) => logOdds(points, row, coefficients));
}

/** How the folds are laid. */
export interface Resampling {
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
}

/**
 * Held-out log-odds by repeated stratified cross-validation: each customer is judged by models that never saw them;
 * encoding and selection happen inside the folds.
 *
 * @returns One list of n log-odds per repeat. The same seed gives the same folds for every recipe, so that two
 *   recipes can be compared customer by customer.
 * @see Kohavi (1995); Ambroise & McLachlan (2002), "Selection bias in gene extraction", PNAS 99.
 * @example
 * heldOutOdds({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }, { choose: undefined, ridge: 1 }, { folds: 2, repeats: 3, seed: 7 }).length; // => 3
 */
export function heldOutOdds(
  data: TrainingData,
  recipe: Recipe,
  { folds, repeats, seed }: Resampling,
): Float64Array[] {
  return Array.from({ length: repeats }, (_, repeat) => {
    const random = createRandom(derivedSeed(seed, repeat));
    const fold = stratifiedFolds(data.outcomes, folds, random);
    const odds = new Float64Array(data.outcomes.length);
    for (let part = 0; part < folds; part++) {
      const inside = rowsWhere(fold, (value) => value !== part);
      const outside = rowsWhere(fold, (value) => value === part);
      const model = fitModel(restrict(data, inside), recipe, "zero");
      const predicted = predictOdds(takeRows(data.raw, outside), model);
      outside.forEach((row, i) => {
        odds[row] = at(predicted, i);
      });
    }
    return odds;
  });
}

/**
 * The same data for some rows only.
 *
 * @example
 * restrict({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }, [1, 3]).outcomes; // => Uint8Array.of(1, 1)
 */
function restrict(data: TrainingData, rows: readonly number[]): TrainingData {
  return {
    raw: takeRows(data.raw, rows),
    variables: data.variables,
    outcomes: Uint8Array.from(rows, (row) => at(data.outcomes, row)),
  };
}

function rowsWhere(fold: Uint8Array, wanted: (fold: number) => boolean): number[] {
  const rows: number[] = [];
  fold.forEach((value, row) => {
    if (wanted(value)) rows.push(row);
  });
  return rows;
}
