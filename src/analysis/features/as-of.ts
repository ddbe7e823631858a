import { addDays, type Day } from "../../lib/day.ts";
import type { BaseFacts } from "./base-facts.ts";
import { means } from "./lexicon.ts";

/**
 * The day that features are about: the day after the last order or event; without any, the day after the latest date
 * in the customers' file that has passed (a day of joining, not of birth); without one, today.
 *
 * So that a file of 2014 tells the ages and recencies of 2014, whenever it is read.
 *
 * @example
 * chooseAsOf({ lastDay: "2011-10-31", orders: undefined, events: [], responses: false, attributes: [] }, "2026-01-01");
 * // => "2011-11-01"
 */
export function chooseAsOf({ lastDay, attributes }: BaseFacts, today: Day): Day {
  if (lastDay !== null) return addDays(lastDay, 1);
  const passed = attributes
    .filter(({ name, kind }) => kind === "date" && !means(name, "birth"))
    .flatMap(({ latest }) => (latest !== null && latest < today ? [latest] : []))
    .sort();
  const last = passed.at(-1);
  return last === undefined ? today : addDays(last, 1);
}
