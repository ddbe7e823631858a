import { readKey } from "../cells/keys.ts";
import { cellAt, type ColumnAt, columnsAt } from "./columns-at.ts";
import { createMomentReader, type RowReader, rejectRow } from "./row-reader.ts";
import { type Money, readMoney } from "./order-money.ts";
import type { Tally } from "../report/quality.ts";
import { type ConsentSaid, keyKindOf, type PersonKeys } from "./person.ts";
import { isService } from "./service-codes.ts";
import type { Row } from "../file/split-rows.ts";

/** One line of an order as the base keeps it. */
export interface OrderLine extends Omit<PersonKeys, "key">, ConsentSaid {
  readonly line: number;
  /** Null for an anonymous line: it only says that its order stands in the file. */
  readonly key: string | null;
  readonly orderKey: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** `return`: cancelled or sent back; `other`: gifts, bad debts and adjustments, without a price or a quantity. */
  readonly kind: "purchase" | "return" | "other";
  /** Of the whole line, in hundredths; negative for what was given back. */
  readonly amountCents: number;
  /** Whole pieces, negative for what was given back. */
  readonly quantity: number;
  /** Null where the file has none, or the code is a service. */
  readonly product: string | null;
  readonly channel: string | null;
  /** ISO 4217; null for the currency that the team counts in. */
  readonly currency: string | null;
}

/**
 * A reader of order lines. Cancellations, returns, gifts and adjustments are kept apart from purchases; a line
 * without a customer is counted with its money; one that cannot be read is rejected. What the tally says of
 * cancellations, returns, prices, services and duplicates is about all lines of the file, anonymous ones included.
 *
 * @returns A function from a data row to its line; undefined when the row brings none.
 */
export function createOrderReader(context: RowReader): (row: Row) => OrderLine | undefined {
  const { mapping, tally, latest } = context;
  const columns = columnsAt(mapping);
  const readAt = createMomentReader(columns.at);
  const isDuplicate = createDuplicateFinder();
  let lastAnonymous: string | undefined;

  return (row) => {
    const money = readMoney(row, columns);
    if ("column" in money) return rejectRow(tally, row, "unreadable_number", money.column);
    const at = readAt(row);
    if (at === undefined) return rejectRow(tally, row, "unreadable_date", columns.at?.header ?? "");
    if (at > latest) return rejectRow(tally, row, "future_dated", columns.at?.header ?? "");
    const key = readKey(cellAt(row, columns.customer));
    const orderKey = readKey(cellAt(row, columns.order)) || `${key}@${new Date(at).toISOString()}`;
    const cancelled = mapping.cancelPrefix !== "" && orderKey.startsWith(mapping.cancelPrefix);
    const kind = kindOf(money, cancelled);
    if (isDuplicate(orderKey, row)) tally.add("duplicate_lines", "kept");
    tallyKind({ money, kind, cancelled }, tally);
    if (key === "") {
      tally.add("anonymous_lines", "left_out", { amountCents: money.amountCents });
      if (orderKey === lastAnonymous) return undefined;
      lastAnonymous = orderKey;
    }
    const product = readProduct(row, columns.product, tally);
    const channel = cellAt(row, columns.channel).trim() || null;
    const worth = kind === "return" ? givenBack(money) : money;
    const quantity = wholePieces(worth.quantity, tally);
    return {
      line: row.line,
      key: key === "" ? null : key,
      keyKind: keyKindOf(key),
      email: null,
      phone: null,
      orderKey,
      at,
      kind,
      amountCents: worth.amountCents,
      quantity,
      product,
      channel,
      currency: null,
      consent: null,
      consentOn: null,
    };
  };
}

function kindOf({ quantity, price, isWholeAmount }: Money, cancelled: boolean): OrderLine["kind"] {
  if (cancelled || quantity < 0 || (isWholeAmount && price < 0)) return "return";
  if (quantity > 0 && price > 0) return "purchase";
  return "other";
}

/** Some programs write what was cancelled with a plus: the kind says which way the money went. */
function givenBack(money: Money): Money {
  const { quantity, amountCents } = money;
  return { ...money, quantity: -Math.abs(quantity), amountCents: -Math.abs(amountCents) };
}

interface Judged {
  readonly money: Money;
  readonly kind: OrderLine["kind"];
  readonly cancelled: boolean;
}

function tallyKind({ money, kind, cancelled }: Judged, tally: Tally): void {
  if (cancelled) tally.add("cancelled_lines", "kept_apart");
  else if (kind === "return") tally.add("returned_lines", "kept_apart");
  if (money.price === 0) tally.add("zero_price_lines", "kept_apart");
  else if (kind === "other") tally.add("other_lines", "kept_apart");
}

function readProduct(row: Row, column: ColumnAt | undefined, tally: Tally): string | null {
  const code = cellAt(row, column).trim();
  if (!isService(code)) return code === "" ? null : code;
  tally.add("service_lines", "kept", { sample: code });
  return null;
}

/** Pieces are whole in the base; what is sold by weight counts as at least one piece, and its money stays exact. */
function wholePieces(quantity: number, tally: Tally): number {
  if (Number.isInteger(quantity)) return quantity;
  tally.add("fractional_quantity", "kept");
  return Math.sign(quantity) * Math.max(1, Math.round(Math.abs(quantity)));
}

/**
 * Tells whether a row stands once more in its order, cell by cell. The lines of an order stand together in a file, so
 * only those of the current one are remembered.
 */
function createDuplicateFinder(): (orderKey: string, row: Row) => boolean {
  let current: string | undefined;
  const seen = new Set<string>();
  return (orderKey, row) => {
    if (orderKey !== current) {
      current = orderKey;
      seen.clear();
    }
    const before = seen.size;
    seen.add(row.cells.join("\u001f"));
    return seen.size === before;
  };
}
