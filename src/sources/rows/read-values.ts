import { readRows } from "../file/read-rows.ts";
import type { Reading } from "../file/reading.ts";
import { createRowFilter, type RowKind } from "./row-filter.ts";
import { type RowReader, type RowsReader, rejectRow } from "./row-reader.ts";
import type { Row } from "../file/split-rows.ts";

/**
 * The values of a file, in batches of what one piece of text holds: rows that are no data are counted and left out.
 */
export async function* readValues<Value>(
  reading: Reading,
  context: RowReader,
  reader: RowsReader<Value>,
): AsyncGenerator<readonly Value[]> {
  const kindOf = createRowFilter(context.mapping.layout);
  for await (const rows of readRows(reading, context.mapping.layout)) {
    const values: Value[] = [];
    for (const row of rows) {
      const kind = kindOf(row);
      if (kind !== "data") leaveOut(row, kind, context);
      else {
        context.watch?.(row);
        reader.read(row, values);
      }
    }
    yield values;
  }
  const last: Value[] = [];
  reader.end(last);
  yield last;
}

function leaveOut(row: Row, kind: Exclude<RowKind, "data">, { tally }: RowReader): void {
  switch (kind) {
    case "above":
      return tally.add("rows_above_header", "left_out");
    case "blank":
      return tally.add("blank_rows", "left_out");
    case "repeatedHeader":
      return tally.add("repeated_header", "left_out");
    case "total":
      return tally.add("total_row", "left_out");
    case "ragged":
      return rejectRow(tally, row, "ragged_row", "");
    case "header":
    default:
      return undefined;
  }
}
