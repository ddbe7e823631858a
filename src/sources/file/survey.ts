import { at } from "../../lib/at.ts";
import { UserError } from "../../contract/errors.ts";
import { type ColumnProfile, createColumnTally } from "../guess/column-profile.ts";
import { guessLayout, type LayoutOverrides } from "./layout.ts";
import type { Layout } from "../guess/mapping.ts";
import { readRows } from "./read-rows.ts";
import type { Reading } from "./reading.ts";
import { createRowFilter } from "../rows/row-filter.ts";
import type { Row } from "./split-rows.ts";
import { NotUtf8 } from "./text.ts";

/** A file looked through from end to end, before anything of it is stored. */
export interface Survey {
  readonly layout: Layout;
  /** One per column, over all rows. */
  readonly columns: readonly ColumnProfile[];
  /** Rows with values: without blank ones, repeated headers and rows of a wrong width. */
  readonly rows: number;
  /** Rows with letters that another program had misread (misread-letters.ts). */
  readonly repairedRows: number;
}

/** Different cells kept in all, shared among the columns. */
const distinctInAll = 1_000_000;
const distinctInColumn = 50_000;

/**
 * Looks through the whole file: what stands in its columns is then known, and not guessed from the first rows.
 *
 * @throws {UserError} When it is no readable table, or holds no rows.
 */
export async function survey(reading: Reading, overrides: LayoutOverrides = {}): Promise<Survey> {
  try {
    return await surveyAs(reading, overrides);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return surveyAs(reading, { ...overrides, encoding: "windows-1252" });
  }
}

async function surveyAs(reading: Reading, overrides: LayoutOverrides): Promise<Survey> {
  const layout = await guessLayout(reading, overrides);
  const survey = createSurvey(layout);
  const filter = createRowFilter(layout);
  for await (const batch of readRows(reading, layout)) {
    for (const row of batch) if (filter(row) === "data") survey.add(row);
  }
  return survey.finish(reading);
}

/** A survey that grows row by row. */
export interface GrowingSurvey {
  /** Looks at a data row. */
  readonly add: (row: Row) => void;
  /** @throws {UserError} When there was no row. */
  readonly finish: (reading: Reading) => Survey;
}

/** A survey for whoever goes through the rows anyway. */
export function createSurvey(layout: Layout): GrowingSurvey {
  const mostDistinct = Math.min(distinctInColumn, Math.ceil(distinctInAll / layout.headers.length));
  const tallies = layout.headers.map(() => createColumnTally(mostDistinct));
  let rows = 0;
  let repairedRows = 0;
  return {
    add({ cells, isRepaired }) {
      rows++;
      if (isRepaired === true) repairedRows++;
      for (let column = 0; column < tallies.length; column++) tallies[column]?.add(cells[column] ?? "");
    },
    finish(reading) {
      if (rows === 0) throw new UserError(reading.says.headerOnly(reading.fileName));
      const columns = tallies.map((tally, column) => tally.profile(at(layout.headers, column)));
      return { layout, rows, repairedRows, columns };
    },
  };
}
