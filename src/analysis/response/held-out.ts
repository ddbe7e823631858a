import { at } from "../../lib/at.ts";
import { type Matrix, takeColumns, takeRows } from "../numbers/matrix.ts";
import { createRandom, derivedSeed } from "../numbers/random.ts";
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
  /** The variables are taken on their own scale, as whoever names them asks for: see `plainPreprocessing`. */
  readonly isPlain?: boolean;
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
export function fitModel(data: TrainingData, recipe: Recipe): FittedModel {
  const encoding = learnEncoding(data.raw, data.variables, data.isPlain);
  const points = encode(data.raw, encoding);
  const chosen = chooseVariables({ points, encoding, outcomes: data.outcomes }, recipe.choose);
  const narrowed = narrow(encoding, chosen);
  const own = takeColumns(points, columnsOf(chosen));
  const { coefficients } = fitLogistic(own, data.outcomes, { ridge: recipe.ridge });
  return { encoding: narrowed, coefficients };
}

/** Rows that a fold's models are fitted on, encoded by what they alone tell. */
interface Prepared {
  readonly points: Matrix;
  readonly encoding: Encoding;
  readonly outcomes: Uint8Array;
}

/** A ridge for the choice of variables, which it hardly touches: the choice is then made once for all ridges. */
const selectionRidge = 3;

function chooseVariables(
  { points, encoding: { variables }, outcomes }: Prepared,
  count: number | undefined,
): readonly Variable[] {
  if (count === undefined || variables.length <= count) return variables;
  return selectVariables(points, outcomes, variables, { count, ridge: selectionRidge });
}

function columnsOf(variables: readonly Variable[]): readonly number[] {
  return variables.flatMap(({ columns }) => columns);
}

/**
 * Log-odds of raw rows.
 *
 * @param raw m × p, the columns of the training data.
 * @example
 * predictOdds({ rows: 1, columns: 1, values: Float64Array.of(2.5) }, fitModel({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }, { choose: undefined, ridge: 1 })).length; // => 1
 */
export function predictOdds(raw: Matrix, { encoding, coefficients }: FittedModel): Float64Array {
  return oddsOf(encode(raw, encoding), coefficients);
}

function oddsOf(points: Matrix, coefficients: Float64Array): Float64Array {
  return new Float64Array(points.rows).map((_, row) => logOdds(points, row, coefficients));
}

/** How the folds are laid. */
export interface Resampling {
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  /** Called with the share that is done; throw to stop. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Held-out log-odds by repeated stratified cross-validation: each customer is judged by models that never saw them;
 * encoding and selection happen inside the folds.
 *
 * @returns Per recipe and repeat a list of n log-odds. All recipes have the same folds, so that two can be compared
 *   customer by customer.
 * @see Kohavi (1995); Ambroise & McLachlan (2002), "Selection bias in gene extraction", PNAS 99.
 * @example
 * heldOutOdds({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }, [{ choose: undefined, ridge: 1 }], { folds: 2, repeats: 3, seed: 7 }).at(0).length; // => 3
 */
export function heldOutOdds(
  data: TrainingData,
  recipes: readonly Recipe[],
  { folds, repeats, seed, onProgress = () => undefined }: Resampling,
): readonly (readonly Float64Array[])[] {
  const odds = recipes.map(() =>
    Array.from({ length: repeats }, () => new Float64Array(data.outcomes.length)),
  );
  for (let repeat = 0; repeat < repeats; repeat++) {
    const fold = stratifiedFolds(data.outcomes, folds, createRandom(derivedSeed(seed, repeat)));
    for (let part = 0; part < folds; part++) {
      const outside = rowsWhere(fold, (value) => value === part);
      const inside = restrict(
        data,
        rowsWhere(fold, (value) => value !== part),
      );
      oddsOutside(inside, takeRows(data.raw, outside), recipes).forEach((predicted, recipe) => {
        outside.forEach((row, i) => {
          at(at(odds, recipe), repeat)[row] = at(predicted, i);
        });
      });
      onProgress((repeat * folds + part + 1) / (repeats * folds));
    }
  }
  return odds;
}

/** One fold: what each recipe, fitted inside, says of the rows outside. Rows are encoded once for all recipes. */
function oddsOutside(inside: TrainingData, outside: Matrix, recipes: readonly Recipe[]): Float64Array[] {
  const encoding = learnEncoding(inside.raw, inside.variables, inside.isPlain);
  const prepared = { points: encode(inside.raw, encoding), encoding, outcomes: inside.outcomes };
  const strange = encode(outside, encoding);
  const chosen = new Map(
    recipes
      .map(({ choose }) => choose)
      .filter((choose, i, all) => all.indexOf(choose) === i)
      .map((choose) => [choose, columnsOf(chooseVariables(prepared, choose))]),
  );
  // From zero, and then from one ridge to the next: for the many small fits of the folds Newton's method alone is the
  // shorter way to the same optimum.
  const starts = new Map<number | undefined, Float64Array>();
  return recipes.map(({ choose, ridge }) => {
    const columns = chosen.get(choose) ?? [];
    const own = takeColumns(prepared.points, columns);
    const start = starts.get(choose) ?? new Float64Array(columns.length + 1);
    const { coefficients } = fitLogistic(own, inside.outcomes, { ridge, start });
    starts.set(choose, coefficients);
    return oddsOf(takeColumns(strange, columns), coefficients);
  });
}

/**
 * The same data for some rows only.
 *
 * @example
 * restrict({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }, [1, 3]).outcomes; // => Uint8Array.of(1, 1)
 */
export function restrict(data: TrainingData, rows: readonly number[]): TrainingData {
  return {
    ...data,
    raw: takeRows(data.raw, rows),
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
