import { dayMs } from "../lib/day.ts";

/** When something that comes every week is due, by the clock on the wall of one place. */

/** A weekly time: 1 is Monday, 7 is Sunday. */
export interface WeeklyTime {
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minutes: number;
  /** IANA name, for example `America/Sao_Paulo`. */
  readonly timeZone: string;
}

const minuteMs = 60_000;

/**
 * The first moment after another at which a weekly time comes round. A time that the clocks leap over in spring comes
 * by so much later; one that comes twice in autumn counts the first time.
 *
 * @example
 * nextDue({ weekday: 1, minutes: 540, timeZone: "Europe/Madrid" }, new Date("2026-03-28T12:00:00Z")).toISOString(); // => "2026-03-30T07:00:00.000Z"
 */
export function nextDue({ weekday, minutes, timeZone }: WeeklyTime, after: Date): Date {
  const today = wallClock(after.getTime(), timeZone);
  const midnight = today - modulo(today, dayMs);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = midnight + ahead * dayMs;
    if (weekdayOf(day) !== weekday) continue;
    const due = momentOf(day + minutes * minuteMs, timeZone);
    if (due > after.getTime()) return new Date(due);
  }
  throw new RangeError(`no weekday ${weekday}`);
}

/** The next moments, soonest first. */
export function nextDues(time: WeeklyTime, after: Date, count: number): readonly Date[] {
  const dues: Date[] = [];
  for (let last = after; dues.length < count; ) {
    last = nextDue(time, last);
    dues.push(last);
  }
  return dues;
}

/** 1 is Monday; 1 January 1970 was a Thursday. */
function weekdayOf(wall: number): number {
  return modulo(Math.floor(wall / dayMs) + 3, 7) + 1;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** What a wall clock shows, as milliseconds of a day that were in UTC. */
function wallClock(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const date = [part("year"), part("month") - 1, part("day")] as const;
  return Date.UTC(...date, part("hour"), part("minute"), part("second"));
}

/** The moment at which a wall clock shows a time, tried with the offsets of the day before and of the day after. */
function momentOf(wall: number, timeZone: string): number {
  const offsets = [wall - dayMs, wall + dayMs].map((near) => wallClock(near, timeZone) - near);
  const moments = offsets.map((offset) => wall - offset);
  const shown = moments.filter((moment) => wallClock(moment, timeZone) === wall);
  // In the leap of spring no clock shows it: with the old offset it comes by so much later.
  return shown.length > 0 ? Math.min(...shown) : (moments[0] ?? wall);
}
