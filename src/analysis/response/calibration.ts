import { logistic } from "./likelihood.ts";
import { fitLogistic } from "./logistic.ts";
import { byFallingScore } from "./ranking.ts";

/** One step of a calibration table: what was promised and what came. */
export interface CalibrationBin {
  readonly customers: number;
  /** Mean probability of the bin. */
  readonly predicted: number;
  /** Share that answered. */
  readonly observed: number;
}

/**
 * Customers in bins of equal size by rising probability: predicted against observed.
 *
 * @param probabilities n numbers in [0, 1].
 * @param outcomes n labels, 0 or 1.
 * @example
 * calibrationBins([0.1, 0.3, 0.8, 0.6], [0, 0, 1, 1], 2).map((bin) => bin.observed); // => [0, 1]
 */
export function calibrationBins(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  bins = 10,
): CalibrationBin[] {
  const order = byFallingScore(probabilities).reverse();
  const table: CalibrationBin[] = [];
  for (let bin = 0; bin < bins; bin++) {
    const rows = order.subarray(
      Math.round((bin * order.length) / bins),
      Math.round(((bin + 1) * order.length) / bins),
    );
    if (rows.length === 0) continue;
    let predicted = 0;
    let observed = 0;
    for (const row of rows) {
      predicted += probabilities[row] as number;
      observed += outcomes[row] as number;
    }
    table.push({
      customers: rows.length,
      predicted: predicted / rows.length,
      observed: observed / rows.length,
    });
  }
  return table;
}

/**
 * Expected calibration error: the mean distance between promise and outcome over bins of equal size.
 *
 * @returns A share in [0, 1]; 0 is perfect.
 * @see Naeini, Cooper & Hauskrecht (2015), "Obtaining well calibrated probabilities using Bayesian binning", AAAI.
 * @example
 * expectedCalibrationError([0.25, 0.25, 0.75, 0.75], [0, 0, 1, 1], 2); // => 0.25
 */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  bins = 10,
): number {
  let error = 0;
  for (const bin of calibrationBins(probabilities, outcomes, bins)) {
    error += (bin.customers / probabilities.length) * Math.abs(bin.predicted - bin.observed);
  }
  return error;
}

/** A straight line on the log-odds: probability = logistic(shift + slope · odds). */
export interface PlattLine {
  readonly shift: number;
  readonly slope: number;
}

/**
 * Platt calibration: the same logistic fit in one dimension, from held-out log-odds to outcomes.
 *
 * @param odds n held-out log-odds.
 * @param outcomes n labels, 0 or 1, of both kinds.
 * @see Platt (1999), "Probabilistic outputs for support vector machines". O(n).
 * @example
 * Math.round(fitPlatt(Float64Array.of(-1, -1, 1, 1, 1, -1), [0, 0, 1, 1, 0, 1]).slope * 1000); // => 693
 */
export function fitPlatt(odds: Float64Array, outcomes: ArrayLike<number>): PlattLine {
  const fit = fitLogistic({ rows: odds.length, columns: 1, values: odds }, outcomes, {
    ridge: 0,
    // One dimension: from "take the log-odds as they are", Newton is there in three steps.
    start: Float64Array.of(0, 1),
  });
  return { shift: fit.coefficients[0] as number, slope: fit.coefficients[1] as number };
}

/**
 * A probability from log-odds by a Platt line.
 *
 * @example
 * calibrated(2, { shift: -1, slope: 0.5 }); // => 0.5
 */
export function calibrated(odds: number, line: PlattLine): number {
  return logistic(line.shift + line.slope * odds);
}

/**
 * Brier score: the mean squared distance between probability and outcome.
 *
 * @example
 * brierScore([0.5, 1], [0, 1]); // => 0.125
 */
export function brierScore(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < outcomes.length; row++) {
    sum += ((probabilities[row] as number) - (outcomes[row] as number)) ** 2;
  }
  return sum / outcomes.length;
}

/**
 * Log loss: the mean of −log of the probability given to what happened; probabilities are kept 1e-15 from 0 and 1.
 *
 * @example
 * logLoss([0.5, 0.5], [0, 1]); // => Math.log(2)
 */
export function logLoss(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const p = Math.min(1 - 1e-15, Math.max(1e-15, probabilities[row] as number));
    sum -= outcomes[row] === 1 ? Math.log(p) : Math.log(1 - p);
  }
  return sum / outcomes.length;
}
