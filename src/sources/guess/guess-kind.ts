import type { ColumnProfile } from "./column-profile.ts";
import { guessRoles } from "./choose-roles.ts";
import { isAddress } from "./guess-roles.ts";
import { snakeCase } from "../file/headers.ts";
import type { FileKind, Role } from "./mapping.ts";

/** Words in a file's name that say what its rows are. */
const fileNames: Readonly<Record<FileKind, RegExp>> = {
  suppressions:
    /suppress|unsub|opt_?out|do_not|dnc|cleaned|bounce|bajas?(?:_|$)|robinson|no_contact|descadastr|lista_negra|nao_/,
  events: /event|visit|wifi|app_|session|sesion|acess|visita|log(?:_|$)|check_?in/,
  orders:
    /order|pedido|sale|venta|venda|transac|invoice|factura|fatura|retail|compra|purchase|ticket|deal|payment/,
  customers: /customer|client|member|socio|contact|crm|campaign|loyalty|subscriber|suscriptor|assinante/,
};

/** Headers that only a list of people to leave alone has. */
const silenceHeader =
  /^(?:unsub\w*_(?:time|date|reason|campaign\w*)|unsubscribed_(?:at|on)|opt_?out_(?:date|time|reason)|clean_(?:time|campaign\w*)|suppression_\w+|bounce_\w+|fecha_(?:de_)?baja|motivo_(?:de_)?baja|data_(?:do_|de_)?descadastro)$/;

/** A list of who, when and how much is of purchases, also where everybody stands in it once. */
const amountHeader = /^(?:amount|importe|monto|valor)$/;
const fewColumns = 6;

/** A kind, and how sure it is. */
export interface KindGuess {
  readonly kind: FileKind;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** What the rows of a file are, from its columns; its name decides where they allow several kinds. */
export function guessKind(
  columns: readonly ColumnProfile[],
  fileName: string,
  taken: readonly (Role | undefined)[],
): KindGuess {
  const name = snakeCase(fileName.replace(/\.\w{2,7}(?:\.\w{2,4})?$/i, ""));
  const named = (kind: FileKind) => fileNames[kind].test(name);
  const silence = silenceOf(columns, taken, named("suppressions"));
  if (silence !== undefined) return { kind: "suppressions", confidence: silence };
  const orders = rolesIn(columns, "orders", taken);
  const hasMoney = ["amount", "price", "total"].some((role) => orders.has(role as Role));
  const isSold = orders.has("order") || orders.has("product") || orders.has("status");
  if (
    hasMoney &&
    orders.has("customer") &&
    (orders.has("at") || (orders.has("order") && repeats(columns, orders)))
  ) {
    if (isSold) return { kind: "orders", confidence: 1 };
    if (repeats(columns, orders) || named("orders")) return { kind: "orders", confidence: 0.8 };
    if (columns.length <= fewColumns && columns.some(({ header }) => amountHeader.test(snakeCase(header))))
      return { kind: "orders", confidence: 0.6 };
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

/**
 * How much a file looks like a list of people to leave alone: keys in it, and a name or a header that says so. One with a
 * column of yes and no is read by that column: not everybody in it said no. A bare list of addresses says neither.
 *
 * @returns undefined when it does not.
 */
function silenceOf(
  columns: readonly ColumnProfile[],
  taken: readonly (Role | undefined)[],
  isNamed: boolean,
): number | undefined {
  const contact = rolesIn(columns, "customers", taken);
  if (contact.has("optOut") || contact.has("consent") || contact.has("suppressed")) return undefined;
  const customer = columns[rolesIn(columns, "suppressions", taken).get("customer") ?? -1];
  if (customer === undefined) return undefined;
  const says = columns.some(({ header }) => silenceHeader.test(snakeCase(header)));
  if (says || (isNamed && columns.length <= 4)) return 1;
  return columns.length === 1 && isAddress(customer) ? bareList : undefined;
}

/** Addresses and nothing else may be those who said no, or simply people. */
export const bareList = 0.5;
