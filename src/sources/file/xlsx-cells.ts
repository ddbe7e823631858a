import { momentText, numberText } from "./value-text.ts";
import type { CellStyle, WorkbookParts } from "./xlsx-parts.ts";

/** A cell as a sheet writes it. */
export type RawCell = {
  readonly column: number;
  /** `s` a text of the workbook, `inlineStr` and `str` its own text, `b` yes or no, `e` an error, `d` a day, `n` a number. */
  readonly type: string;
  readonly style: number;
  text: string;
};

const dayMs = 86_400_000;
/** Excel believes in 29 February 1900, hence the 30th; old Macs counted from 1904. */
const dayZero = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/** What a person sees in a cell; an error such as `#N/A` is no value. */
export function cellText({ type, style, text }: RawCell, { styles, texts, date1904 }: WorkbookParts): string {
  switch (type) {
    case "s":
      return texts[Number(text)] ?? "";
    case "b":
      return text === "1" ? "TRUE" : "FALSE";
    case "e":
      return "";
    case "n":
      return text === "" ? "" : numberCell(Number(text), styles[style] ?? "number", date1904);
    case "d":
      return momentText(Date.parse(text.endsWith("Z") ? text : `${text}Z`));
    default:
      return text;
  }
}

function numberCell(value: number, style: CellStyle, date1904: boolean): string {
  if (style === "date" && value >= 1) {
    return momentText(dayZero[date1904 ? 1904 : 1900] + value * dayMs);
  }
  // The format `00000` shows the id 42 as 00042.
  if (typeof style === "object" && Number.isInteger(value)) return String(value).padStart(style.digits, "0");
  return numberText(value);
}

/**
 * The column of a reference such as `AB12`, counted from 0.
 *
 * @example
 * columnOf("AB12"); // => 27
 */
export function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}
