import { dayMs } from "../../lib/day.ts";

export const dateOrders = ["ymd", "dmy", "mdy", "serial", "epoch"] as const;
/** How a column writes days: year first, day first, month first, as Excel's count of days, or as a count since 1970. */
export type DateOrder = (typeof dateOrders)[number];

/** What the cells of a column prove about its order; each entry counts cells. */
export type DateEvidence = {
  /** Year first, or the month in letters: only one reading. */
  readonly certain: number;
  /** `31/12/2011`: the first number is above 12. */
  readonly dayFirst: number;
  /** `12/31/2011`: the second number is above 12. */
  readonly monthFirst: number;
  /** `04/09/2012`: either. */
  readonly either: number;
  /** A number that Excel could mean as a day between 1954 and 2064. */
  readonly serial: number;
  /** Whole seconds, milliseconds or microseconds since 1970, between 2001 and 2065. */
  readonly epoch: number;
};

const written =
  /^(\d{1,4}|\p{L}{3,}\.?)(?:[-/. ]+|,\s*| de )(\d{1,2}|\p{L}{3,}\.?)(?:[-/. ]+|,\s*| de )(\d{1,4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/iu;
const compact = /^(1[89]|20|21)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const excelDayZero = Date.UTC(1899, 11, 30);
/** Digits of a count since 1970 → how many of it make a millisecond. */
const epochUnits: ReadonlyMap<number, number> = new Map([
  [10, 1 / 1000],
  [13, 1],
  [16, 1000],
]);
const lastEpochSecond = 3_000_000_000;

/** First three letters of a month in English, Spanish and Portuguese → 0 to 11. */
const months = new Map(
  [
    ["jan", "ene"],
    ["feb", "fev"],
    ["mar"],
    ["apr", "abr"],
    ["may", "mai"],
    ["jun"],
    ["jul"],
    ["aug", "ago"],
    ["sep", "set"],
    ["oct", "out"],
    ["nov"],
    ["dec", "dic", "dez"],
  ].flatMap((names, month) => names.map((name) => [name, month] as const)),
);

/**
 * A cell as a moment, in milliseconds since 1970 UTC; a time without a zone is taken as UTC.
 *
 * @param order Of the column; a cell with the year first or the month in letters is read whatever the order.
 * @returns undefined when the cell is no day of the calendar (31 February is none).
 * @example
 * readDate("04/09/2012", "dmy"); // => Date.UTC(2012, 8, 4)
 */
export function readDate(cell: string, order: DateOrder): number | undefined {
  const text = cell.trim();
  if (order === "serial") return readSerial(text);
  if (order === "epoch") return readEpoch(text) ?? readDate(text, "ymd");
  if (!mayBeDate(text)) return undefined;
  const parts = written.exec(text);
  return parts === null ? readCompact(text) : readParts(parts, order);
}

/** Spares most texts the pattern: a date begins with a digit or with a month. */
function mayBeDate(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || months.has(text.slice(0, 3).toLowerCase());
}

function readParts(parts: RegExpExecArray, order: DateOrder): number | undefined {
  const [, first = "", second = "", third = ""] = parts;
  const midnight = readDay([first, second, third], order);
  const time = readTime(parts);
  return midnight === undefined || time === undefined ? undefined : midnight + time;
}

function readDay(parts: readonly [string, string, string], order: DateOrder): number | undefined {
  const [first, second, third] = parts;
  if (first.length === 4 && /^\d/.test(first))
    return calendarDay(Number(first), monthOf(second), Number(third));
  const year = fullYear(third);
  if (/^\p{L}/u.test(first)) return calendarDay(year, monthOf(first), Number(second));
  if (/^\p{L}/u.test(second)) return calendarDay(year, monthOf(second), Number(first));
  if (order === "ymd") return undefined;
  const [day, month] = order === "dmy" ? [first, second] : [second, first];
  return calendarDay(year, monthOf(month), Number(day));
}

/** Two digits mean 1970 to 2069, as in most spreadsheets. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  if (digits.length !== 2) return Number.NaN;
  return year < 70 ? 2000 + year : 1900 + year;
}

function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text) - 1;
  return months.get(text.slice(0, 3).toLowerCase()) ?? Number.NaN;
}

function calendarDay(year: number, month: number, day: number): number | undefined {
  if (!(year >= 1800 && year < 2200 && month >= 0 && month < 12 && day >= 1)) return undefined;
  const at = Date.UTC(year, month, day);
  return new Date(at).getUTCDate() === day ? at : undefined;
}

function readTime(parts: RegExpExecArray): number | undefined {
  const [hour = "0", minute = "0", second = "0", fraction = "0", half, zone] = parts.slice(4);
  let hours = Number(hour);
  if (half !== undefined) hours = (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  return ((hours * 60 + Number(minute) - offsetMinutes(zone)) * 60 + Number(second)) * 1000 + milliseconds;
}

function offsetMinutes(zone: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (parts === null) return 0;
  return (parts[1] === "-" ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

function readCompact(text: string): number | undefined {
  if (!compact.test(text)) return undefined;
  return calendarDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6)));
}

/** Excel counts days from 1900 and believes in 29 February 1900, hence the day zero of 1899-12-30. */
function readSerial(text: string): number | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return readDate(text, "ymd");
  const days = Number(text.replace(",", "."));
  return Math.round((excelDayZero + days * dayMs) / 1000) * 1000;
}

/** The length tells seconds, milliseconds and microseconds apart; decimals of a second are of no use here. */
function readEpoch(text: string): number | undefined {
  const [whole = ""] = text.split(".", 1);
  const unit = /^\d+$/.test(whole) ? epochUnits.get(whole.length) : undefined;
  if (unit === undefined || !/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  const milliseconds = Math.floor(Number(whole) / unit);
  return milliseconds <= lastEpochSecond * 1000 ? milliseconds : undefined;
}

/**
 * What one cell's spelling proves about the order.
 *
 * @returns undefined when the cell is no day in any order.
 * @example
 * dateSpelling("31/12/2011"); // => "dayFirst"
 */
export function dateSpelling(cell: string): keyof DateEvidence | undefined {
  const text = cell.trim();
  if (text.length < 5 || text.length > 40 || !mayBeDate(text)) return undefined;
  if (/^[2-5]\d{4}(?:[.,]\d+)?$/.test(text)) return "serial";
  if (readEpoch(text) !== undefined) return "epoch";
  const parts = written.exec(text);
  if (parts === null) return readCompact(text) === undefined ? undefined : "certain";
  if (readParts(parts, "ymd") !== undefined) return "certain";
  const dayFirst = readParts(parts, "dmy") !== undefined;
  const monthFirst = readParts(parts, "mdy") !== undefined;
  if (dayFirst && monthFirst) return "either";
  if (dayFirst) return "dayFirst";
  return monthFirst ? "monthFirst" : undefined;
}

/**
 * The order of a column from all its cells, and whether they prove it.
 *
 * @param elsewhere What another date column of the file proves, or day first, as most of the world writes.
 * @example
 * dateOrder({ certain: 0, dayFirst: 3, monthFirst: 0, either: 9, serial: 0, epoch: 0 }, "mdy"); // => { order: "dmy", proven: true }
 */
export function dateOrder(
  evidence: DateEvidence,
  elsewhere: "dmy" | "mdy",
): { readonly order: DateOrder; readonly proven: boolean } {
  const { certain, dayFirst, monthFirst, either, serial, epoch } = evidence;
  if (epoch > certain + dayFirst + monthFirst + either + serial) return { order: "epoch", proven: true };
  if (serial > certain + dayFirst + monthFirst + either) return { order: "serial", proven: true };
  if (dayFirst + monthFirst === 0) {
    return either === 0 ? { order: "ymd", proven: true } : { order: elsewhere, proven: false };
  }
  return { order: dayFirst >= monthFirst ? "dmy" : "mdy", proven: true };
}
