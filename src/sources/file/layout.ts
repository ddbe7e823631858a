import { UserError } from "../../contract/errors.ts";
import { at } from "../../lib/at.ts";
import { dateSpelling } from "../cells/dates.ts";
import { isMissing } from "../cells/missing.ts";
import { spelling } from "../cells/numbers.ts";
import { type Delimiter, delimiters, type Encoding, type Layout } from "../guess/mapping.ts";
import { type Reading, readHead } from "./read-file.ts";
import { createSplitter, mostColumns, type Row, RowsError } from "./split-rows.ts";

const rowsLookedAt = 500;
const rowsAboveAtMost = 20;

/** What a person said about the layout; the rest is guessed. */
export interface LayoutOverrides {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

/**
 * Encoding, delimiter, line ends, header row and column names of a file, from its first 64 KiB.
 *
 * @throws {UserError} When it cannot be a table: see `readHead`; or a million columns; or no column names.
 */
export async function guessLayout(reading: Reading, overrides: LayoutOverrides = {}): Promise<Layout> {
  const head = await readHead(reading, overrides.encoding);
  const lineEnd = head.text.includes("\n") || !head.text.includes("\r") ? "\n" : "\r";
  const delimiter = overrides.delimiter ?? guessDelimiter(head.text, lineEnd);
  const rows = firstRows(head.text, delimiter, lineEnd);
  const header = findHeader(rows, reading);
  return {
    encoding: head.encoding,
    compressed: head.compressed,
    delimiter,
    lineEnd,
    ...header,
    headers: uniqueHeaders(header.headers),
  };
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
  return best.delimiter;
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

function findHeader(rows: readonly Row[], reading: Reading): Header {
  const { width } = commonWidth(rows.filter(isFilled));
  if (width > mostColumns) throw new UserError(reading.says.tooManyColumns(reading.fileName, mostColumns));
  const first = rows.findIndex((row) => isFilled(row) && row.cells.length === width);
  const header = at(rows, first);
  if (holdsNames(header))
    return { rowsAbove: first, hasHeader: true, headers: header.cells.map((cell) => cell.trim()) };
  // A bare list of ids or addresses needs no name for its only column.
  if (width === 1) return { rowsAbove: first, hasHeader: false, headers: ["1"] };
  throw new UserError(reading.says.noHeader(reading.fileName));
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
