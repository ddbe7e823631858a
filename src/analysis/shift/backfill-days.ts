import { addDays, type Day } from "../../lib/day.ts";

/** A month's look back and the eight weeks that an outlook likes. */
const mostWeeks = 8;
/** Placing so many customers again is worth the wait; a large base goes back fewer weeks. */
const mostPlacements = 800_000;
/** With fewer weeks of orders before it, a past day would show everybody with next to no orders. */
const weeksBefore = 13;

/**
 * The past days on which new segments can be seen at once, in weekly steps back from the data's day.
 *
 * @param asOf The data's day.
 * @param firstDay Of the first order or event; null where nothing is dated: then no day differs from another.
 * @param customers How many would be placed on each day.
 * @returns Oldest first, at most eight.
 * @example
 * backfillDays({ asOf: "2026-06-29", firstDay: "2026-03-16", customers: 2400 }); // => ["2026-06-15", "2026-06-22"]
 */
export function backfillDays({
  asOf,
  firstDay,
  customers,
}: {
  readonly asOf: Day;
  readonly firstDay: Day | null;
  readonly customers: number;
}): readonly Day[] {
  if (firstDay === null) return [];
  const earliest = addDays(firstDay, weeksBefore * 7);
  const weeks = Math.min(mostWeeks, Math.floor(mostPlacements / Math.max(1, customers)));
  return Array.from({ length: weeks }, (_, index) => addDays(asOf, (index - weeks) * 7)).filter(
    (day) => day >= earliest,
  );
}
