import type { Layout } from "../guess/mapping.ts";
import { readJsonRows } from "./json-rows.ts";
import type { Reading } from "./reading.ts";
import type { Row } from "./split-rows.ts";
import { readTextRows } from "./text.ts";

/**
 * The rows of a file in batches of some thousands, the rows above the header and the header included, whatever the
 * file's format: who reads them need not know it.
 *
 * @throws {UserError} When the file is damaged or goes beyond a limit.
 * @throws {NotUtf8} When the layout says UTF-8 and a byte says no.
 */
export async function* readRows(reading: Reading, layout: Layout): AsyncGenerator<readonly Row[]> {
  switch (layout.format) {
    case "text":
      return yield* readTextRows(reading, layout);
    case "json":
      return yield* readJsonRows(reading, layout);
    case "xlsx": {
      // Workbooks and Parquet bring libraries along, which most imports do without.
      const { readSheetRows } = await import("./xlsx.ts");
      return yield* readSheetRows(reading, layout);
    }
    case "parquet":
    default: {
      const { readParquetRows } = await import("./parquet.ts");
      return yield* readParquetRows(reading);
    }
  }
}
