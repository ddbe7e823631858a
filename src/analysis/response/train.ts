import { at } from "../../lib/at.ts";
import { calibrated, fitPlatt, logLoss, type PlattLine } from "./calibration.ts";
import { type Goal, goalCutOffs } from "./goals.ts";
import {
  type FittedModel,
  fitModel,
  heldOutOdds,
  type Recipe,
  type Resampling,
  restrict,
  type TrainingData,
} from "./held-out.ts";
import { logistic } from "./likelihood.ts";
import { type Grade, gradeModel, measureQuality, type Quality } from "./quality.ts";
import type { CutOff } from "./ranking.ts";

/** A model ready for use: it says probabilities that are true on average, and where each goal draws its line. */
export interface ResponseModel extends FittedModel {
  /** From log-odds to a calibrated probability. */
  readonly platt: PlattLine;
  readonly cutOffs: Readonly<Record<Goal, CutOff>>;
  readonly quality: Quality;
  readonly grade: Grade;
  readonly ridge: number;
  readonly seed: number;
}

/** A trained model and the predictions it is judged by. */
export interface Training {
  readonly model: ResponseModel;
  /** Held-out calibrated probabilities of the first repeat, one per customer. */
  readonly heldOut: Float64Array;
  /** The same before calibration: log-odds. */
  readonly heldOutOdds: Float64Array;
}

export interface TrainingOptions {
  readonly seed: number;
  readonly folds?: number;
  /** By default five, and fewer where customers are many. */
  readonly repeats?: number;
  /** Called after each fold with the share done; throw to stop. */
  readonly onProgress?: (share: number) => void;
}

const ridges = [1, 3, 10, 30] as const;

/** Held-out predictions that a figure rests on: above, repeating changes the third digit of its interval. */
const enoughPredictions = 50_000;

/**
 * Trains a response model: ridge by cross-validation, variables chosen inside the folds, quality from held-out
 * customers, probabilities calibrated on them, one cut-off per goal.
 *
 * @throws {RangeError} When a fold would hold one class only: ask `refuseTraining` first.
 * @example
 * trainResponseModel({ raw: { rows: 40, columns: 1, values: Float64Array.from({ length: 40 }, (_, i) => i % 7) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.from({ length: 40 }, (_, i) => (i % 7 > 4 || i % 9 === 0 ? 1 : 0)) }, { seed: 7, repeats: 1 }).heldOut.length; // => 40
 */
export function trainResponseModel(
  data: TrainingData,
  { choose, ...options }: TrainingOptions & { readonly choose?: number },
): Training {
  return at(trainTogether(data, [choose], options), 0);
}

/**
 * Trains several models on the same folds, so that they can be compared customer by customer.
 *
 * @param choices Per model how many variables are chosen inside the folds; all when undefined.
 * @throws {RangeError} When a fold would hold one class only.
 * @example
 * trainTogether({ raw: { rows: 40, columns: 1, values: Float64Array.from({ length: 40 }, (_, i) => i % 7) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.from({ length: 40 }, (_, i) => (i % 7 > 4 || i % 9 === 0 ? 1 : 0)) }, [1, undefined], { seed: 7, repeats: 1 }).length; // => 2
 */
export function trainTogether(
  data: TrainingData,
  choices: readonly (number | undefined)[],
  { seed, folds = 5, repeats, onProgress = () => undefined }: TrainingOptions,
): readonly Training[] {
  const usual = Math.min(5, Math.max(1, Math.round(enoughPredictions / data.outcomes.length)));
  const times = repeats ?? usual;
  // A repeat costs about what the choice of the ridge does.
  const parts = times + 1;
  const forRidge = {
    folds,
    repeats: 1,
    seed: seed + 1,
    onProgress: (share: number) => onProgress(share / parts),
  };
  const recipes = chooseRidges(data, choices, forRidge);
  const odds = heldOutOdds(data, recipes, {
    folds,
    repeats: times,
    seed,
    onProgress: (share) => onProgress((1 + share * times) / parts),
  });
  return recipes.map((recipe, i) => finishTraining(data, recipe, at(odds, i), seed));
}

function finishTraining(
  data: TrainingData,
  recipe: Recipe,
  odds: readonly Float64Array[],
  seed: number,
): Training {
  const platt = fitPlatt(joined(odds), repeated(data.outcomes, odds.length));
  const probabilities = odds.map((list) => list.map((value) => calibrated(value, platt)));
  const quality = measureQuality(probabilities, data.outcomes, seed);
  const model: ResponseModel = {
    ...fitModel(data, recipe),
    platt,
    cutOffs: goalCutOffs(at(probabilities, 0), data.outcomes),
    quality,
    grade: gradeModel(quality),
    ridge: recipe.ridge,
    seed,
  };
  return { model, heldOut: at(probabilities, 0), heldOutOdds: at(odds, 0) };
}

/** Customers that the ridge is chosen on: of more, it changes nothing that can be measured. */
const mostForRidge = 20_000;

/** Per choice the ridge with the smallest held-out log loss, on folds of their own. */
function chooseRidges(
  data: TrainingData,
  choices: readonly (number | undefined)[],
  resampling: Resampling,
): readonly Recipe[] {
  const recipes = choices.flatMap((choose) => ridges.map((ridge) => ({ choose, ridge })));
  const stride = Math.max(1, data.outcomes.length / mostForRidge);
  const rows = Array.from({ length: Math.floor(data.outcomes.length / stride) }, (_, i) =>
    Math.floor(i * stride),
  );
  const sample = stride === 1 ? data : restrict(data, rows);
  const losses = heldOutOdds(sample, recipes, resampling).map((odds) =>
    logLoss(at(odds, 0).map(logistic), sample.outcomes),
  );
  return choices.map((_, i) => {
    const own = losses.slice(i * ridges.length, (i + 1) * ridges.length);
    return at(recipes, i * ridges.length + own.indexOf(Math.min(...own)));
  });
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array()] = lists;
  const all = new Float64Array(lists.length * first.length);
  lists.forEach((list, i) => all.set(list, i * first.length));
  return all;
}

function repeated(outcomes: Uint8Array, times: number): Uint8Array {
  return Uint8Array.from({ length: outcomes.length * times }, (_, i) => at(outcomes, i % outcomes.length));
}
