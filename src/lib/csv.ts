import { Readable, pipeline } from "node:stream";
import { stringify } from "csv-stringify";
import { stringify as stringifyAll } from "csv-stringify/sync";
import type { Locale, Localized } from "./locale.ts";

/** One cell of a file. */
export type Cell = string | number | boolean | null;

/** A file before it is written: the labels of its columns and its rows, as they come. */
export interface FileRows {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

interface Dialect {
  readonly delimiter: string;
  readonly decimal: string;
  readonly yes: string;
  readonly no: string;
}

/** What a spreadsheet of each language opens by a double click. */
const dialects: Localized<Dialect> = {
  en: { delimiter: ",", decimal: ".", yes: "yes", no: "no" },
  es: { delimiter: ";", decimal: ",", yes: "sí", no: "no" },
  pt: { delimiter: ";", decimal: ",", yes: "sim", no: "não" },
};

/** A text that a spreadsheet would run as a formula, or that hides one behind white space or a full-width sign. */
const formula = /^[\s]*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A cell as it stands in the file. Texts that begin like a formula get an apostrophe, which spreadsheets do not show;
 * numbers stay numbers, negative ones too, rounded to 12 significant digits.
 *
 * @example
 * writeCell("=cmd()", "en"); // => "'=cmd()"
 */
export function writeCell(cell: Cell, locale: Locale): string {
  const dialect = dialects[locale];
  if (typeof cell === "boolean") return cell ? dialect.yes : dialect.no;
  if (typeof cell === "string") return formula.test(cell) ? `'${cell}` : cell;
  if (cell === null || !Number.isFinite(cell)) return "";
  return String(Number(cell.toPrecision(12))).replace(".", dialect.decimal);
}

/** The file as a stream of bytes; holds a few rows at a time, whatever the file's length. */
export function createCsv({ columns, rows }: FileRows, locale: Locale): Readable {
  async function* lines(): AsyncGenerator<readonly string[]> {
    yield columns.map((column) => writeCell(column, locale));
    for await (const row of rows) yield row.map((cell) => writeCell(cell, locale));
  }
  const csv = stringify(optionsOf(locale));
  // A failure reaches whoever reads: pipeline destroys `csv` with it.
  pipeline(Readable.from(lines()), csv, () => undefined);
  return csv;
}

/** A short file as one text: the same to the byte as the stream's. */
export function csvText(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  locale: Locale,
): string {
  const lines = [columns, ...rows].map((row) => row.map((cell) => writeCell(cell, locale)));
  return stringifyAll(lines, optionsOf(locale));
}

function optionsOf(locale: Locale) {
  // The byte order mark tells a spreadsheet that the file is UTF-8: without it names with accents are garbled.
  return { delimiter: dialects[locale].delimiter, bom: true, record_delimiter: "windows" } as const;
}
