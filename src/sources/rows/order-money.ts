import { isMissing } from "../cells/missing.ts";
import { readNumber } from "../cells/numbers.ts";
import { cellAt, type ColumnAt, type ColumnsAt } from "./columns-at.ts";
import type { Row } from "../file/split-rows.ts";

/** What a line of an order is worth. */
export interface Money {
  readonly quantity: number;
  /** Of one piece; of the whole line where the file says that. */
  readonly price: number;
  /** Whether the file writes what the whole line is worth: then a minus means that it was paid back. */
  readonly isWholeAmount: boolean;
  /** Of the whole line, in hundredths. */
  readonly amountCents: number;
}

/** The column whose cell is no number. */
export interface Unreadable {
  readonly column: string;
}

/**
 * Quantity, price and amount of a line. The amount as written wins over quantity times price; a file without
 * quantities sells one piece a line.
 */
export function readMoney(row: Row, columns: ColumnsAt): Money | Unreadable {
  const quantity = readCell(row, columns.quantity);
  if (quantity === undefined) return { column: columns.quantity?.header ?? "" };
  const price = readCell(row, columns.price);
  if (price === undefined) return { column: columns.price?.header ?? "" };
  const amount = readCell(row, columns.amount);
  if (amount === undefined) return { column: columns.amount?.header ?? "" };
  const pieces = quantity ?? 1;
  if (amount !== null) {
    return { quantity: pieces, price: amount, isWholeAmount: true, amountCents: toCents(amount) };
  }
  if (price === null) return { column: (columns.price ?? columns.amount)?.header ?? "" };
  return { quantity: pieces, price, isWholeAmount: false, amountCents: toCents(pieces * price) };
}

/** null where there is no cell, undefined where it is no number. */
function readCell(row: Row, column: ColumnAt | undefined): number | null | undefined {
  const cell = cellAt(row, column);
  if (column === undefined || isMissing(cell)) return null;
  return readNumber(cell, column.decimal);
}

/** The money in a cell, in hundredths; null where there is none that can be read. */
export function readCents(row: Row, column: ColumnAt | undefined): number | null {
  const value = readCell(row, column);
  return value === undefined || value === null ? null : toCents(value);
}

/**
 * Hundredths, half a cent away from zero. Binary fractions lie just beside the half (1.005 × 100 = 100.49999…): twelve
 * digits bring it back.
 *
 * @example
 * toCents(1.005); // => 101
 */
export function toCents(amount: number): number {
  const cents = Math.abs(amount) * 100;
  const fraction = cents - Math.floor(cents);
  const rounded = Math.round(Math.abs(fraction - 0.5) < 1e-4 ? Number(cents.toPrecision(12)) : cents);
  return amount < 0 ? -rounded : rounded;
}
