import { isNameless } from "../file/layout.ts";
import type { Layout } from "../guess/mapping.ts";
import type { Row } from "../file/split-rows.ts";

/** What a row of a file is, seen from outside of its cells' meaning. */
export type RowKind = "above" | "header" | "blank" | "repeatedHeader" | "total" | "ragged" | "data";

const total =
  /^(?:grand |sub)?-?total(?:s|es)?(?: general| geral)?:?$|^suma(?: total)?:?$|^soma(?: total)?:?$/i;

/**
 * A filter that tells, row after row from the first one on, what each is. A blank row has no filled cell; a ragged
 * one has too few cells, or more filled cells than there are columns.
 */
export function createRowFilter(layout: Layout): (row: Row) => RowKind {
  const width = layout.headers.length;
  const above = layout.rowsAbove;
  let seen = 0;
  return ({ cells }) => {
    const place = seen++;
    if (place < above) return "above";
    if (place === above && layout.hasHeader) return "header";
    if (cells.length === width) {
      if (cells[0] === layout.headers[0] && layout.hasHeader && isHeader(cells, layout.headers))
        return "repeatedHeader";
      if (cells[0] === "" || cells[0] === " ") return isBlank(cells) ? "blank" : kindOfData(cells);
      return kindOfData(cells);
    }
    if (isBlank(cells)) return "blank";
    const kind = kindOfData(cells);
    if (kind === "total" || (cells.length > width && isBlank(cells.slice(width)))) return kind;
    return "ragged";
  };
}

function isHeader(cells: readonly string[], headers: readonly string[]): boolean {
  return cells.every((cell, column) => cell.trim() === headers[column] || isNameless(headers[column] ?? ""));
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** A row whose first filled cell says "total" is a sum of the others, not one of them. */
function kindOfData(cells: readonly string[]): RowKind {
  const first = cells[0] === "" ? (cells.find((cell) => cell !== "") ?? "") : (cells[0] ?? "");
  const mayBe = first.length < 20 && /[tsg]/i.test(first[0] ?? "");
  return mayBe && total.test(first.trim()) ? "total" : "data";
}
