import type { ColumnMapping, Mapping, Role } from "../guess/mapping.ts";
import type { Row } from "../file/split-rows.ts";

/** A column with its place in the row. */
export type ColumnAt = ColumnMapping & { readonly position: number };

/** The first column of each role. */
export type ColumnsAt = Readonly<Partial<Record<Role, ColumnAt>>>;

/** Looks the columns up once, so that reading a row is a matter of positions. */
export function columnsAt(mapping: Mapping): ColumnsAt {
  const found: Partial<Record<Role, ColumnAt>> = {};
  for (const [position, column] of mapping.columns.entries()) {
    found[column.role] ??= Object.assign({}, column, { position });
  }
  return found;
}

/** The cell of a row in a column; empty where the file has no such column. */
export function cellAt(row: Row, column: ColumnAt | undefined): string {
  return column === undefined ? "" : (row.cells[column.position] ?? "");
}
