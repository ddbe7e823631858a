import { strToU8, zipSync } from "fflate";

/** A cell of a made-up sheet: a text, a number, a number of style n, or yes and no. */
export type SheetCell = string | number | boolean | null | { readonly value: number; readonly style: number };

/** Number formats of the styles 1, 2 and so on; style 0 is general. */
export const sheetStyles = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm", "00000", "0.00"];

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook as Excel writes it: texts shared, days as numbers with a style, empty cells left out. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>): Uint8Array {
  const texts: string[] = [];
  const names = Object.keys(sheets);
  const pages = Object.values(sheets).map((rows) => sheetXml(rows, texts));
  return zipSync(
    Object.fromEntries(
      Object.entries({
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": `<workbook ${main} xmlns:r="${relations}"><sheets>${names
          .map(
            (name, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
          )
          .join("")}</sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships>${names
          .map(
            (_, index) =>
              `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
          )
          .join("")}</Relationships>`,
        "xl/styles.xml": `<styleSheet ${main}><numFmts>${sheetStyles
          .map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`)
          .join("")}</numFmts><cellXfs><xf numFmtId="0"/>${sheetStyles
          .map((_, index) => `<xf numFmtId="${170 + index}"/>`)
          .join("")}</cellXfs></styleSheet>`,
        "xl/sharedStrings.xml": `<sst ${main}>${texts.map((text) => `<si><t>${escape(text)}</t></si>`).join("")}</sst>`,
        ...Object.fromEntries(pages.map((page, index) => [`xl/worksheets/sheet${index + 1}.xml`, page])),
      }).map(([path, xml]) => [path, strToU8(head + xml)]),
    ),
  );
}

function sheetXml(rows: readonly (readonly SheetCell[])[], texts: string[]): string {
  const written = rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`, texts));
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet ${main}><sheetData>${written.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, reference: string, texts: string[]): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "boolean") return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${reference}" s="${cell.style}"><v>${cell.value}</v></c>`;
  return `<c r="${reference}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
