/** A day of the calendar, `YYYY-MM-DD`: texts of which the earlier day comes first when they are sorted. */
export type Day = `${number}-${number}-${number}`;

export const dayMs = 86_400_000;

/**
 * The day of a moment, in UTC.
 *
 * @example
 * dayOf(new Date("2024-02-29T23:59:59Z")); // => "2024-02-29"
 */
export function dayOf(moment: Date | number): Day {
  return new Date(moment).toISOString().slice(0, 10) as Day;
}

/**
 * A day so many days after another; before it for a negative number.
 *
 * @example
 * addDays("2012-03-01", -1); // => "2012-02-29"
 */
export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * dayMs);
}

/**
 * Whether a text is a day of the calendar.
 *
 * @example
 * isDay("2023-02-30"); // => false
 */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && dayOf(moment) === text;
}
