import { UserError } from "../../contract/errors.ts";
import { at } from "../../lib/at.ts";
import { dateSpelling } from "../cells/dates.ts";
import { isMissing } from "../cells/missing.ts";
import { spelling } from "../cells/numbers.ts";
import { type Delimiter, delimiters, type Encoding, type Layout, type Packing } from "../guess/mapping.ts";
import { findContainer } from "./format.ts";
import { looksLikeJson, readJsonHeaders } from "./json-rows.ts";
import { longestHeader, mostColumns } from "./limits.ts";
import type { Reading } from "./reading.ts";
import { createSplitter, type Row, RowsError } from "./split-rows.ts";
import { readHead } from "./text.ts";

const rowsLookedAt = 500;
const rowsAboveAtMost = 20;

/** What a person said about the layout; the rest is guessed. */
export interface LayoutOverrides {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
}

/** What tells nothing about files that are no delimited text. */
const plain = {
  packing: "none",
  encoding: "utf-8",
  delimiter: ",",
  lineEnd: "\n",
  sheet: "",
  otherSheets: [],
} as const;

/**
 * How a file is laid out, from its first rows: format, encoding, delimiter, line ends, header row and column names.
 *
 * @throws {UserError} When it cannot be a table; or has a million columns; or no column names.
 */
export async function guessLayout(reading: Reading, overrides: LayoutOverrides = {}): Promise<Layout> {
  const found = await findContainer(reading);
  const layout = await layoutOf(found, reading, overrides);
  const { says, fileName } = reading;
  if (layout.headers.length > mostColumns) throw new UserError(says.tooManyColumns(fileName, mostColumns));
  const long = layout.headers.find((header) => header.length > longestHeader);
  if (long !== undefined) throw new UserError(says.headerTooLong(fileName, long.slice(0, 40), longestHeader));
  return { ...layout, headers: uniqueHeaders(layout.headers) };
}

async function layoutOf(
  found: Awaited<ReturnType<typeof findContainer>>,
  reading: Reading,
  overrides: LayoutOverrides,
): Promise<Layout> {
  if (found.format === "text") return textLayout(found.packing, reading, overrides);
  if (found.format === "xlsx") return sheetLayout(reading, overrides.sheet);
  const { readParquetHeaders } = await import("./parquet.ts");
  const headers = await readParquetHeaders(reading);
  return { ...plain, format: "parquet", rowsAbove: 0, hasHeader: true, headers };
}

async function textLayout(packing: Packing, reading: Reading, overrides: LayoutOverrides): Promise<Layout> {
  const { encoding, text } = await readHead(reading, packing, overrides.encoding);
  if (looksLikeJson(text)) {
    const headers = await readJsonHeaders(reading, { encoding, packing });
    return { ...plain, format: "json", packing, encoding, rowsAbove: 0, hasHeader: true, headers };
  }
  const lineEnd = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  const delimiter = overrides.delimiter ?? guessDelimiter(text, lineEnd);
  const header = findHeader(firstRows(text, delimiter, lineEnd), delimiter, reading);
  return { ...plain, format: "text", packing, encoding, delimiter, lineEnd, ...header };
}

async function sheetLayout(reading: Reading, wanted: string | undefined): Promise<Layout> {
  const { listSheets, readSheetRows } = await import("./xlsx.ts");
  const { says, fileName } = reading;
  const sheets = await listSheets(reading);
  const sheet = wanted === undefined ? sheets[0] : sheets.find((name) => sameName(name, wanted));
  if (sheet === undefined) throw new UserError(says.noSuchSheet(fileName, wanted ?? "", sheets.join(", ")));
  const rows: Row[] = [];
  const looking = { ...reading, onProgress: () => undefined };
  for await (const batch of readSheetRows(looking, { sheet, headers: [] })) {
    rows.push(...batch);
    if (rows.length >= rowsLookedAt) break;
  }
  if (!rows.some(isFilled)) throw new UserError(says.emptySheet(fileName, sheet, sheets.join(", ")));
  const header = findSheetHeader(rows.slice(0, rowsLookedAt), reading);
  const otherSheets = sheets.filter((name) => name !== sheet);
  return { ...plain, format: "xlsx", sheet, otherSheets, ...header };
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The whole rows of a text that may end in the middle of one; a text of one unfinished row is that row. */
function firstRows(text: string, delimiter: Delimiter, lineEnd: "\n" | "\r"): readonly Row[] {
  const splitter = createSplitter(delimiter, lineEnd);
  try {
    const rows = splitter.push(text);
    return (rows.some(isFilled) ? rows : [...rows, ...splitter.end()]).slice(0, rowsLookedAt);
  } catch (error) {
    // An open quote: the full reading will say where. Cut without heed of quotes, to know the columns until then.
    if (!(error instanceof RowsError)) throw error;
    return [{ line: 1, cells: (text.split(lineEnd, 1)[0] ?? "").split(delimiter) }];
  }
}

function isFilled(row: Row): boolean {
  return row.cells.some((cell) => cell.trim() !== "");
}

/**
 * The delimiter under which the most rows have the same number of cells, more than one; of equals the one that makes
 * more cells. A text with none of them has one column.
 *
 * @example
 * guessDelimiter("a;b\n1,5;2\n3;4,5\n", "\n"); // => ";"
 */
export function guessDelimiter(text: string, lineEnd: "\n" | "\r"): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    if (delimiter === " ") continue;
    const rows = firstRows(text, delimiter, lineEnd).filter(isFilled);
    const { width, share } = commonWidth(rows);
    if (width < 2) continue;
    // The header must agree, or decimal commas would make columns.
    const header = rows
      .slice(0, rowsAboveAtMost)
      .some((row) => row.cells.length === width && holdsNames(row));
    const score = share * (header ? 2 : 1) + Math.min(width, 99) / 1000;
    if (score > best.score) best = { delimiter, score };
  }
  return best.score === 0 && isSpaced(text, lineEnd) ? " " : best.delimiter;
}

/** Whether spaces make columns: three or more in nearly all rows, or any two words would be a table. */
function isSpaced(text: string, lineEnd: "\n" | "\r"): boolean {
  const rows = firstRows(text, " ", lineEnd).filter(isFilled);
  const { width, share } = commonWidth(rows);
  return rows.length > 1 && width > 2 && share > 0.9;
}

function commonWidth(rows: readonly Row[]): { readonly width: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  }
  return { width, share: rows.length === 0 ? 0 : most / rows.length };
}

/** Whether most cells could name a column: no number (but for a year or two), no date, no address. */
function holdsNames(row: Row): boolean {
  const filled = row.cells.filter((cell) => !isMissing(cell));
  const names = filled.filter((cell) => spelling(cell) === undefined && dateSpelling(cell) === undefined);
  return names.length > filled.length / 2 && !filled.some((cell) => cell.includes("@"));
}

type Header = Pick<Layout, "rowsAbove" | "hasHeader" | "headers">;

function findHeader(rows: readonly Row[], delimiter: Delimiter, { says, fileName }: Reading): Header {
  const { width } = commonWidth(rows.filter(isFilled));
  const first = rows.findIndex((row) => isFilled(row) && row.cells.length === width);
  const above = headerWithoutCommas(rows, first);
  if (above !== undefined) return above;
  const header = at(rows, first);
  if (holdsNames(header)) return headerOf(first, header.cells);
  // A bare list of ids or addresses needs no name for its only column.
  if (width === 1) return { rowsAbove: first, hasHeader: false, headers: ["1"] };
  throw new UserError(delimiter === " " ? says.spacesNoNames(fileName) : says.noHeader(fileName));
}

function headerOf(rowsAbove: number, cells: readonly string[]): Header {
  return { rowsAbove, hasHeader: true, headers: cells.map((cell) => cell.trim()) };
}

/** Banks end their rows with a comma, and the header without one, or the other way round. */
function headerWithoutCommas(rows: readonly Row[], first: number): Header | undefined {
  const widest = rows.slice(first).reduce((most, row) => Math.max(most, filledWidth(row)), 0);
  const above = rows.slice(0, first).findIndex((row) => holdsNames(row) && filledWidth(row) === widest);
  return widest < 2 || above < 0 ? undefined : headerOf(above, at(rows, above).cells.slice(0, widest));
}

/** The cells up to the last filled one. */
function filledWidth({ cells }: Row): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

/** The names of a sheet's columns: the first row that is not mostly empty, as a title above a table is. */
function findSheetHeader(rows: readonly Row[], { says, fileName }: Reading): Header {
  const width = Math.max(...rows.map(filledWidth));
  const first = rows.findIndex((row) => row.cells.filter((cell) => cell.trim() !== "").length > width / 2);
  const header = at(rows, Math.max(0, first));
  const cells = Array.from({ length: width }, (_, column) => header.cells[column] ?? "");
  if (holdsNames(header)) return headerOf(Math.max(0, first), cells);
  if (width === 1) return { rowsAbove: Math.max(0, first), hasHeader: false, headers: ["1"] };
  throw new UserError(says.noHeader(fileName));
}

/** Whether a column got its name from its position. */
export function isNameless(header: string): boolean {
  return /^column \d+$/.test(header);
}

/** Names for nameless columns by their position, and for a name's second bearer with a number. */
function uniqueHeaders(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, position) => {
    const name = header === "" ? `column ${position + 1}` : header;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
