import { type DateEvidence, dateSpelling } from "../cells/dates.ts";
import { readFlag } from "../cells/flags.ts";
import { isMissing } from "../cells/missing.ts";
import { type NumberEvidence, spelling } from "../cells/numbers.ts";
import { detach } from "../file/detach.ts";

/** What all cells of a column say about it; the counts are of filled cells. */
export interface ColumnProfile {
  readonly header: string;
  readonly filled: number;
  readonly missing: number;
  /** Different cells seen; a lower bound when `distinctIsExact` is false. */
  readonly distinct: number;
  readonly distinctIsExact: boolean;
  readonly numbers: NumberEvidence;
  readonly dates: DateEvidence;
  readonly flags: number;
  readonly emails: number;
  /** Phone numbers that cannot be anything else: with a plus or an area code in brackets. */
  readonly phones: number;
  /** Filled cells that say the same as the filled one above: the lines of an order repeat what is the order's. */
  readonly repeated: number;
  /** Different cells, without the spaces around them, with their counts; the whole column when `distinctIsExact`. */
  readonly cells: ReadonlyMap<string, number>;
}

/** Collects a column cell by cell. */
export interface ColumnTally {
  add(cell: string): void;
  /** What was collected so far. */
  profile(header: string): ColumnProfile;
}

type Evidence = {
  numbers: Record<keyof NumberEvidence, number>;
  dates: Record<keyof DateEvidence, number>;
  flags: number;
  emails: number;
  phones: number;
};

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const longestFlag = 16;
const phone = /^(?:\+\d[\d\s().-]{7,18}|\(\d+\)[\d\s.-]{5,15})$/;

/**
 * A tally that classifies every different cell once. Past `mostDistinct` different cells it keeps no more of them
 * and classifies one by one, so that its memory is bounded and its counts are not.
 */
export function createColumnTally(mostDistinct: number): ColumnTally {
  const cells = new Map<string, { count: number }>();
  const beyond = noEvidence();
  let filled = 0;
  let missing = 0;
  let exact = true;
  let repeated = 0;
  let lastCell: string | undefined;
  /** Stands for every cell that is not kept. */
  const unkept = { count: 0 };
  let lastEntry = unkept;
  return {
    add(cell) {
      // Orders repeat their number, date and customer from line to line.
      const isRepeated = cell === lastCell;
      if (isRepeated) repeated++;
      const known = isRepeated ? lastEntry : cells.get(cell);
      if (known !== undefined) {
        known.count++;
        if (known === unkept) classify(beyond, cell, 1);
        filled++;
        lastCell = cell;
        lastEntry = known;
      } else if (isMissing(cell)) {
        missing++;
      } else {
        filled++;
        lastCell = cell;
        if (cells.size < mostDistinct) {
          lastEntry = { count: 1 };
          cells.set(detach(cell), lastEntry);
        } else {
          exact = false;
          lastEntry = unkept;
          classify(beyond, cell, 1);
        }
      }
    },
    profile(header) {
      const evidence = { ...beyond, numbers: { ...beyond.numbers }, dates: { ...beyond.dates } };
      const counts = new Map<string, number>();
      for (const [cell, { count }] of cells) {
        const text = cell.trim();
        counts.set(text, (counts.get(text) ?? 0) + count);
        classify(evidence, cell, count);
      }
      return {
        header,
        filled,
        missing,
        distinct: counts.size,
        distinctIsExact: exact,
        repeated,
        cells: counts,
        ...evidence,
      };
    },
  };
}

function noEvidence(): Evidence {
  return {
    numbers: { point: 0, comma: 0, pointOrGroup: 0, commaOrGroup: 0, plain: 0 },
    dates: { certain: 0, dayFirst: 0, monthFirst: 0, either: 0, serial: 0, epoch: 0 },
    flags: 0,
    emails: 0,
    phones: 0,
  };
}

function classify(evidence: Evidence, cell: string, count: number): void {
  const number = spelling(cell);
  if (number !== undefined) evidence.numbers[number] += count;
  const date = dateSpelling(cell);
  if (date !== undefined) evidence.dates[date] += count;
  if (cell.length <= longestFlag && readFlag(cell) !== undefined) evidence.flags += count;
  if (cell.includes("@") && email.test(cell.trim())) evidence.emails += count;
  if (/^\s*[+(]/.test(cell) && phone.test(cell.trim())) evidence.phones += count;
}

/** How many cells are numbers in some spelling. */
export function numberCells(profile: ColumnProfile): number {
  return Object.values(profile.numbers).reduce((sum, count) => sum + count, 0);
}

/** How many cells are days in some order; Excel's serial days, which any number could be, are not among them. */
export function dateCells(profile: ColumnProfile): number {
  const { certain, dayFirst, monthFirst, either } = profile.dates;
  return certain + dayFirst + monthFirst + either;
}
