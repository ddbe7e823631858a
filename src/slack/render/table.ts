import type { TableBlock } from "@slack/types";
import type { Locale } from "../../lib/locale.ts";
import type { Table } from "../../contract/reply.ts";
import { fit, plain } from "./escape.ts";
import { limits } from "./limits.ts";
import { says } from "./words.ts";

export interface RenderedTable {
  /** Undefined when there is nothing to show or no room for a heading and one row. */
  readonly block: TableBlock | undefined;
  /** What was left out, in the reader's words. */
  readonly cut: readonly string[];
  readonly characters: number;
}

const longestCell = 200;

/**
 * A table as a block: no more rows, columns and characters than Slack takes, no empty cell.
 *
 * @param room Characters that the message still has.
 */
export function renderTable(table: Table, locale: Locale, room: number): RenderedTable {
  const words = says[locale];
  const columns = table.columns.slice(0, limits.table.columns);
  const all = table.rows.length;
  if (columns.length === 0 || all === 0) return { block: undefined, cut: [], characters: 0 };
  const longCells = [table.columns.map((column) => column.label), ...table.rows].some((row) =>
    row.some((cell) => plain(cell).length > longestCell),
  );
  const heading = columns.map((column) => cell(column.label, locale));
  const rows = table.rows.map((row) => columns.map((_, index) => cell(row[index] ?? "", locale)));
  const { kept, characters } = within([heading, ...rows], Math.min(room, limits.table.characters));
  const shown = kept.length - 1;
  const cut = [
    ...(shown < all ? [words.rowsCut(Math.max(0, shown), all)] : []),
    ...(columns.length < table.columns.length
      ? [words.columnsCut(columns.length, table.columns.length)]
      : []),
    ...(longCells ? [words.textCut] : []),
  ];
  if (shown < 1) return { block: undefined, cut, characters: 0 };
  return { block: { type: "table", rows: kept, column_settings: settings(columns) }, cut, characters };
}

type Cell = { type: "raw_text"; text: string };

function cell(text: string, locale: Locale): Cell {
  const fitted = fit(plain(text).trim(), longestCell);
  return { type: "raw_text", text: fitted === "" ? says[locale].emptyCell : fitted };
}

/** The first rows that fit, heading included. */
function within(rows: readonly Cell[][], room: number): { kept: Cell[][]; characters: number } {
  const kept: Cell[][] = [];
  let characters = 0;
  for (const row of rows.slice(0, limits.table.rows)) {
    const length = row.reduce((sum, { text }) => sum + text.length, 0);
    if (characters + length > room) break;
    kept.push(row);
    characters += length;
  }
  return { kept, characters };
}

function settings(columns: Table["columns"]) {
  return columns.map(({ align }) => ({ align, is_wrapped: align === "left" }));
}
