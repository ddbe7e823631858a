import { at } from "../../lib/at.ts";
import { preprocessRows } from "../features/preprocessing.ts";
import { columnOf, type Matrix } from "../numbers/matrix.ts";
import { calibrated, fitPlatt } from "./calibration.ts";
import { heldOutOdds, type TrainingData } from "./held-out.ts";
import { logistic, logOdds } from "./likelihood.ts";
import { compareLogLoss, type Measured, type Quality } from "./quality.ts";
import { calibratedCoefficients, type StoredModel } from "./stored-model.ts";
import { testLater, type TimeSplit } from "./time-split.ts";
import { type Training, trainTogether } from "./train.ts";

/** The model in use, which a new one is measured against. */
export interface Champion {
  readonly model: Pick<StoredModel, "columns" | "variables" | "coefficients" | "platt" | "ridge" | "isPlain">;
  /** Whether it learned from the very answers that the new one learns from. */
  readonly sameAnswers: boolean;
}

/** What is to be trained; plain data, so that a thread can be sent it. */
export interface TrainingRequest {
  readonly data: TrainingData;
  /** Names of the raw columns. */
  readonly features: readonly string[];
  readonly seed: number;
  /** How many variables are chosen, with the model of all of them as a challenger; all when undefined. */
  readonly choose: number | undefined;
  readonly champion: Champion | undefined;
  /** Where there is a date: whom to learn from and whom to ask about, beside cross-validation. */
  readonly split?: TimeSplit;
}

/** A trained model beside what it is measured against: differences in log loss, below 0 the new one is better. */
export interface Trained extends Training {
  readonly againstAll: Measured | undefined;
  readonly againstChampion: Measured | undefined;
  /** Learned from the earlier part of the split, measured on the later. */
  readonly onLater: Quality | undefined;
}

/** Called with the share that is done; throw to stop. */
export type OnProgress = (share: number) => void;

/**
 * Trains a model and measures it against all variables and against the model in use, on the same customers and folds.
 *
 * @throws {RangeError} When a fold would hold one class only: ask `refuseTraining` first.
 * @example
 * trainAgainst({ data: { raw: { rows: 40, columns: 1, values: Float64Array.from({ length: 40 }, (_, i) => i % 7) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.from({ length: 40 }, (_, i) => (i % 7 > 4 || i % 9 === 0 ? 1 : 0)) }, features: ["visits"], seed: 7, choose: undefined, champion: undefined }, () => undefined).againstAll; // => undefined
 */
export function trainAgainst(request: TrainingRequest, onProgress: OnProgress): Trained {
  const { data, seed, choose, split } = request;
  const choices = choose === undefined ? [undefined] : [choose, undefined];
  const [chosen, all] = trainTogether(data, choices, { seed, onProgress });
  if (chosen === undefined) throw new RangeError("nothing was trained");
  const champion = championProbabilities(request);
  const against = (probabilities: Float64Array | undefined) =>
    probabilities && compareLogLoss(chosen.heldOut, probabilities, data.outcomes);
  const recipe = { choose, ridge: chosen.model.ridge };
  return {
    ...chosen,
    againstAll: against(all?.heldOut),
    againstChampion: against(champion),
    onLater: split && testLater(split, recipe, seed),
  };
}

/**
 * What the model in use says of the same customers, never of its own training rows: where it learned from these very
 * answers its variables are fitted again inside the folds; where the answers are new to it, it speaks as it stands.
 */
function championProbabilities({
  data,
  features,
  seed,
  champion,
}: TrainingRequest): Float64Array | undefined {
  if (champion === undefined) return undefined;
  const { model, sameAnswers } = champion;
  if (!sameAnswers) return storedProbabilities(model, data.raw, features);
  const names = new Set(model.variables.map(({ name }) => name));
  const variables = data.variables.filter(({ name }) => names.has(name));
  if (variables.length < names.size) return undefined;
  const recipes = [{ choose: undefined, ridge: model.ridge }];
  const isPlain = model.isPlain ?? false;
  const odds = heldOutOdds({ ...data, variables, isPlain }, recipes, { folds: 5, repeats: 1, seed })[0]?.[0];
  if (odds === undefined) return undefined;
  const platt = fitPlatt(odds, data.outcomes);
  return odds.map((value) => calibrated(value, platt));
}

/**
 * Probabilities of raw rows by a stored model; a column that is gone counts as missing.
 *
 * @param names Of the raw columns.
 * @example
 * storedProbabilities({ columns: [], variables: [], coefficients: [0], platt: { shift: 0, slope: 1 } }, { rows: 2, columns: 0, values: Float64Array.of() }, []); // => Float64Array.of(0.5, 0.5)
 */
function storedProbabilities(
  model: Omit<Champion["model"], "ridge">,
  raw: Matrix,
  names: readonly string[],
): Float64Array {
  const columns = model.columns.map(({ feature }) => columnOrMissing(raw, names.indexOf(feature.name)));
  const values = new Float64Array(raw.rows * columns.length).map((_, i) =>
    at(at(columns, i % columns.length), Math.floor(i / columns.length)),
  );
  const preprocessings = model.columns.map(({ preprocessing }) => preprocessing);
  const points = preprocessRows({ rows: raw.rows, columns: columns.length, values }, preprocessings);
  const coefficients = calibratedCoefficients(model);
  return Float64Array.from({ length: raw.rows }, (_, row) => logistic(logOdds(points, row, coefficients)));
}

function columnOrMissing(raw: Matrix, position: number): Float64Array {
  return position < 0 ? new Float64Array(raw.rows).fill(Number.NaN) : columnOf(raw, position);
}
