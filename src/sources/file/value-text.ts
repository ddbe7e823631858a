import { UserError } from "../../contract/errors.ts";
import { longestCell } from "./limits.ts";
import type { Reading } from "./reading.ts";
import type { Row } from "./split-rows.ts";

/**
 * A value of a format that knows numbers from texts, as a cell of delimited text: from there on all formats are alike.
 *
 * @example
 * valueText(new Date("2026-11-30")); // => "2026-11-30"
 */
export function valueText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return numberText(value);
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "";
      if (value instanceof Date) return momentText(value.getTime());
      if (value instanceof Uint8Array) return Buffer.from(value).toString();
      return JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === "bigint" ? String(inner) : inner,
      );
    case "undefined":
    case "function":
    case "symbol":
    default:
      return "";
  }
}

/**
 * A number as a cell with a decimal point that nobody can take for a thousands point.
 *
 * @example
 * numberText(1.234); // => "1.2340"
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  const text = String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A day, or a moment to the second; in UTC. */
export function momentText(milliseconds: number): string {
  const moment = new Date(Math.round(milliseconds / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return "";
  const text = moment.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

/** @throws {UserError} When a cell of the row is longer than one may be. */
export function checkCells(row: Row, { says, fileName }: Reading): Row {
  if (row.cells.some((cell) => cell.length > longestCell)) {
    throw new UserError(says.cellTooLong(fileName, row.line, longestCell));
  }
  return row;
}
