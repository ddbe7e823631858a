import { readDate } from "../cells/dates.ts";
import { cellAt, type ColumnAt } from "./columns-at.ts";
import type { Mapping } from "../guess/mapping.ts";
import type { FindingCode, Tally } from "../report/quality.ts";
import type { Row } from "../file/split-rows.ts";

/** What a reader of rows needs beside the row. */
export interface RowReader {
  readonly mapping: Mapping;
  readonly tally: Tally;
  /** Rows dated after this moment, in milliseconds, are rejected: one of them would make everybody look inactive. */
  readonly latest: number;
  /** Shown every data row before it is read. */
  readonly watch?: (row: Row) => void;
}

/** Puts a row among the rejects; `column` is empty when the row as a whole is wrong. */
export function rejectRow(tally: Tally, row: Row, code: FindingCode, column: string): undefined {
  tally.reject({ line: row.line, code, column, cells: row.cells });
}

/** Reads the moment of a row. Neighbors often share theirs, so the last cell is not read twice. */
export function createMomentReader(column: ColumnAt | undefined): (row: Row) => number | undefined {
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
