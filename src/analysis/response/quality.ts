import { at } from "../../lib/at.ts";
import { createRandom, type Random } from "../numbers/random.ts";
import { deviation, mean } from "../numbers/statistics.ts";
import { brierScore, expectedCalibrationError, logLoss } from "./calibration.ts";
import { averagePrecision, byFallingScore, rocAuc } from "./ranking.ts";

/** A figure from held-out customers with its 95 % interval. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How good a model is, on customers it was not fitted on. */
export interface Quality {
  readonly auc: Measured;
  readonly averagePrecision: Measured;
  readonly brier: Measured;
  readonly logLoss: Measured;
  readonly calibrationError: number;
  readonly meanProbability: number;
  readonly baseRate: number;
  readonly customers: number;
  readonly answers: number;
}

/** Bootstrap resamples behind an interval. */
const resamples = 200;

/**
 * Quality from repeated held-out predictions: each figure is the mean over the repeats, its interval ±1.96 bootstrap
 * deviations over customers.
 *
 * @param repeats One list of n held-out probabilities per repeat.
 * @param outcomes n labels, 0 or 1, of both kinds.
 * @see Efron & Tibshirani (1993), "An Introduction to the Bootstrap", 13.
 * @example
 * measureQuality([Float64Array.of(0.9, 0.1, 0.8, 0.2)], Uint8Array.of(1, 0, 1, 0), 7).auc; // => { value: 1, low: 1, high: 1 }
 */
export function measureQuality(
  repeats: readonly Float64Array[],
  outcomes: Uint8Array,
  seed: number,
): Quality {
  const figures = [rocAuc, averagePrecision, brierScore, logLoss] as const;
  const spreads = bootstrapDeviations(at(repeats, 0), outcomes, figures, seed);
  const [auc, precision, brier, loss] = figures.map((figure, i) =>
    around(mean(repeats.map((probabilities) => figure(probabilities, outcomes))), at(spreads, i)),
  ) as [Measured, Measured, Measured, Measured];
  const answers = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  return {
    auc,
    averagePrecision: precision,
    brier,
    logLoss: loss,
    calibrationError: mean(repeats.map((p) => expectedCalibrationError(p, outcomes))),
    meanProbability: mean(repeats.map((p) => mean(p))),
    baseRate: answers / outcomes.length,
    customers: outcomes.length,
    answers,
  };
}

type Figure = (probabilities: Float64Array, outcomes: Uint8Array) => number;

function around(value: number, spread: number): Measured {
  return { value, low: value - 1.96 * spread, high: value + 1.96 * spread };
}

/**
 * Standard deviations of figures over resampled customers; outcomes are resampled within their kind. Customers are
 * sorted once: a resample says how often each stands in the list, which stays sorted.
 */
function bootstrapDeviations(
  probabilities: Float64Array,
  outcomes: Uint8Array,
  figures: readonly Figure[],
  seed: number,
): readonly number[] {
  const random = createRandom(seed);
  const order = byFallingScore(probabilities);
  const scores = Float64Array.from(order, (row) => probabilities[row] as number);
  const labels = Uint8Array.from(order, (row) => outcomes[row] as number);
  const kinds = [0, 1].map((kind) =>
    order.map((_, place) => place).filter((place) => labels[place] === kind),
  );
  const drawn = Array.from({ length: resamples }, () => {
    const places = drawnPlaces(kinds, order.length, random);
    const drawnScores = Float64Array.from(places, (place) => scores[place] as number);
    const drawnLabels = Uint8Array.from(places, (place) => labels[place] as number);
    return figures.map((figure) => figure(drawnScores, drawnLabels));
  });
  return figures.map((_, i) => deviation(drawn.map((values) => at(values, i))));
}

/** Places drawn with replacement within each kind, in rising order. */
function drawnPlaces(kinds: readonly Uint32Array[], length: number, random: Random): Uint32Array {
  const times = new Uint32Array(length);
  for (const kind of kinds) {
    for (let i = 0; i < kind.length; i++) {
      const place = kind[random.integer(kind.length)] as number;
      times[place] = (times[place] as number) + 1;
    }
  }
  const places = new Uint32Array(length);
  let next = 0;
  times.forEach((count, place) => {
    places.fill(place, next, next + count);
    next += count;
  });
  return places;
}

/** The grade that people see, and what held it down. */
export interface Grade {
  readonly letter: "A" | "B" | "C" | "D";
  readonly reasons: readonly (
    | "ranks-well"
    | "ranks-poorly"
    | "calibrated"
    | "miscalibrated"
    | "few-answers"
  )[];
}

/**
 * A to D in words anyone can check: by the lower end of the AUC's interval (.80, .70, .60), one letter down when the
 * probabilities are off by more than 5 points or fewer than 100 people answered.
 *
 * @see Hosmer, Lemeshow & Sturdivant (2013), 5.2.4: .7 acceptable, .8 excellent discrimination.
 * @example
 * gradeModel(measureQuality([Float64Array.of(0.9, 0.1, 0.8, 0.2)], Uint8Array.of(1, 0, 1, 0), 7)).reasons; // => ["ranks-well", "miscalibrated", "few-answers"]
 */
export function gradeModel({ auc, calibrationError, answers }: Quality): Grade {
  const rank = [0.8, 0.7, 0.6].findIndex((limit) => auc.low >= limit);
  const discrimination = rank === -1 ? 3 : rank;
  const miscalibrated = calibrationError > 0.05;
  const few = answers < 100;
  const level = Math.min(3, discrimination + (miscalibrated ? 1 : 0) + (few ? 1 : 0));
  return {
    letter: at(["A", "B", "C", "D"] as const, level),
    reasons: [
      discrimination <= 1 ? "ranks-well" : "ranks-poorly",
      miscalibrated ? "miscalibrated" : "calibrated",
      ...(few ? (["few-answers"] as const) : []),
    ],
  };
}

/**
 * The difference of two models on the same held-out customers, in log loss per customer: below 0 the first is better.
 *
 * @returns The mean difference and its 95 % interval, from paired differences.
 * @throws {RangeError} When lengths differ.
 * @example
 * compareLogLoss(Float64Array.of(0.5, 0.5), Float64Array.of(0.5, 0.5), Uint8Array.of(0, 1)); // => { value: 0, low: 0, high: 0 }
 */
export function compareLogLoss(first: Float64Array, second: Float64Array, outcomes: Uint8Array): Measured {
  if (first.length !== second.length || first.length !== outcomes.length) {
    throw new RangeError("models are compared on the same customers");
  }
  const differences = first.map((p, row) => {
    const y = at(outcomes, row);
    return logLoss([p], [y]) - logLoss([at(second, row)], [y]);
  });
  const value = mean(differences);
  const error = deviation(differences) / Math.sqrt(differences.length);
  return { value, low: value - 1.96 * error, high: value + 1.96 * error };
}
