import { describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { logistic } from "../../../src/analysis/response/likelihood.ts";
import { moneyPlan } from "../../../src/analysis/campaigns/money.ts";
import { createRandom, type Random } from "../../../src/analysis/numbers/random.ts";

const money = { cost: 3, value: 11 };

describe("moneyPlan", () => {
  const heldOut = drawn(createRandom(1), 4000);

  it("contacts who is worth more than a contact costs", () => {
    const plan = moneyPlan(heldOut, money, { customers: 4000, seed: 7 });
    expect(plan.limit).toBe("profit");
    expect(plan.threshold).toBeGreaterThanOrEqual(3 / 11);
    expect(plan.threshold).toBeLessThan(3 / 11 + 0.01);
    expect(plan.chosen.profit).toBeGreaterThan(plan.everyone.profit);
    expect(plan.everyone.lossChance).toBeGreaterThan(plan.chosen.lossChance);
  });

  it("spends no more than the budget", () => {
    const plan = moneyPlan(heldOut, { ...money, budget: 500 }, { customers: 4000, seed: 7 });
    expect(plan.limit).toBe("budget");
    expect(plan.chosen.contacted).toBeLessThanOrEqual(500 / 3);
  });

  it("values a list by held-out customers as likely as its own", () => {
    const likely = [...heldOut.odds].filter((odds) => odds > 0).sort((a, b) => b - a);
    const like = likely.map(logistic);
    const { everyone } = moneyPlan(heldOut, money, { customers: 1000, contacted: 1000, like, seed: 7 });
    // By the true probabilities of these, not by those of everyone, who would lose money.
    const truth = like.reduce((sum, p) => sum + p * 11 - 3, 0) * (1000 / like.length);
    expect(Math.abs(everyone.profit - truth)).toBeLessThan(0.1 * truth);
  });

  it("contacts nobody when no answer is worth a contact", () => {
    const plan = moneyPlan(heldOut, { cost: 20, value: 11 }, { customers: 4000, seed: 7 });
    expect(plan.chosen).toEqual({ contacted: 0, answers: 0, profit: 0, low: 0, high: 0, lossChance: 0 });
    expect(plan.limit).toBe("nobody");
  });

  it("has an 80 % interval that covers the true profit in 80 ± 5 % of 400 runs", () => {
    const population = drawn(createRandom(999), 200_000);
    let covered = 0;
    for (let run = 0; run < 400; run++) {
      const plan = moneyPlan(drawn(createRandom(run + 1), 1500), money, { customers: 1000, seed: run });
      // The truth: what contacting this plan's best share brings on average, from the true probabilities.
      const truth = trueProfit(population.odds, plan.chosen.contacted / 1000) * 1000;
      if (plan.chosen.low <= truth && truth <= plan.chosen.high) covered += 1;
    }
    expect(covered / 400).toBeGreaterThanOrEqual(0.75);
    expect(covered / 400).toBeLessThanOrEqual(0.85);
  });
});

/** Customers whose log-odds are normal, mean -1.5 and deviation 1.2, and who answer by them. */
function drawn(random: Random, customers: number): { odds: Float64Array; outcomes: Uint8Array } {
  const odds = new Float64Array(customers).map(() => -1.5 + 1.2 * random.normal());
  return { odds, outcomes: Uint8Array.from(odds, (value) => (random.next() < logistic(value) ? 1 : 0)) };
}

const sorted = new WeakMap<Float64Array, Float64Array>();

function trueProfit(odds: Float64Array, share: number): number {
  const falling = sorted.get(odds) ?? odds.slice().sort().reverse();
  sorted.set(odds, falling);
  let profit = 0;
  const contacted = Math.round(share * falling.length);
  for (let i = 0; i < contacted; i++) profit += logistic(at(falling, i)) * money.value - money.cost;
  return profit / falling.length;
}
