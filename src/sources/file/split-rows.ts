import type { Delimiter } from "../guess/mapping.ts";
import { longestCell, longestRow, mostColumns } from "./limits.ts";

/** One record of a file. */
export type Row = {
  /** Where it begins, counted from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether letters in it were repaired (misread-letters.ts). */
  readonly isRepaired?: boolean;
};

/** Why a text cannot be cut into rows. */
export class RowsError extends Error {
  override readonly name = "RowsError";
  readonly reason: "openQuote" | "tooManyColumns" | "lineTooLong" | "cellTooLong";
  readonly line: number;

  constructor(reason: RowsError["reason"], line: number) {
    super(`${reason} at line ${line}`);
    this.reason = reason;
    this.line = line;
  }
}

/** Cuts a text that arrives in pieces. */
export interface Splitter {
  /** The rows that are complete with this piece. Blank lines come as one empty cell. */
  push(piece: string): Row[];
  /** The last row, when the text does not end with a line end. */
  end(): Row[];
}

const quote = 34;

/**
 * Cuts CSV text into rows (RFC 4180; also a bare CR as line end, quotes inside of unquoted cells, text after a
 * closing quote). `csv-parse` does the same at a fifth of the speed and is its oracle in the tests.
 *
 * @throws {RowsError} From `push` and `end`: an open quote at the end, or a row beyond the limits above.
 * @example
 * createSplitter(";", "\n").push('a;"b\nc"\n'); // => [{ line: 1, cells: ["a", "b\nc"] }]
 */
export function createSplitter(delimiter: Delimiter, lineEnd: "\n" | "\r"): Splitter {
  let rest = "";
  let line = 1;
  // Texts in columns of fixed width: cells hold no spaces, and nothing is quoted.
  const isSpaced = delimiter === " ";
  const cellsOf = (text: string) => (isSpaced ? text.trim().split(/\s+/) : text.split(delimiter));

  /** A line without quotes; what is short as a whole has no long cell. */
  function unquoted(text: string): Row {
    const cells = cellsOf(text);
    if (text.length > longestCell) checkCells(cells, line);
    return { line, cells };
  }

  function cut(text: string, last: boolean): Row[] {
    const rows: Row[] = [];
    let from = 0;
    let nextQuote = isSpaced ? -1 : text.indexOf('"');
    while (from < text.length) {
      const end = text.indexOf(lineEnd, from);
      if (nextQuote !== -1 && nextQuote < from) nextQuote = text.indexOf('"', from);
      if (nextQuote !== -1 && (end === -1 || nextQuote < end)) {
        const record = readQuoted(text, from, { delimiter, lineEnd, last });
        if (record === undefined) break;
        if (record.next - from > longestCell) checkCells(record.cells, line);
        rows.push({ line, cells: record.cells });
        line += record.lines;
        from = record.next;
      } else if (end === -1) {
        if (!last) break;
        rows.push(unquoted(text.slice(from)));
        from = text.length;
      } else {
        const carriage = lineEnd === "\n" && end > from && text.charCodeAt(end - 1) === 13;
        rows.push(unquoted(text.slice(from, carriage ? end - 1 : end)));
        line++;
        from = end + 1;
      }
    }
    rest = text.slice(from);
    return rows;
  }

  return {
    push(piece) {
      const rows = cut(rest + piece, false);
      if (rest.length > longestRow) throw new RowsError(whatIsWrong(rest, delimiter, lineEnd), line);
      return rows;
    },
    end() {
      const rows = cut(rest, true);
      if (rest.length > 0) throw new RowsError("openQuote", line);
      return rows;
    },
  };
}

function checkCells(cells: readonly string[], line: number): void {
  if (cells.some((cell) => cell.length > longestCell)) throw new RowsError("cellTooLong", line);
}

/** Why a record does not end: its first line tells a row of a million cells from a quote that was left open. */
function whatIsWrong(text: string, delimiter: Delimiter, lineEnd: string): RowsError["reason"] {
  const [line = ""] = text.split(lineEnd, 1);
  if (line.split(delimiter, mostColumns + 1).length > mostColumns) return "tooManyColumns";
  return text.includes('"') ? "openQuote" : "lineTooLong";
}

interface Quoted {
  readonly cells: readonly string[];
  /** Where the next record begins. */
  readonly next: number;
  /** How many lines the record takes. */
  readonly lines: number;
}

interface Signs {
  readonly delimiter: Delimiter;
  readonly lineEnd: "\n" | "\r";
  /** Whether nothing comes after the text: its end then closes the record. */
  readonly last: boolean;
}

/** A record that holds a quote somewhere; undefined while its end has not arrived. */
function readQuoted(text: string, from: number, signs: Signs): Quoted | undefined {
  const cells: string[] = [];
  let lines = 1;
  let position = from;
  for (;;) {
    const cell =
      text.charCodeAt(position) === quote
        ? readCell(text, position + 1)
        : { value: "", next: position, lines: 0 };
    if (cell === undefined) return undefined;
    const end = endOfCell(text, cell.next, signs);
    const ended = end === text.length;
    // A closing quote or a CR at the very end may be half of a pair whose other half comes with the next piece.
    if (ended && !signs.last) return undefined;
    cells.push(cell.value + text.slice(cell.next, withoutCarriage(text, cell.next, end, signs)));
    lines += cell.lines;
    position = end + 1;
    if (ended || text[end] === signs.lineEnd)
      return { cells, next: Math.min(position, text.length), lines: ended ? lines - 1 : lines };
  }
}

function endOfCell(text: string, from: number, signs: Signs): number {
  let position = from;
  while (position < text.length && text[position] !== signs.delimiter && text[position] !== signs.lineEnd)
    position++;
  return position;
}

function withoutCarriage(text: string, from: number, end: number, signs: Signs): number {
  const carriage = signs.lineEnd === "\n" && text[end] !== signs.delimiter && end > from;
  return carriage && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** What stands in quotes, from after the opening one; undefined while the closing one has not arrived. */
function readCell(text: string, from: number): { value: string; next: number; lines: number } | undefined {
  let value = "";
  let position = from;
  for (;;) {
    const closing = text.indexOf('"', position);
    if (closing === -1) return undefined;
    value += text.slice(position, closing);
    if (text.charCodeAt(closing + 1) !== quote) return { value, next: closing + 1, lines: lineEnds(value) };
    value += '"';
    position = closing + 2;
  }
}

function lineEnds(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}
