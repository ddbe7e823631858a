import { type BgNbd, chanceToStay, expectedPurchases } from "./bg-nbd.ts";
import { expectedWorth, type GammaGamma } from "./gamma-gamma.ts";
import type { CountedHistory } from "./purchase-history.ts";

/** Customers of one history, and what a purchase day of theirs was worth. */
export interface ValuedHistory extends CountedHistory {
  /** Sum over the customers of the mean worth of their purchase days. */
  readonly worth: number;
}

/** Customers counted together, with what is to be expected of them. */
export interface ExpectedOf {
  readonly customers: number;
  /** Purchase days. */
  readonly purchases: number;
  /** In units of money; undefined where the worth of orders is not known. */
  readonly sales: number | undefined;
}

export interface NextPurchases {
  readonly all: ExpectedOf;
  /** Customers of whom at least one purchase day is expected. */
  readonly likely: ExpectedOf;
  /**
   * Customers who bought again before and are more likely gone than not. Their sales are those of customers with the
   * same past who stayed, less what is expected: what is at risk.
   */
  readonly slipping: ExpectedOf;
}

/** What customers are expected by: how they buy, and what their orders are worth. */
export interface PurchaseModels {
  readonly buying: BgNbd;
  readonly worth: GammaGamma | undefined;
}

/**
 * Purchases and sales to expect in the time that follows the data's end.
 *
 * @param time In the unit of the histories, above 0.
 * @returns Sums over the customers. O(distinct histories).
 * @example
 * nextPurchases([{ repeats: 0, recency: 0, age: 10, customers: 3, worth: 30 }], { buying: { r: 1, alpha: 10, a: 1e-9, b: 900 }, worth: undefined }, 20).all.customers; // => 3
 */
export function nextPurchases(
  histories: readonly ValuedHistory[],
  { buying, worth }: PurchaseModels,
  time: number,
): NextPurchases {
  const [all, likely, slipping] = [nothing(), nothing(), nothing()];
  for (const history of histories) {
    const each = expectedPurchases(buying, history, time);
    const stay = chanceToStay(buying, history);
    add(all, history, each, worth);
    if (each >= 1) add(likely, history, each, worth);
    if (history.repeats > 0 && stay < 0.5) add(slipping, history, each / stay - each, worth);
  }
  const shown = (sums: Sums) => ({ ...sums, sales: worth === undefined ? undefined : sums.sales });
  return { all: shown(all), likely: shown(likely), slipping: shown(slipping) };
}

interface Sums {
  customers: number;
  purchases: number;
  sales: number;
}

function nothing(): Sums {
  return { customers: 0, purchases: 0, sales: 0 };
}

function add(sums: Sums, history: ValuedHistory, each: number, worth: GammaGamma | undefined): void {
  sums.customers += history.customers;
  sums.purchases += history.customers * each;
  if (worth === undefined) return;
  // The expected worth is a straight line in the mean, so that of the mean of means is the mean of all.
  const mean = history.worth / history.customers;
  sums.sales += history.customers * each * expectedWorth(worth, { orders: history.repeats + 1, mean });
}

/** A group of customers by how often they had bought again: expected, and what came. */
export interface BackTestRow {
  /** Least and most repeats of the group; most is undefined for the last. */
  readonly from: number;
  readonly to: number | undefined;
  readonly customers: number;
  readonly expected: number;
  readonly actual: number;
}

/** Customers of one history at a past day, and how often they bought in the time that followed it. */
export interface HeldBackHistory extends CountedHistory {
  /** Purchase days of all of them. */
  readonly came: number;
}

const groups = [
  { from: 0, to: 0 },
  { from: 1, to: 1 },
  { from: 2, to: 3 },
  { from: 4, to: 9 },
  { from: 10, to: undefined },
] as const;

/**
 * Expected against actual purchases in a time that is over and that the model did not see, by earlier repeats.
 *
 * @returns One row per group that has customers.
 * @example
 * backTest([{ repeats: 0, recency: 0, age: 10, customers: 3, came: 1 }], { r: 1, alpha: 10, a: 1e-9, b: 900 }, 20).at(0).actual; // => 1
 */
export function backTest(
  histories: readonly HeldBackHistory[],
  model: BgNbd,
  time: number,
): readonly BackTestRow[] {
  return groups.flatMap(({ from, to }) => {
    const own = histories.filter(({ repeats }) => repeats >= from && (to === undefined || repeats <= to));
    const sum = (of: (history: HeldBackHistory) => number) => own.reduce((total, one) => total + of(one), 0);
    if (own.length === 0) return [];
    return [
      {
        from,
        to,
        customers: sum(({ customers }) => customers),
        expected: sum((history) => history.customers * expectedPurchases(model, history, time)),
        actual: sum(({ came }) => came),
      },
    ];
  });
}
