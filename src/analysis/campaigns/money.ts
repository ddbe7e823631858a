import { at } from "../../lib/at.ts";
import { normalQuantile, normalTail } from "../numbers/distributions.ts";

/** What a campaign costs and brings, in one currency. */
export interface Money {
  /** Per contact, at least 0. */
  readonly cost: number;
  /** Per answer, more than 0. */
  readonly value: number;
}

/** A list of customers by what the model says of them. */
export interface ScoredList {
  readonly people: number;
  /** Sum of their probabilities. */
  readonly expectedAnswers: number;
  /** Sum of p(1 − p): what chance does to the answers of a list whose probabilities are true. */
  readonly variance: number;
  /** The least probability among them, in [0, 1]. */
  readonly threshold: number;
}

/** What the model said of customers it was not fitted on, and what they did: how far its word can be relied on. */
export interface HeldOut {
  /** n calibrated probabilities. */
  readonly probabilities: Float64Array;
  /** n labels, 0 or 1. */
  readonly outcomes: ArrayLike<number>;
}

/** What contacting a list brings. */
export interface Profit {
  readonly contacted: number;
  readonly answers: number;
  /** answers · value − contacted · cost. */
  readonly profit: number;
  /** Interval of the profit of one campaign: its luck, and how far the probabilities can be off. */
  readonly low: number;
  readonly high: number;
  /** Chance that the campaign loses money, by the same spread. */
  readonly lossChance: number;
}

/**
 * The profit that a list promises: answers, contacts, cost, value and profit are one arithmetic. Its spread has two parts:
 * the chance in the answers of this one campaign, and the error of the rate that held-out customers with such
 * probabilities answered at.
 *
 * @param level Of the interval, in (0, 1); over many campaigns it holds the realised profit so often.
 * @throws {RangeError} When a cost is negative, or a value not positive.
 * @see Elkan (2001), "The foundations of cost-sensitive learning", IJCAI; the rate's error by Agresti & Coull (1998), which
 *   keeps a rate of 0 or 1 from looking certain.
 * @example
 * expectedProfit({ people: 10, expectedAnswers: 5, variance: 2.5, threshold: 0.5 }, { probabilities: Float64Array.of(0.5, 0.5), outcomes: [0, 1] }, { cost: 1, value: 4 }).profit; // => 10
 */
export function expectedProfit(list: ScoredList, heldOut: HeldOut, money: Money, level = 0.8): Profit {
  if (!(money.cost >= 0) || !(money.value > 0)) throw new RangeError("cost is at least 0, value more than 0");
  const { people, expectedAnswers, variance } = list;
  if (people === 0) return { contacted: 0, answers: 0, profit: 0, low: 0, high: 0, lossChance: 0 };
  const profit = expectedAnswers * money.value - people * money.cost;
  const spread = money.value * Math.sqrt(variance + (people * rateError(heldOut, list.threshold)) ** 2);
  const reach = normalQuantile((1 + level) / 2) * spread;
  return {
    contacted: people,
    answers: expectedAnswers,
    profit,
    low: profit - reach,
    high: profit + reach,
    lossChance: spread === 0 ? Number(profit < 0) : normalTail(profit / spread),
  };
}

/** Standard error of the answer rate of held-out customers from a probability on. */
function rateError({ probabilities, outcomes }: HeldOut, threshold: number): number {
  let [people, answers] = [0, 0];
  for (let i = 0; i < probabilities.length; i++) {
    if (at(probabilities, i) < threshold) continue;
    people += 1;
    answers += at(outcomes, i);
  }
  const rate = (answers + 2) / (people + 4);
  return Math.sqrt((rate * (1 - rate)) / Math.max(1, people));
}

/** How many points a profit curve has beside its beginning. */
const curvePoints = 20;

/**
 * The profit by how many of a pool are contacted, the likeliest first. Where probabilities are true its highest point is
 * where one more contact costs what it brings.
 *
 * @param people Of the whole pool.
 * @param probabilities Of the pool, highest first, evenly spaced by rank.
 * @returns 21 points, 5 % of the pool apart; one point for an empty pool.
 * @example
 * profitCurve(4, [0.9, 0.1], { probabilities: Float64Array.of(0.5), outcomes: [1] }, { cost: 1, value: 2 }).length; // => 21
 */
export function profitCurve(
  people: number,
  probabilities: readonly number[],
  heldOut: HeldOut,
  money: Money,
): readonly Profit[] {
  const each = people / Math.max(1, probabilities.length);
  const steps = probabilities.length === 0 ? 0 : curvePoints;
  let [taken, expectedAnswers, variance] = [0, 0, 0];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const until = steps === 0 ? 0 : Math.round((step / steps) * probabilities.length);
    for (; taken < until; taken++) {
      const p = at(probabilities, taken);
      expectedAnswers += each * p;
      variance += each * p * (1 - p);
    }
    const threshold = taken === 0 ? 1 : at(probabilities, taken - 1);
    return expectedProfit({ people: each * taken, expectedAnswers, variance, threshold }, heldOut, money);
  });
}
