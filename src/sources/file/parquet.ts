import type { AsyncBuffer, ColumnData, FileMetaData, RowGroup } from "hyparquet";
import { UserError } from "../../contract/errors.ts";
import { largestRowGroup, mostBytes, mostColumns } from "./limits.ts";
import type { Reading } from "./reading.ts";
import type { Row } from "./split-rows.ts";
import { checkCells, valueText } from "./value-text.ts";

/** A Parquet file that is open. */
interface ParquetFile {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly headers: readonly string[];
}

const rowsAtOnce = 5_000;

/** @throws {UserError} When it is damaged, nested, or goes beyond a limit. */
export async function readParquetHeaders(reading: Reading): Promise<readonly string[]> {
  return (await openParquet(reading)).headers;
}

/**
 * The rows of a Parquet file, after a row of their names. A row group is held column by column while its rows are read.
 *
 * @throws {UserError} When it is damaged.
 */
export async function* readParquetRows(reading: Reading): AsyncGenerator<readonly Row[]> {
  const opened = await openParquet(reading);
  const { headers, metadata } = opened;
  const total = Number(metadata.num_rows);
  yield [{ line: 1, cells: headers }];
  let first = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const columns = await readGroup(opened, first, first + rows, reading);
    for (let from = 0; from < rows; from += rowsAtOnce) {
      reading.signal?.throwIfAborted();
      const to = Math.min(rows, from + rowsAtOnce);
      // Lines are counted as a person would with the names on top.
      yield rowsOf(columns, from, to).map((cells, index) =>
        checkCells({ line: first + from + index + 2, cells }, reading),
      );
      reading.onProgress?.(first + to, total);
    }
    first += rows;
  }
}

async function openParquet(reading: Reading): Promise<ParquetFile> {
  const { says, fileName } = reading;
  const { asyncBufferFromFile, parquetMetadataAsync, parquetSchema } = await import("hyparquet");
  const broken = (): never => {
    throw new UserError(says.brokenGzip(fileName));
  };
  const file = await asyncBufferFromFile(reading.path);
  const metadata = await parquetMetadataAsync(file).catch(broken);
  const columns = parquetSchema(metadata).children;
  if (columns.length > mostColumns) throw new UserError(says.tooManyColumns(fileName, mostColumns));
  if (columns.some(({ children }) => children.length > 0)) throw new UserError(says.nestedParquet(fileName));
  const sizes = metadata.row_groups.map(unpackedSize);
  if (sizes.reduce((sum, size) => sum + size, 0) > mostBytes) {
    throw new UserError(says.tooManyBytes(fileName));
  }
  if (sizes.some((size) => size > largestRowGroup)) throw new UserError(says.largeRowGroup(fileName));
  return { file, metadata, headers: columns.map(({ element }) => element.name) };
}

function unpackedSize({ columns }: RowGroup): number {
  return columns.reduce(
    (sum, { meta_data: column }) => sum + Number(column?.total_uncompressed_size ?? 0),
    0,
  );
}

/** The values of a row group, column by column. */
type Columns = readonly (readonly ColumnData[])[];

async function readGroup(
  { file, metadata, headers }: ParquetFile,
  rowStart: number,
  rowEnd: number,
  { says, fileName }: Reading,
): Promise<Columns> {
  const [{ parquetRead }, { compressors }] = await Promise.all([
    import("hyparquet"),
    import("hyparquet-compressors"),
  ]);
  const columns: ColumnData[][] = headers.map(() => []);
  const onChunk = (chunk: ColumnData) => columns[headers.indexOf(chunk.columnName)]?.push(chunk);
  await parquetRead({ file, metadata, rowStart, rowEnd, compressors, onChunk }).catch(() => {
    throw new UserError(says.brokenGzip(fileName));
  });
  return columns.map((chunks) =>
    chunks.map((chunk) => ({
      ...chunk,
      rowStart: chunk.rowStart - rowStart,
      rowEnd: chunk.rowEnd - rowStart,
    })),
  );
}

function rowsOf(columns: Columns, from: number, to: number): string[][] {
  return Array.from({ length: to - from }, (_, index) =>
    columns.map((chunks) => {
      const row = from + index;
      const chunk = chunks.find(({ rowStart, rowEnd }) => row >= rowStart && row < rowEnd);
      return chunk === undefined ? "" : valueText(chunk.columnData[row - chunk.rowStart]);
    }),
  );
}
