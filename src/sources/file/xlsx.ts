import { UserError } from "../../contract/errors.ts";
import type { Layout } from "../guess/mapping.ts";
import { mostColumns } from "./limits.ts";
import type { Reading } from "./reading.ts";
import type { Row } from "./split-rows.ts";
import { checkCells } from "./value-text.ts";
import { cellText, columnOf, type RawCell } from "./xlsx-cells.ts";
import { readSheets, readStyles, readTexts, type SheetPart, type WorkbookParts } from "./xlsx-parts.ts";
import { visitXml, type XmlVisitor } from "./xml.ts";
import { openZip, type Zip } from "./zip.ts";

/** The names of a workbook's sheets, in its order. */
export async function listSheets(reading: Reading): Promise<readonly string[]> {
  const zip = await openZip(reading);
  try {
    return (await readSheets(zip, reading)).sheets.map(({ name }) => name);
  } finally {
    zip.close();
  }
}

/**
 * The rows of a workbook's sheet, as they stand there: rows without cells are not written, and cells at the right that
 * are empty are left out. The sheet is never held as a whole, only the workbook's texts are.
 *
 * @throws {UserError} When it is damaged or goes beyond a limit.
 */
export async function* readSheetRows(
  reading: Reading,
  { sheet, headers }: Pick<Layout, "sheet" | "headers">,
): AsyncGenerator<readonly Row[]> {
  const zip = await openZip(reading);
  try {
    const { sheets, date1904 } = await readSheets(zip, reading);
    const part = sheets.find(({ name }) => name === sheet);
    if (part === undefined) throw new UserError(reading.says.noSuchSheet(reading.fileName, sheet, ""));
    const [styles, texts] = [await readStyles(zip, reading), await readTexts(zip, reading)];
    yield* readSheet(zip, part, { reading, width: headers.length, parts: { styles, texts, date1904 } });
  } finally {
    zip.close();
  }
}

interface SheetContext {
  readonly reading: Reading;
  /** Rows are filled up to as many cells; a sheet does not write those that are empty. */
  readonly width: number;
  readonly parts: WorkbookParts;
}

async function* readSheet(
  zip: Zip,
  { path }: SheetPart,
  context: SheetContext,
): AsyncGenerator<readonly Row[]> {
  const { reading } = context;
  const total = zip.entries.get(path)?.uncompressedSize ?? 0;
  const collector = collectRows(context);
  for await (const done of visitXml(zip, path, reading, collector.visitor)) {
    reading.onProgress?.(done, total);
    yield collector.take();
  }
}

/** A visitor of a sheet, and the rows that are complete. */
function collectRows({ reading, width, parts }: SheetContext) {
  let rows: Row[] = [];
  let line = 0;
  let cells: string[] = [];
  let cell: RawCell | undefined;
  let next = 0;
  let inText = false;
  const visitor: XmlVisitor = {
    open({ name, attributes }) {
      if (name === "row") [cells, next, line] = [[], 0, Number(attributes["r"] ?? line + 1)];
      else if (name === "c") {
        const column = columnOf(attributes["r"]) ?? next;
        cell = { column, type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0), text: "" };
        next = column + 1;
      }
      // `v` a value, `t` a text; formulas and how a word is pronounced are no part of what is seen.
      inText = name === "v" || name === "t";
    },
    text(piece) {
      if (inText && cell !== undefined) cell.text += piece;
    },
    close(name) {
      inText = false;
      if (name === "c" && cell !== undefined) {
        put(cells, cell.column, cellText(cell, parts), reading);
        cell = undefined;
      } else if (name === "row") {
        while (cells.length < width) cells.push("");
        rows.push(checkCells({ line, cells }, reading));
      }
    },
  };
  return {
    visitor,
    take() {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}

/** @throws {UserError} When it stands too far at the right. */
function put(cells: string[], column: number, text: string, { says, fileName }: Reading): void {
  if (text === "") return;
  if (column >= mostColumns) throw new UserError(says.tooManyColumns(fileName, mostColumns));
  while (cells.length < column) cells.push("");
  cells[column] = text;
}
