import { dayMs } from "../../lib/day.ts";
import { type Chance, weighted } from "./chance.ts";

/** Weeks of the history that the shop comes with: 24 months. */
export const historyWeeks = 104;
export const weekMs = 7 * dayMs;

/** The day after the last order of the history: a Monday, so that its weeks end on Sundays. */
export const sampleAsOf = new Date(Date.UTC(2026, 5, 29));

/**
 * The first moment of a week of the shop: week 1 opens the history, week 104 closes it, later ones follow.
 *
 * @param asOf The day after week 104.
 * @returns Milliseconds since 1970 UTC.
 * @example
 * new Date(startOfWeek(104, new Date("2026-06-29"))).toISOString(); // => "2026-06-22T00:00:00.000Z"
 */
export function startOfWeek(week: number, asOf: Date): number {
  return asOf.getTime() + (week - historyWeeks - 1) * weekMs;
}

/** Orders from Monday to Sunday: Saturdays are the busiest. */
const dayWeights = [1, 0.9, 0.9, 1, 1.2, 1.6, 0.7];
const openingHour = 8;
const openHours = 13;

/** A moment of a week within opening hours, to the second. */
export function momentOf(chance: Chance, weekStart: number): number {
  const day = weekStart + weighted(chance, dayWeights) * dayMs;
  const seconds = Math.floor((openingHour + openHours * chance()) * 3600);
  return day + seconds * 1000;
}

/** How busy the shop is in a month, January first: Christmas is. */
const busyness = [0.9, 0.85, 0.95, 1, 1, 1, 0.95, 0.85, 1, 1, 1.15, 1.4];

export function busynessOf(weekStart: number): number {
  return busyness[new Date(weekStart).getUTCMonth()] ?? 1;
}
