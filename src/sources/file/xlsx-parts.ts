import { posix } from "node:path";
import { UserError } from "../../contract/errors.ts";
import { mostSharedText } from "./limits.ts";
import type { Reading } from "./reading.ts";
import { visitXml, type XmlVisitor } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** A sheet of a workbook, and where it lies in the file. */
export type SheetPart = { readonly name: string; readonly path: string };

/** What the numbers of a style are: days, numbers, or codes with zeros in front. */
export type CellStyle = "number" | "date" | { readonly digits: number };

/** What the cells of all sheets refer to. */
export type WorkbookParts = {
  readonly styles: readonly CellStyle[];
  readonly texts: readonly string[];
  /** Whether days are counted from 1904. */
  readonly date1904: boolean;
};

/** The sheets of a workbook, in its order; pages that hold a chart alone are no sheets. */
export async function readSheets(zip: Zip, reading: Reading) {
  const targets = new Map<string, string>();
  await walk(zip, "xl/_rels/workbook.xml.rels", reading, {
    open({ name, attributes }) {
      if (name !== "Relationship" || !attributes["Type"]?.endsWith("/worksheet")) return;
      // From the workbook's folder, or from the root.
      targets.set(attributes["Id"] ?? "", posix.resolve("/xl", attributes["Target"] ?? "").slice(1));
    },
  });
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await walk(zip, "xl/workbook.xml", reading, {
    open({ name, attributes }) {
      if (name === "workbookPr") date1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      const relation = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1];
      const path = name === "sheet" ? targets.get(relation ?? "") : undefined;
      if (path !== undefined) sheets.push({ name: attributes["name"] ?? "", path });
    },
  });
  return { sheets, date1904 };
}

/** Formats that Excel has without writing them down: days, and times of days. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** The same in the formats of East Asian versions. */
const builtInRanges = [
  [27, 36],
  [50, 58],
] as const;

/** What the numbers of each style are. */
export async function readStyles(zip: Zip, reading: Reading): Promise<readonly CellStyle[]> {
  const formats = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCells = false;
  await walk(zip, "xl/styles.xml", reading, {
    open({ name, attributes }) {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "xf" && inCells) {
        const id = Number(attributes["numFmtId"] ?? 0);
        styles.push(styleOf(id, formats.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

function styleOf(id: number, format: string | undefined): CellStyle {
  if (format === undefined) {
    const isDate = builtInDates.has(id) || builtInRanges.some(([from, to]) => id >= from && id <= to);
    return isDate ? "date" : "number";
  }
  if (/^0{2,}$/.test(format)) return { digits: format.length };
  // Words in quotes, escaped signs, colors and conditions are no letters of a date; `[h]` counts hours.
  const letters = format.replaceAll(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, "");
  return /[dmy]/i.test(letters) && !/\[(?:h+|m+|s+)\]/i.test(format) ? "date" : "number";
}

/**
 * The texts that the cells of all sheets share.
 *
 * @throws {UserError} When they are more than can be held.
 */
export async function readTexts(zip: Zip, reading: Reading): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = "";
  let length = 0;
  let isPronounced = false;
  let inText = false;
  await walk(zip, "xl/sharedStrings.xml", reading, {
    open({ name }) {
      if (name === "si") text = "";
      if (name === "t") inText = true;
      if (name === "rPh") isPronounced = true;
    },
    text(piece) {
      if (inText && !isPronounced) text += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") isPronounced = false;
      if (name !== "si") return;
      // An entry costs memory whatever its length.
      length += text.length + 16;
      if (length > mostSharedText) throw new UserError(reading.says.tooLargeWorkbook(reading.fileName));
      texts.push(text);
    },
  });
  return texts;
}

async function walk(zip: Zip, path: string, reading: Reading, visitor: XmlVisitor): Promise<void> {
  for await (const _ of visitXml(zip, path, reading, visitor));
}
