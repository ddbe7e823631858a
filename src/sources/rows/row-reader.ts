import { readDate } from "../cells/dates.ts";
import { cellAt, type ColumnAt } from "./columns-at.ts";
import type { Mapping } from "../guess/mapping.ts";
import type { FindingCode, Tally } from "../report/quality.ts";
import type { ReadCounter } from "../report/read-summary.ts";
import type { Row } from "../file/split-rows.ts";

/** What a reader of rows needs beside the row. */
export interface RowReader {
  readonly mapping: Mapping;
  readonly tally: Tally;
  readonly counter: ReadCounter;
  /** Rows dated after this moment, in milliseconds, are rejected: one of them would make everybody look inactive. */
  readonly latest: number;
  /** Shown every data row before it is read. */
  readonly watch?: (row: Row) => void;
}

/** Turns the rows of one kind of file into values; what it cannot read it tells the tally. */
export interface RowsReader<Value> {
  /** Reads a data row; values may come with a later one, when all rows that belong together have been seen. */
  read(row: Row, into: Value[]): void;
  /** Brings the last values, when there are no more rows. */
  end(into: Value[]): void;
}

/** A reader for rows that each bring one value or none. */
export function rowByRow<Value>(read: (row: Row) => Value | undefined): RowsReader<Value> {
  return {
    read(row, into) {
      const value = read(row);
      if (value !== undefined) into.push(value);
    },
    end: () => undefined,
  };
}

/** Puts a row among the rejects; `column` is empty when the row as a whole is wrong. */
export function rejectRow(tally: Tally, row: Row, code: FindingCode, column: string): undefined {
  tally.reject({ line: row.line, code, column, cells: row.cells });
}

/**
 * Reads the moment of a row. Neighbors often share theirs, so the last cell is not read twice.
 *
 * @param day The day of every row of a file without such a column, `YYYY-MM-DD`; empty where it has one.
 */
export function createMomentReader(
  column: ColumnAt | undefined,
  day: string,
): (row: Row) => number | undefined {
  if (column === undefined && day !== "") {
    const moment = readDate(day, "ymd");
    return () => moment;
  }
  let lastCell: string | undefined;
  let lastMoment: number | undefined;
  return (row) => {
    const cell = cellAt(row, column);
    if (cell !== lastCell) {
      lastCell = cell;
      lastMoment = readDate(cell, column?.dates ?? "ymd");
    }
    return lastMoment;
  };
}
