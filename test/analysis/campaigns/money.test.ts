import { describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { logistic } from "../../../src/analysis/response/likelihood.ts";
import {
  expectedProfit,
  type HeldOut,
  profitCurve,
  type ScoredList,
} from "../../../src/analysis/campaigns/money.ts";
import { calibrated, fitPlatt } from "../../../src/analysis/response/calibration.ts";
import { createRandom, type Random } from "../../../src/analysis/numbers/random.ts";

const money = { cost: 3, value: 11 };
const sure: HeldOut = {
  probabilities: new Float64Array(1_000_000).fill(0.5),
  outcomes: Uint8Array.from({ length: 1_000_000 }, (_, i) => i % 2),
};

describe("the profit of a list", () => {
  it("is answers times value less contacts times cost", () => {
    const list = { people: 495, expectedAnswers: 218, variance: 90, threshold: 0.27 };
    const { contacted, answers, profit } = expectedProfit(list, sure, money);
    expect(profit).toBe(answers * 11 - contacted * 3);
    expect(profit).toBe(218 * 11 - 495 * 3);
  });

  it("has the luck of the campaign in its interval: by hand 11 · √90 · 1.2816 to either side", () => {
    const list = { people: 495, expectedAnswers: 218, variance: 90, threshold: 0.5 };
    const { profit, low, high } = expectedProfit(list, sure, money);
    expect(high - profit).toBeCloseTo(11 * Math.sqrt(90 + (495 * 0.0005) ** 2) * 1.2815515655, 3);
    expect(profit - low).toBeCloseTo(high - profit, 9);
  });

  it("is less certain the fewer held-out customers speak for its probabilities", () => {
    const few = { probabilities: Float64Array.of(0.5, 0.6, 0.1), outcomes: [0, 1, 0] };
    const list = { people: 495, expectedAnswers: 218, variance: 90, threshold: 0.5 };
    const [unsure, certain] = [expectedProfit(list, few, money), expectedProfit(list, sure, money)];
    expect(unsure.high - unsure.low).toBeGreaterThan(5 * (certain.high - certain.low));
    expect(unsure.lossChance).toBeGreaterThan(certain.lossChance);
  });

  it("has a chance of a loss that is one half where nothing is earned on average", () => {
    const list = { people: 110, expectedAnswers: 30, variance: 20, threshold: 0.5 };
    expect(expectedProfit(list, sure, money).lossChance).toBeCloseTo(0.5, 12);
  });

  it("counts the campaign's luck in the chance of a loss", () => {
    const list = { people: 495, expectedAnswers: 140, variance: 90, threshold: 0.5 };
    // SciPy, norm.sf(55 / (11 √(90 + (495 · .0005)²))); without the luck it would be 5e-91.
    expect(expectedProfit(list, sure, money).lossChance).toBeCloseTo(0.2991429731, 6);
  });

  it("is nothing for nobody", () => {
    const nobody = { people: 0, expectedAnswers: 0, variance: 0, threshold: 1 };
    expect(expectedProfit(nobody, sure, money)).toEqual({
      contacted: 0,
      answers: 0,
      profit: 0,
      low: 0,
      high: 0,
      lossChance: 0,
    });
  });

  it("refuses a campaign that pays for contacts", () => {
    const list = { people: 1, expectedAnswers: 1, variance: 0, threshold: 1 };
    expect(() => expectedProfit(list, sure, { cost: -1, value: 1 })).toThrow(RangeError);
  });

  it("holds the realised profit in 76 to 84 % of 1,000 campaigns whose probabilities were learned", () => {
    let covered = 0;
    for (let seed = 1; seed <= 1_000; seed++) {
      const random = createRandom(seed);
      const [seen, next] = [drawn(random, 1_200), drawn(random, 1_000)];
      const line = fitPlatt(seen.probabilities.map(logOdds), seen.outcomes);
      const learned = (list: Float64Array) => list.map((p) => calibrated(logOdds(p), line));
      const probabilities = learned(next.probabilities);
      const chosen = [...probabilities.keys()].filter((i) => at(probabilities, i) > 3 / 11);
      const heldOut = { ...seen, probabilities: learned(seen.probabilities) };
      const { low, high } = expectedProfit(listOf(probabilities, chosen), heldOut, money);
      const realised = chosen.reduce((sum, i) => sum + at(next.outcomes, i) * 11 - 3, 0);
      if (low <= realised && realised <= high) covered += 1;
    }
    expect(covered / 1_000).toBeGreaterThanOrEqual(0.76);
    expect(covered / 1_000).toBeLessThanOrEqual(0.84);
  });
});

describe("the profit curve", () => {
  const falling = [...drawn(createRandom(1), 2_000).probabilities].sort((a, b) => b - a);

  it("is highest where one more contact costs what it brings", () => {
    const curve = profitCurve(4_000, falling, sure, money);
    const worthwhile = falling.filter((p) => p > 3 / 11);
    const line = listOf(Float64Array.from(worthwhile), [...worthwhile.keys()]);
    const best = expectedProfit(
      { ...line, people: 2 * line.people, expectedAnswers: 2 * line.expectedAnswers },
      sure,
      money,
    );
    expect(Math.max(...curve.map(({ profit }) => profit))).toBeLessThanOrEqual(best.profit);
  });

  it("begins at nothing and ends at everyone", () => {
    const curve = profitCurve(4_000, falling, sure, money);
    expect(curve).toHaveLength(21);
    expect(at(curve, 0).contacted).toBe(0);
    expect(at(curve, 20).contacted).toBeCloseTo(4_000, 6);
  });

  it("is a point for an empty pool", () => {
    expect(profitCurve(0, [], sure, money)).toHaveLength(1);
  });
});

function logOdds(p: number): number {
  return Math.log(p / (1 - p));
}

/** Customers whose log-odds are normal, mean -1.5 and deviation 1.2, and who answer by them. */
function drawn(random: Random, customers: number): HeldOut {
  const probabilities = new Float64Array(customers).map(() => logistic(-1.5 + 1.2 * random.normal()));
  return { probabilities, outcomes: Uint8Array.from(probabilities, (p) => (random.next() < p ? 1 : 0)) };
}

function listOf(probabilities: Float64Array, chosen: readonly number[]): ScoredList {
  const own = chosen.map((i) => at(probabilities, i));
  return {
    people: own.length,
    expectedAnswers: own.reduce((sum, p) => sum + p, 0),
    variance: own.reduce((sum, p) => sum + p * (1 - p), 0),
    threshold: Math.min(...own),
  };
}
