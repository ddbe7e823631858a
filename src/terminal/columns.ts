import { displayWidth, wrapLines } from "../lib/text-wrapping.ts";

/** A column of a table: its cells from top to bottom. */
export interface Column {
  readonly cells: readonly string[];
  /** Left unless said otherwise; numbers stand right. */
  readonly align?: "left" | "right";
  /** Never broken, as what is to be copied. */
  readonly whole?: boolean;
}

/** Below this a column is not made narrower: a word would stand in each line. */
const narrowest = 16;
const indent = "  ";
const gap = "  ";

/**
 * Columns side by side, two spaces apart and indented, in lines of at most `width` characters: the widest columns
 * are broken at spaces until all fit. Where even that is not enough the lines are longer.
 *
 * @returns One text a row, of one or more lines.
 * @example
 * layColumns([{ cells: ["list", "map"] }, { cells: ["your segments", "a picture"] }], 80);
 * // => ["  list  your segments", "  map   a picture"]
 */
export function layColumns(columns: readonly Column[], width: number): readonly string[] {
  const widths = fitWidths(columns, width - indent.length - gap.length * (columns.length - 1));
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  return Array.from({ length: rows }, (_, row) =>
    layRow(
      columns.map(({ cells, align }) => ({ cell: cells[row] ?? "", align: align ?? "left" })),
      widths,
    ),
  );
}

function layRow(
  cells: readonly { readonly cell: string; readonly align: "left" | "right" }[],
  widths: readonly number[],
): string {
  const broken = cells.map(({ cell }, i) => wrapLines(cell, widths[i] ?? 0));
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const padded = broken.map((lines, i) => pad(lines[line] ?? "", widths[i] ?? 0, cells[i]?.align));
    return (indent + padded.join(gap)).trimEnd();
  }).join("\n");
}

/** Takes from the widest that may be broken, one character at a time, until the sum is `available`. */
function fitWidths(columns: readonly Column[], available: number): readonly number[] {
  const widths = columns.map(({ cells }) => Math.max(0, ...cells.map(displayWidth)));
  let surplus = widths.reduce((sum, width) => sum + width, 0) - available;
  for (; surplus > 0; surplus -= 1) {
    const widest = Math.max(...widths.filter((_, i) => columns[i]?.whole !== true));
    if (widest <= narrowest) break;
    widths[widths.findIndex((width, i) => width === widest && columns[i]?.whole !== true)] = widest - 1;
  }
  return widths;
}

function pad(text: string, width: number, align: Column["align"]): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? space + text : text + space;
}
