import { at } from "../../lib/at.ts";
import { normalQuantile, normalTail } from "../numbers/distributions.ts";
import { createRandom } from "../numbers/random.ts";
import { calibrated, fitPlatt } from "../response/calibration.ts";
import { stratifiedFolds } from "../response/folds.ts";
import { byFallingScore } from "../response/ranking.ts";

/** What a campaign costs and brings, in one currency. */
export interface Money {
  /** Per contact, at least 0. */
  readonly cost: number;
  /** Per answer, more than 0. */
  readonly value: number;
  /** The most that may be spent on contacts. */
  readonly budget?: number;
  /** The most customers that can be contacted. */
  readonly capacity?: number;
}

/** Held-out predictions: what the model said of customers it was not fitted on, and what they did. */
export interface HeldOut {
  /** n log-odds. */
  readonly odds: Float64Array;
  /** n labels, 0 or 1, of both kinds. */
  readonly outcomes: ArrayLike<number>;
}

/** The profit of one way to choose, for a list of a given length. */
export interface Profit {
  readonly contacted: number;
  readonly answers: number;
  readonly profit: number;
  /** Interval of the true expected profit. */
  readonly low: number;
  readonly high: number;
  /** Chance that one campaign loses money, its own luck included. */
  readonly lossChance: number;
}

export interface MoneyPlan {
  /** Contact from this calibrated probability on. */
  readonly threshold: number;
  readonly chosen: Profit;
  readonly everyone: Profit;
  /** By share contacted, 5 % apart. */
  readonly curve: readonly (Profit & { readonly share: number })[];
  /** What ended the list: the next customer would not pay, or the money or the hands run out. */
  readonly limit: "profit" | "budget" | "capacity" | "nobody";
}

export interface MoneyOptions {
  readonly customers: number;
  readonly contacted?: number;
  /** Probabilities of the list, highest first, where it is no fair sample of all: a segment answers otherwise. */
  readonly like?: readonly number[];
  readonly seed: number;
  readonly level?: number;
}

/**
 * The cut-off with the largest expected profit. Calibration and cut-off come from one half of the held-out customers,
 * the profit from what the other half did, and the other way round: the figure is not flattered by its own choice.
 *
 * @param customers Length of the list that the campaign is for.
 * @param contacted How many of them are contacted, where that is settled already; by default as many as pay.
 * @param like At most as many as are held out; each is valued by a held-out customer of about its probability.
 * @param level Of the interval, 0.8 by default.
 * @throws {RangeError} When a cost is negative, a value not positive, or an outcome is missing in the held-out data.
 * @see Elkan (2001), "The foundations of cost-sensitive learning", IJCAI: contact when p · value > cost.
 * @example
 * moneyPlan({ odds: Float64Array.from({ length: 40 }, (_, i) => i / 20 - 1), outcomes: Uint8Array.from({ length: 40 }, (_, i) => i % 3 === 0 || i > 30 ? 1 : 0) }, { cost: 9, value: 1 }, { customers: 40, seed: 7 }).limit; // => "nobody"
 */
export function moneyPlan(heldOut: HeldOut, money: Money, options: MoneyOptions): MoneyPlan {
  const { customers, seed, contacted, like, level = 0.8 } = options;
  if (!(money.cost >= 0) || !(money.value > 0)) throw new RangeError("cost is at least 0, value more than 0");
  const probabilities = crossCalibrated(heldOut, seed);
  const ranked = byFallingScore(probabilities);
  const order = like === undefined ? ranked : alike(probabilities, ranked, like);
  const paying = shareToContact(probabilities, order, money, customers);
  const limit = contacted === undefined ? paying.limit : "capacity";
  const share = contacted === undefined ? paying.share : Math.min(1, contacted / customers);
  const z = normalQuantile((1 + level) / 2);
  const value = (part: number) => profitOf(heldOut.outcomes, order, part, { money, customers, z });
  const steps = Array.from({ length: 21 }, (_, i) => i / 20);
  const last = Math.round(share * order.length) - 1;
  return {
    threshold: last < 0 ? 1 : at(probabilities, at(order, last)),
    chosen: value(share),
    everyone: value(1),
    curve: steps.map((part) => ({ share: part, ...value(part) })),
    limit,
  };
}

/** Probabilities of each half by the Platt line of the other half. */
function crossCalibrated({ odds, outcomes }: HeldOut, seed: number): Float64Array {
  const half = stratifiedFolds(outcomes, 2, createRandom(seed));
  const lines = [0, 1].map((part) => {
    const rows = [...half.keys()].filter((row) => half[row] !== part);
    return fitPlatt(
      Float64Array.from(rows, (row) => at(odds, row)),
      rows.map((row) => at(outcomes, row)),
    );
  });
  return odds.map((value, row) => calibrated(value, at(lines, at(half, row))));
}

/** For each probability the next held-out customer that is nearest to it; nobody is taken twice. O(n). */
function alike(probabilities: Float64Array, ranked: Uint32Array, wanted: readonly number[]): Uint32Array {
  const distance = (place: number, probability: number) =>
    Math.abs(at(probabilities, at(ranked, place)) - probability);
  let next = 0;
  return Uint32Array.from(wanted, (probability, i) => {
    const last = ranked.length - (wanted.length - i); // as many are left as are still wanted
    while (next < last && distance(next + 1, probability) <= distance(next, probability)) next += 1;
    return at(ranked, next++);
  });
}

function shareToContact(
  probabilities: Float64Array,
  order: Uint32Array,
  money: Money,
  customers: number,
): { share: number; limit: MoneyPlan["limit"] } {
  const worthwhile = order.filter((row) => at(probabilities, row) * money.value > money.cost).length;
  const affordable = money.budget === undefined || money.cost === 0 ? customers : money.budget / money.cost;
  const limits = [
    { limit: "profit" as const, share: worthwhile / order.length },
    { limit: "budget" as const, share: Math.floor(affordable) / customers },
    { limit: "capacity" as const, share: (money.capacity ?? customers) / customers },
  ];
  const tightest = limits.reduce((least, next) => (next.share < least.share ? next : least));
  return tightest.share <= 0 ? { share: 0, limit: "nobody" } : tightest;
}

interface Scale {
  readonly money: Money;
  readonly customers: number;
  readonly z: number;
}

/** Mean and spread of what the best `share` of the held-out customers brought, scaled to the list. */
function profitOf(
  outcomes: ArrayLike<number>,
  order: Uint32Array,
  share: number,
  { money, customers, z }: Scale,
): Profit {
  const n = order.length;
  const contacted = Math.round(share * n);
  if (contacted === 0) return { contacted: 0, answers: 0, profit: 0, low: 0, high: 0, lossChance: 0 };
  let answers = 0;
  for (let i = 0; i < contacted; i++) answers += at(outcomes, at(order, i));
  const rate = answers / contacted;
  const list = share * customers;
  const profit = list * (rate * money.value - money.cost);
  // Of a new campaign only the answers are chance: whom to contact is known. Agresti–Coull keeps a rate of 0 or 1
  // from looking certain.
  const smoothed = (answers + 2) / (contacted + 4);
  const perContact = money.value * Math.sqrt(smoothed * (1 - smoothed));
  const error = (list * perContact) / Math.sqrt(contacted);
  const luck = Math.sqrt(list) * perContact;
  return {
    contacted: list,
    answers: list * rate,
    profit,
    low: profit - z * error,
    high: profit + z * error,
    lossChance: normalTail(profit / Math.hypot(error, luck)),
  };
}
