import { historyWeeks } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { characters } from "./groups.ts";
import { type Person, streams } from "./people.ts";

/** What happens in a week after the history; the other weeks are calm. */
export const plantedWeeks = { churnWave: 2, dataOutage: 4, priceRise: 6 } as const;

const churnWaveSize = 60;
const newcomersPerWeek = 8;

/** The truth about a week, to hold against what a digest finds. */
export type WeekTruth =
  | { readonly kind: "calm" }
  /** Loyal families who leave the store for the offers of the app, from this week on. */
  | { readonly kind: "churn wave"; readonly customers: readonly string[] }
  /** Days, `YYYY-MM-DD`, whose web and app data never arrived. */
  | {
      readonly kind: "data outage";
      readonly days: readonly string[];
      readonly missingOrders: number;
      readonly missingEvents: number;
    }
  /** Families that cost so much more from this week on. */
  | { readonly kind: "price rise"; readonly families: readonly string[]; readonly factor: number };

export const priceRise = { families: ["Groceries", "Kids", "Home"], factor: 1.08 } as const;

/** Prices of the shop by week: one rise. */
export function priceFactor(family: string, week: number): number {
  const isDearer = week >= historyWeeks + plantedWeeks.priceRise;
  return isDearer && priceRise.families.some((dearer) => dearer === family) ? priceRise.factor : 1;
}

/**
 * The affinities of a person in a week. Who went in the churn wave spends the first week in the app day and night, then
 * lives like a bargain hunter who looks in more often: silence alone would show only after months, this changes who they are within the week.
 */
export function affinitiesIn(person: Person, week: number): Person {
  const { turned } = person;
  if (turned === undefined || week < turned) return person;
  const { orderRate, ticketCents } = characters.bargains;
  const appRate = week === turned ? 18 : 4;
  return { ...person, group: "bargains", orderRate, ticketCents, visitRate: 0, appRate };
}

/** The loyal families of the churn wave, drawn by lot. */
export function churners(people: readonly Person[], seed: number): ReadonlySet<string> {
  const drawn = people
    .filter(({ group }) => group === "families")
    .map(({ key, number }) => ({ key, lot: chanceOf(seed, streams.wave, number)() }))
    .toSorted((a, b) => a.lot - b.lot);
  return new Set(drawn.slice(0, churnWaveSize).map(({ key }) => key));
}

/** Customers who join in a week after the history: their numbers follow those of the founders. */
export function newcomerNumbers(founders: number, later: number): readonly number[] {
  const first = founders + 1 + (later - 1) * newcomersPerWeek;
  return Array.from({ length: newcomersPerWeek }, (_, index) => first + index);
}
