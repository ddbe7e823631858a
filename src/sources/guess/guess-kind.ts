import type { ColumnProfile } from "./column-profile.ts";
import { guessRoles } from "./guess-roles.ts";
import { snakeCase } from "../file/headers.ts";
import type { FileKind, Role } from "./mapping.ts";

/** Words in a file's name that say what its rows are. */
const fileNames: Readonly<Record<FileKind, RegExp>> = {
  suppressions:
    /suppress|unsub|opt_?out|do_not|dnc|bajas?(?:_|$)|robinson|no_contact|descadastr|lista_negra|nao_/,
  events: /event|visit|wifi|app_|session|sesion|acess|visita|log(?:_|$)|check_?in/,
  orders: /order|pedido|sale|venta|venda|transac|invoice|factura|fatura|retail|compra|purchase|ticket/,
  customers: /customer|client|member|socio|contact|crm|campaign|loyalty/,
};

/**
 * What the rows of a file are, from its columns; its name decides where they allow several kinds.
 *
 * @returns The kind and the confidence, in [0, 1].
 */
export function guessKind(
  columns: readonly ColumnProfile[],
  fileName: string,
  taken: readonly (Role | undefined)[],
): { readonly kind: FileKind; readonly confidence: number } {
  const name = snakeCase(fileName.replace(/\.(?:csv|tsv|txt|gz)\b/gi, ""));
  const named = (kind: FileKind) => fileNames[kind].test(name);
  if (isSuppressionList(columns, taken, named("suppressions"))) {
    return { kind: "suppressions", confidence: named("suppressions") ? 1 : 0.7 };
  }
  const orders = rolesIn(columns, "orders", taken);
  if (orders.has("at") && (orders.has("amount") || orders.has("price")) && orders.has("customer")) {
    if (orders.has("order") || orders.has("product")) return { kind: "orders", confidence: 1 };
    if (repeats(columns, orders) || named("orders")) return { kind: "orders", confidence: 0.8 };
  }
  const events = rolesIn(columns, "events", taken);
  if (events.has("at") && events.has("customer")) {
    if (named("events") || events.has("kind")) return { kind: "events", confidence: 0.9 };
    if (repeats(columns, events) && columns.length <= 4) return { kind: "events", confidence: 0.6 };
  }
  return { kind: "customers", confidence: named("customers") || columns.length > 3 ? 0.9 : 0.7 };
}

/** Role → column, as far as such a file's columns can be recognized. */
function rolesIn(
  columns: readonly ColumnProfile[],
  kind: FileKind,
  taken: readonly (Role | undefined)[],
): ReadonlyMap<Role, number> {
  const found = new Map<Role, number>();
  guessRoles(columns, kind, taken).forEach((guess, column) => {
    const role = taken[column] ?? guess?.role;
    if (role !== undefined) found.set(role, column);
  });
  return found;
}

/** Whether customers stand in several rows: then rows are what they did, not who they are. */
function repeats(columns: readonly ColumnProfile[], found: ReadonlyMap<Role, number>): boolean {
  const customer = columns[found.get("customer") ?? -1];
  return customer !== undefined && customer.distinctIsExact && customer.distinct < customer.filled * 0.98;
}

function isSuppressionList(
  columns: readonly ColumnProfile[],
  taken: readonly (Role | undefined)[],
  named: boolean,
): boolean {
  const customer = rolesIn(columns, "suppressions", taken).has("customer");
  if (columns.length === 1) return true;
  return named && columns.length <= 4 && customer;
}
