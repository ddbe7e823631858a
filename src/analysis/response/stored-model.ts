import { default as LogisticRegression } from "ml-logistic-regression";
import { Matrix as MlMatrix } from "ml-matrix";
import { at } from "../../lib/at.ts";
import type { Localized } from "../../lib/locale.ts";
import type { Feature } from "../features/feature.ts";
import { type Preprocessing, preprocessValue } from "../features/preprocessing.ts";
import type { CalibrationBin, PlattLine } from "./calibration.ts";
import type { Spread } from "./drift.ts";
import type { Goal } from "./goals.ts";
import type { Grade, Measured, Quality } from "./quality.ts";
import type { CutOff } from "./ranking.ts";
import { type Contribution, contributions } from "./reasons.ts";

/** A feature that a model reads, as it was when the model was trained. */
export interface ModelColumn {
  readonly feature: Pick<Feature, "name" | "labels" | "unit" | "family">;
  readonly preprocessing: Preprocessing;
  /** Its raw values at training; missing for models trained before it was kept. */
  readonly spread?: Spread;
}

/** A variable as a person names it: one feature, or the levels of a category. */
export interface ModelVariable {
  readonly name: string;
  readonly labels: Localized;
  /** Positions among the model's columns. */
  readonly columns: readonly number[];
}

/** Everything that scoring, explaining and judging need; frozen at training. */
export interface StoredModel {
  readonly columns: readonly ModelColumn[];
  readonly variables: readonly ModelVariable[];
  /** Intercept first, then one per column, on preprocessed values. */
  readonly coefficients: readonly number[];
  readonly platt: PlattLine;
  readonly cutOffs: Readonly<Record<Goal, CutOff>>;
  readonly quality: Quality;
  readonly grade: Grade;
  readonly ridge: number;
  /** The variables were named by a person and are taken on their own scale. */
  readonly isPlain?: boolean;
  /** How it does later in time, where there is a date. */
  readonly later?: LaterQuality | undefined;
  /** Per tenth of the customers, likeliest last. */
  readonly calibration: readonly CalibrationBin[];
  /** Of the held-out probabilities; missing for models trained before it was kept. */
  readonly spread?: Spread;
  /** Every cut-off that was possible, thinned to at most 200. */
  readonly table: readonly CutOff[];
  /** Held-out log-odds and outcomes, for the profit of a cut-off. */
  readonly heldOut: { readonly odds: readonly number[]; readonly outcomes: readonly number[] };
  /** Against the model of all variables on the same folds: below 0 this one has the smaller log loss. */
  readonly challenger: Measured | undefined;
  /** Against the model that was in use when this one was trained, on the same customers; likewise. */
  readonly champion?: { readonly id: number; readonly difference: Measured } | undefined;
}

/** The same kind of model, learned from earlier customers only and asked about later ones. */
export interface LaterQuality {
  /** What came earlier: the campaign before, or the customers who had joined by a day, `YYYY-MM-DD`. */
  readonly earlier: { readonly campaign: string } | { readonly joinedBefore: string };
  readonly quality: Quality;
}

/** A score with its reasons. */
export interface ExplainedScore {
  /** Calibrated, in (0, 1). */
  readonly probability: number;
  /** The average customer's probability, from the same model. */
  readonly base: number;
  /** In log-odds after calibration: with the base's they sum to the score's. */
  readonly reasons: readonly Contribution[];
}

/** The model's parts that a score needs. */
type Scoring = Pick<StoredModel, "columns" | "variables" | "coefficients" | "platt">;

/**
 * The calibrated coefficients: logistic(c₀ + Σ cⱼ·xⱼ) over preprocessed values is the probability itself.
 *
 * @example
 * calibratedCoefficients({ coefficients: [1, 2], platt: { shift: 0.5, slope: 3 } }); // => Float64Array.of(3.5, 6)
 */
export function calibratedCoefficients({
  coefficients,
  platt,
}: Pick<StoredModel, "coefficients" | "platt">): Float64Array {
  return Float64Array.from(coefficients, (value, j) => platt.slope * value + (j === 0 ? platt.shift : 0));
}

/**
 * The probability that a customer answers, and why, by the stored model loaded into `ml-logistic-regression`.
 *
 * @param raw One value per column in the feature's unit; NaN where it is missing or not known.
 * @example
 * explainScore({ columns: [], variables: [], coefficients: [0], platt: { shift: 0, slope: 1 } }, []).probability; // => 0.5
 */
export function explainScore(model: Scoring, raw: readonly number[]): ExplainedScore {
  const preprocessed = model.columns.map(({ preprocessing }, j) =>
    preprocessValue(at(raw, j), preprocessing),
  );
  const coefficients = calibratedCoefficients(model);
  const { reasons } = contributions(coefficients, preprocessed, model.variables);
  const [probability, base] = probabilities(coefficients, [preprocessed, preprocessed.map(() => 0)]);
  return { probability: probability ?? Number.NaN, base: base ?? Number.NaN, reasons };
}

/** Probabilities of preprocessed rows by `LogisticRegression.load`. */
function probabilities(coefficients: Float64Array, rows: readonly (readonly number[])[]): readonly number[] {
  const classifier = { numSteps: 0, learningRate: 0, weights: [[...coefficients]] };
  const loaded = LogisticRegression.load({
    name: "LogisticRegression",
    numSteps: 0,
    learningRate: 0,
    numberClasses: 1,
    classifiers: [classifier],
  });
  return at(loaded.classifiers, 0).testScores(new MlMatrix(rows.map((row) => [1, ...row])));
}
