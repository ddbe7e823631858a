import { UserError } from "../../contract/errors.ts";
import type { Reading } from "../file/reading.ts";
import type { Mapping, Role } from "./mapping.ts";

/**
 * A file without these columns cannot be read as its kind.
 *
 * @throws {UserError} Naming the column that is missing, and how to say which one it is.
 */
export function checkRoles(mapping: Mapping, { says, fileName }: Reading): void {
  const has = (role: Role) => mapping.columns.some((column) => column.role === role);
  const headers = mapping.columns.map((column) => column.header).join(", ");
  if (!has("customer") && !mapping.numbersRows) throw new UserError(says.noCustomerColumn(fileName, headers));
  const needsDay = mapping.kind === "orders" || mapping.kind === "events";
  if (needsDay && !has("at") && mapping.orders.day === "") {
    throw new UserError(says.noDateColumn(fileName, headers));
  }
  const hasMoney = has("amount") || has("price") || has("total");
  if (mapping.kind === "orders" && !hasMoney) throw new UserError(says.noAmountColumn(fileName, headers));
}
