import { at } from "../../lib/at.ts";
import type { Localized } from "../../lib/locale.ts";
import { quantiles } from "../numbers/statistics.ts";

/** Borders between the scores 1 to 5, four ascending values each, in the features' units. */
export interface RfmBorders {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/** Recency in days, frequency in orders, monetary in money. */
export interface RfmValues {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

export interface RfmGroup {
  readonly code: string;
  /** Scores for recency that belong here, 5 for the most recent fifth. */
  readonly recency: readonly number[];
  /** Rounded means of the scores for frequency and monetary that belong here. */
  readonly worth: readonly number[];
  readonly names: Localized;
}

/** The usual ten groups; every pair of scores is in exactly one. */
export const rfmGroups: readonly RfmGroup[] = [
  group("champions", [5], [4, 5], ["Champions", "Campeones", "Campeões"]),
  group("loyal", [3, 4], [4, 5], ["Loyal customers", "Clientes leales", "Clientes leais"]),
  group(
    "potential-loyal",
    [4, 5],
    [2, 3],
    ["Potential loyalists", "Leales en potencia", "Leais em potencial"],
  ),
  group("new", [5], [1], ["New customers", "Clientes nuevos", "Clientes novos"]),
  group("promising", [4], [1], ["Promising", "Prometedores", "Promissores"]),
  group("need-attention", [3], [3], ["Need attention", "Necesitan atención", "Precisam de atenção"]),
  group("about-to-sleep", [3], [1, 2], ["About to sleep", "A punto de dormirse", "Prestes a adormecer"]),
  group("cannot-lose", [1, 2], [5], ["Cannot lose them", "No se pueden perder", "Não podemos perder"]),
  group("at-risk", [1, 2], [3, 4], ["At risk", "En riesgo", "Em risco"]),
  group("hibernating", [1, 2], [1, 2], ["Hibernating", "Hibernando", "Hibernando"]),
];

function group(
  code: string,
  recency: readonly number[],
  worth: readonly number[],
  [en, es, pt]: readonly [string, string, string],
): RfmGroup {
  return { code, recency, worth, names: { en, es, pt } };
}

/**
 * Borders that cut each measure into fifths of the customers.
 *
 * Ties stay together, so a fifth can be larger than another: where half of the customers ordered once, they all score 1 or
 * all 2, never by chance.
 *
 * @param customers Everyone who ever bought.
 * @throws {RangeError} When there is nobody.
 * @see Hughes (1994), "Strategic Database Marketing" (quintile scores).
 * @example
 * rfmBorders([1, 2, 3, 4, 5, 6].map((n) => ({ recency: n, frequency: n, monetary: n }))).recency; // => [2, 3, 4, 5]
 */
export function rfmBorders(customers: readonly RfmValues[]): RfmBorders {
  const fifths = (values: readonly number[]) => quantiles(values, [0.2, 0.4, 0.6, 0.8]);
  return {
    recency: fifths(customers.map(({ recency }) => recency)),
    frequency: fifths(customers.map(({ frequency }) => frequency)),
    monetary: fifths(customers.map(({ monetary }) => monetary)),
  };
}

/** From 1 to 5, 5 for the most recent and for the most worth. */
export interface RfmScores {
  readonly recency: number;
  /** The rounded mean of the scores for frequency and monetary. */
  readonly worth: number;
}

/**
 * The scores of a customer: each measure by its fifth.
 *
 * @example
 * const borders = { recency: [10, 30, 60, 90], frequency: [1, 2, 3, 5], monetary: [20, 50, 90, 200] };
 * rfmScores({ recency: 40, frequency: 9, monetary: 70 }, borders); // => { recency: 3, worth: 4 }
 */
export function rfmScores(customer: RfmValues, borders: RfmBorders): RfmScores {
  return {
    recency: 6 - score(customer.recency, borders.recency),
    worth: Math.round(
      (score(customer.frequency, borders.frequency) + score(customer.monetary, borders.monetary)) / 2,
    ),
  };
}

/**
 * The group of a customer: its scores, looked up in the table.
 *
 * @returns The position in `rfmGroups`.
 * @example
 * const borders = { recency: [10, 30, 60, 90], frequency: [1, 2, 3, 5], monetary: [20, 50, 90, 200] };
 * rfmGroups[rfmGroupOf({ recency: 4, frequency: 9, monetary: 700 }, borders)]?.code; // => "champions"
 */
export function rfmGroupOf(customer: RfmValues, borders: RfmBorders): number {
  return groupAt(rfmScores(customer, borders));
}

function groupAt({ recency, worth }: RfmScores): number {
  const found = rfmGroups.findIndex((each) => each.recency.includes(recency) && each.worth.includes(worth));
  // Every pair of scores is in the table, which a test holds; -1 would be a defect.
  at(rfmGroups, found);
  return found;
}

/**
 * The table of groups for a base: a group that nobody is in gives its places to the nearest one that somebody is in.
 *
 * @param sizes Customers by position in `rfmGroups`; somebody is in one of them.
 * @returns The position in `rfmGroups` by the score for recency and the one for worth, row after row: 25 numbers.
 * @example
 * rfmTable(rfmGroups.map(({ code }) => (code === "champions" ? 9 : 0)))[0]; // => 0
 */
export function rfmTable(sizes: readonly number[]): readonly number[] {
  const places = [1, 2, 3, 4, 5].flatMap((recency) => [1, 2, 3, 4, 5].map((worth) => ({ recency, worth })));
  const inhabited = places.filter((place) => at(sizes, groupAt(place)) > 0);
  return places.map((place) => {
    const far = (other: RfmScores) => Math.hypot(place.recency - other.recency, place.worth - other.worth);
    return groupAt(inhabited.reduce((best, other) => (far(other) < far(best) ? other : best)));
  });
}

/** 1 for the lowest fifth to 5: one more than the borders that lie below the value. */
function score(value: number, borders: readonly number[]): number {
  return 1 + borders.filter((border) => value > border).length;
}
