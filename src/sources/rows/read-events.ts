import { isMissing } from "../cells/missing.ts";
import { readNumber } from "../cells/numbers.ts";
import { cellAt, columnsAt } from "./columns-at.ts";
import { createPersonReader } from "./person.ts";
import { createMomentReader, type RowReader, type RowsReader, rejectRow, rowByRow } from "./row-reader.ts";

/** Something a customer did, as the base keeps it. */
export interface EventRow {
  readonly line: number;
  readonly key: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Lower case: "Visit" and "visit" are the same. */
  readonly kind: string;
  /** How much of it; 1 where the file does not say. */
  readonly value: number;
}

/** A reader of events: a row without a customer, a moment or a readable value is rejected. */
export function createEventReader(context: RowReader): RowsReader<EventRow> {
  const { mapping, tally, latest, counter } = context;
  const columns = columnsAt(mapping);
  const readAt = createMomentReader(columns.at, mapping.orders.day);
  const readPerson = createPersonReader(mapping, columns);
  return rowByRow((row) => {
    const { key } = readPerson(row);
    if (key === "") return rejectRow(tally, row, "no_customer", columns.customer?.header ?? "");
    const at = readAt(row);
    if (at === undefined) return rejectRow(tally, row, "unreadable_date", columns.at?.header ?? "");
    if (at > latest) return rejectRow(tally, row, "future_dated", columns.at?.header ?? "");
    const cell = cellAt(row, columns.value);
    const value = isMissing(cell) ? 1 : readNumber(cell, columns.value?.decimal ?? ".");
    if (value === undefined) return rejectRow(tally, row, "unreadable_number", columns.value?.header ?? "");
    const kind = cellAt(row, columns.kind).trim().toLowerCase() || mapping.eventKind;
    counter.row(key, false);
    counter.day(at);
    return { line: row.line, key, at, kind, value };
  });
}
