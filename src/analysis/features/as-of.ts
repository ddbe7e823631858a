import type { BaseFacts } from "./base-facts.ts";
import { means } from "./lexicon.ts";

/**
 * The day that features are about: the day after the last order or event; without any, the day after the latest date
 * in the customers' file that has passed (a day of joining, not of birth); without one, today.
 *
 * So that a file of 2014 tells the ages and recencies of 2014, whenever it is read.
 *
 * @param today `YYYY-MM-DD`.
 * @returns `YYYY-MM-DD`.
 * @example
 * chooseAsOf({ lastDay: "2011-10-31", orders: undefined, events: [], responses: false, attributes: [] }, "2026-01-01");
 * // => "2011-11-01"
 */
export function chooseAsOf({ lastDay, attributes }: BaseFacts, today: string): string {
  if (lastDay !== null) return nextDay(lastDay);
  const passed = attributes
    .filter(({ name, kind }) => kind === "date" && !means(name, "birth"))
    .flatMap(({ latest }) => (latest !== null && latest < today ? [latest] : []))
    .sort();
  const last = passed.at(-1);
  return last === undefined ? today : nextDay(last);
}

function nextDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
