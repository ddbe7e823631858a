import { calibrated, fitPlatt } from "./calibration.ts";
import { fitModel, predictOdds, type Recipe, type TrainingData } from "./held-out.ts";
import { measureQuality, type Quality } from "./quality.ts";

/** Customers to learn from, and later ones to be asked about; the same columns and variables in both. */
export interface TimeSplit {
  readonly learn: TrainingData;
  readonly ask: TrainingData;
}

/** Fewer of a kind in either part, and the figure is mostly noise. */
const smallestClass = 30;

/**
 * How a model learned from earlier customers does on later ones: what cross-validation, which mixes the times, cannot
 * tell. Variables, weights and calibration all come from the earlier part.
 *
 * @returns Figures on the later part; undefined where either part has fewer than 30 of a kind.
 * @see Bergmeir & Benítez (2012), "On the use of cross-validation for time series predictor evaluation".
 * @example
 * testLater({ learn: { raw: { rows: 0, columns: 0, values: Float64Array.of() }, variables: [], outcomes: Uint8Array.of() }, ask: { raw: { rows: 0, columns: 0, values: Float64Array.of() }, variables: [], outcomes: Uint8Array.of() } }, { choose: undefined, ridge: 1 }, 7); // => undefined
 */
export function testLater({ learn, ask }: TimeSplit, recipe: Recipe, seed: number): Quality | undefined {
  if (!hasBothKinds(learn) || !hasBothKinds(ask)) return undefined;
  const model = fitModel(learn, recipe);
  const platt = fitPlatt(predictOdds(learn.raw, model), learn.outcomes);
  const probabilities = predictOdds(ask.raw, model).map((odds) => calibrated(odds, platt));
  return measureQuality([probabilities], ask.outcomes, seed);
}

function hasBothKinds({ outcomes }: TrainingData): boolean {
  const answers = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  return Math.min(answers, outcomes.length - answers) >= smallestClass;
}
