import { describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { fitLogistic } from "../../../src/analysis/response/logistic.ts";
import { logistic, logOdds } from "../../../src/analysis/response/likelihood.ts";
import { warmStart } from "../../../src/analysis/response/warm-start.ts";
import { type Matrix, rowOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom, type Random } from "../../../src/analysis/numbers/random.ts";
import { mean } from "../../../src/analysis/numbers/statistics.ts";

describe("fitLogistic", () => {
  it("finds the log-odds of a two-by-two table without ridge", () => {
    // By hand: 1 of 4 answer at x = 0 and 3 of 4 at x = 1, so intercept ln(1/3) and slope 2 ln 3.
    const points: Matrix = { rows: 8, columns: 1, values: Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1) };
    const { coefficients } = fitLogistic(points, [1, 0, 0, 0, 1, 1, 1, 0], { ridge: 0 });
    expect(at(coefficients, 0)).toBeCloseTo(Math.log(1 / 3), 10);
    expect(at(coefficients, 1)).toBeCloseTo(2 * Math.log(3), 10);
  });

  it("makes the mean probability the share of answers", () => {
    const points: Matrix = { rows: 5, columns: 1, values: Float64Array.of(-2, -1, 0, 1, 2) };
    const outcomes = [0, 1, 0, 0, 1];
    const { coefficients } = fitLogistic(points, outcomes, { ridge: 1 });
    const probabilities = [...points.values].map(
      (x) => 1 / (1 + Math.exp(-at(coefficients, 0) - at(coefficients, 1) * x)),
    );
    expect(mean(probabilities)).toBeCloseTo(0.4, 10);
  });

  it("reaches the optimum of a long file from a sample of it", () => {
    const { points, outcomes } = longFile((row, random) => [random.normal(), random.normal() + (row % 3)]);
    const { coefficients, steps } = fitLogistic(points, outcomes, { ridge: 5 });
    expect(steepness(points, outcomes, coefficients, 5)).toBeLessThan(0.01);
    expect(steps).toBeLessThanOrEqual(6);
  });

  it("reaches it although every second row, which the sample is made of, is unlike the others", () => {
    const { points, outcomes } = longFile((row, random) => [random.normal(), row % 2 === 0 ? 0 : 2]);
    const { coefficients } = fitLogistic(points, outcomes, { ridge: 5 });
    expect(steepness(points, outcomes, coefficients, 5)).toBeLessThan(0.01);
  });

  it.each([
    [[0, 0], /both outcomes/],
    [[1, 2], /0 or 1/],
    [[1], /as many outcomes/],
  ])("refuses outcomes %j", (outcomes, sentence) => {
    const points: Matrix = { rows: 2, columns: 1, values: Float64Array.of(1, 2) };
    expect(() => fitLogistic(points, outcomes, { ridge: 1 })).toThrow(sentence);
  });

  it("refuses a missing value", () => {
    const points: Matrix = { rows: 2, columns: 1, values: Float64Array.of(1, Number.NaN) };
    expect(() => fitLogistic(points, [0, 1], { ridge: 1 })).toThrow(/finite/);
  });
});

describe("warmStart", () => {
  it("comes near the optimum by ml-logistic-regression alone", () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i * 12.9898) * 2);
    const points: Matrix = { rows: 400, columns: 1, values };
    const outcomes = [...values].map((x, i) =>
      Math.abs(Math.sin(i * 78.233)) < 1 / (1 + Math.exp(1 - x)) ? 1 : 0,
    );
    const { coefficients } = fitLogistic(points, outcomes, { ridge: 0 });
    const start = warmStart(points, outcomes);
    expect(Math.abs(at(start, 1) / at(coefficients, 1) - 1)).toBeLessThan(0.15);
  });
});

/** 40,000 rows of two columns; a row answers by the sum of both, less three. */
function longFile(columnsOf: (row: number, random: Random) => readonly [number, number]) {
  const random = createRandom(7);
  const values = new Float64Array(80_000);
  const outcomes = new Uint8Array(40_000).map((_, row) => {
    const [first, second] = columnsOf(row, random);
    values.set([first, second], row * 2);
    return random.next() < logistic(first + second - 3) ? 1 : 0;
  });
  return { points: { rows: 40_000, columns: 2, values }, outcomes };
}

/** Largest entry of Σ (y − p)·(1, x) − λ·(0, β), in answers: 0 at the optimum. */
function steepness(points: Matrix, outcomes: Uint8Array, beta: Float64Array, ridge: number): number {
  const sums = [0, 0, 0];
  for (let row = 0; row < points.rows; row++) {
    const residual = at(outcomes, row) - logistic(logOdds(points, row, beta));
    [1, ...rowOf(points, row)].forEach((value, j) => (sums[j] = at(sums, j) + residual * value));
  }
  return Math.max(...sums.map((sum, j) => Math.abs(sum - (j === 0 ? 0 : ridge * at(beta, j)))));
}
