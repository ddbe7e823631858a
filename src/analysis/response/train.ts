import { at } from "../../at.ts";
import { mean } from "../statistics.ts";
import { calibrated, fitPlatt, logLoss, type PlattLine } from "./calibration.ts";
import { type Goal, goalCutOffs } from "./goals.ts";
import {
  type FittedModel,
  fitModel,
  heldOutOdds,
  type Recipe,
  type Resampling,
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
  /** How many variables are chosen inside the folds; all when undefined. */
  readonly choose?: number;
  readonly folds?: number;
  readonly repeats?: number;
  /** Called after each part with the share done. */
  readonly onProgress?: (share: number) => void;
}

const ridges = [1, 3, 10, 30] as const;

/**
 * Trains a response model: ridge by cross-validation, variables chosen inside the folds, quality from held-out
 * customers, probabilities calibrated on them, one cut-off per goal.
 *
 * @throws {RangeError} When a fold would hold one class only: ask `refuseTraining` first.
 * @example
 * trainResponseModel({ raw: { rows: 40, columns: 1, values: Float64Array.from({ length: 40 }, (_, i) => i % 7) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.from({ length: 40 }, (_, i) => (i % 7 > 4 || i % 9 === 0 ? 1 : 0)) }, { seed: 7, repeats: 1 }).heldOut.length; // => 40
 */
export function trainResponseModel(data: TrainingData, options: TrainingOptions): Training {
  const { seed, choose, folds = 5, repeats = 5, onProgress = () => undefined } = options;
  const ridge = chooseRidge(data, choose, { folds, repeats: 1, seed: seed + 1 });
  onProgress(0.4);
  const recipe: Recipe = { choose, ridge };
  const odds = heldOutOdds(data, recipe, { folds, repeats, seed });
  onProgress(0.9);
  const platt = fitPlatt(joined(odds), repeated(data.outcomes, repeats));
  const probabilities = odds.map((list) => list.map((value) => calibrated(value, platt)));
  const quality = measureQuality(probabilities, data.outcomes, seed);
  const model: ResponseModel = {
    ...fitModel(data, recipe),
    platt,
    cutOffs: goalCutOffs(averaged(probabilities), data.outcomes),
    quality,
    grade: gradeModel(quality),
    ridge,
    seed,
  };
  onProgress(1);
  return { model, heldOut: at(probabilities, 0), heldOutOdds: at(odds, 0) };
}

/** The ridge with the smallest held-out log loss, on folds of its own. */
function chooseRidge(data: TrainingData, choose: number | undefined, resampling: Resampling): number {
  const losses = ridges.map((ridge) => {
    const odds = at(heldOutOdds(data, { choose, ridge }, resampling), 0);
    return logLoss(odds.map(logistic), data.outcomes);
  });
  return at(ridges, losses.indexOf(Math.min(...losses)));
}

function joined(lists: readonly Float64Array[]): Float64Array {
  return Float64Array.from(lists.flatMap((list) => [...list]));
}

function repeated(outcomes: Uint8Array, times: number): Uint8Array {
  return Uint8Array.from({ length: outcomes.length * times }, (_, i) => at(outcomes, i % outcomes.length));
}

function averaged(lists: readonly Float64Array[]): Float64Array {
  return at(lists, 0).map((_, row) => mean(lists.map((list) => at(list, row))));
}
