import { UserError } from "../../contract/errors.ts";
import { at } from "../../lib/at.ts";
import type { ColumnProfile } from "../guess/column-profile.ts";
import type { Mapping, Role } from "../guess/mapping.ts";
import type { Reading } from "./reading.ts";

/** Columns whose cells name somebody or something, and mean nothing when shortened. */
const keys: ReadonlySet<Role> = new Set(["customer", "order"]);
const shortened = /^\d(?:[.,]\d+)?E\+\d{2}$/i;

/**
 * Spreadsheets show the id 5511987654321 as `5.51E+12` and save it so: different people then have one number.
 *
 * @throws {UserError} When a column of keys holds such cells.
 */
export function refuseSpoiltIds(
  columns: readonly ColumnProfile[],
  mapping: Mapping,
  { says, fileName }: Reading,
): void {
  for (const [position, { header, cells }] of columns.entries()) {
    if (!keys.has(at(mapping.columns, position).role)) continue;
    const spoilt = [...cells.keys()].find((cell) => shortened.test(cell.trim()));
    if (spoilt !== undefined) throw new UserError(says.spoiltIds(fileName, header, spoilt.trim()));
  }
}
