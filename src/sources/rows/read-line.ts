import { readKey } from "../cells/keys.ts";
import { cellAt, type ColumnAt, columnsAt } from "./columns-at.ts";
import type { OrderLine } from "./order-line.ts";
import { type Money, readMoney, type Unreadable } from "./order-money.ts";
import { createConsentReader, createPersonReader, isRefusal, type PersonKeys } from "./person.ts";
import { createMomentReader, type RowReader, rejectRow } from "./row-reader.ts";
import { createServiceFinder } from "./service-codes.ts";
import type { Tally } from "../report/quality.ts";
import type { Row } from "../file/split-rows.ts";

/** What a line is like where its order says what all of its lines come to: its own money may be missing. */
export interface LineOptions {
  readonly moneyIsOptional: boolean;
}

/**
 * A reader of single lines. Cancellations, returns, gifts and adjustments are kept apart from purchases; a line without a
 * customer is counted with its money; one that cannot be read is rejected. What the tally says of cancellations, returns,
 * prices, services and duplicates is about all lines of the file, anonymous ones included.
 *
 * @returns A function from a data row to its line; undefined when the row brings none.
 */
export function createLineReader(
  context: RowReader,
  options: LineOptions,
): (row: Row) => OrderLine | undefined {
  const { mapping, tally, counter } = context;
  const columns = columnsAt(mapping);
  const readAt = createMomentReader(columns.at, mapping.orders.day);
  const readPerson = createPersonReader(mapping, columns);
  const readConsent = createConsentReader(mapping, columns);
  const isDuplicate = createDuplicateFinder();
  const isService = createServiceFinder(mapping.orders.services);
  const { cancelPrefix, currency } = mapping.orders;
  let lastAnonymous: string | undefined;

  return (row) => {
    const money = moneyOf(readMoney(row, columns), options);
    if ("column" in money) return rejectRow(tally, row, "unreadable_number", money.column);
    const at = readAt(row);
    if (at === undefined) return rejectRow(tally, row, "unreadable_date", columns.at?.header ?? "");
    if (at > context.latest) return rejectRow(tally, row, "future_dated", columns.at?.header ?? "");
    const person = readPerson(row);
    const { key } = person;
    const orderKey = orderKeyOf(row, columns.order, person, at);
    const cancelled = cancelPrefix !== "" && orderKey.startsWith(cancelPrefix);
    const kind = options.moneyIsOptional && money.price === 0 ? "purchase" : kindOf(money, cancelled);
    if (isDuplicate(orderKey, row)) tally.add("duplicate_lines", "kept");
    tallyKind({ money, kind, cancelled }, tally);
    if (key === "") {
      tally.add("anonymous_lines", "left_out", { amountCents: money.amountCents });
      if (orderKey === lastAnonymous) return undefined;
      lastAnonymous = orderKey;
    }
    const worth = kind === "return" ? givenBack(money) : money;
    const code = cellAt(row, columns.product).trim();
    if (isService(code)) tally.add("service_lines", "kept", { sample: code });
    const line: OrderLine = {
      line: row.line,
      ...person,
      key: key === "" ? null : key,
      orderKey,
      at,
      kind,
      amountCents: worth.amountCents,
      quantity: wholePieces(worth.quantity, tally),
      product: code === "" || isService(code) ? null : code,
      channel: cellAt(row, columns.channel).trim() || null,
      currency: cellAt(row, columns.currency).trim().toUpperCase() || currency || null,
      ...readConsent(row),
    };
    if (line.key !== null) counter.row(line.key, isRefusal(line.consent));
    return line;
  };
}

function moneyOf(money: Money | Unreadable, { moneyIsOptional }: LineOptions): Money | Unreadable {
  if (!moneyIsOptional || !("column" in money)) return money;
  return { quantity: 1, price: 0, isWholeAmount: true, amountCents: 0 };
}

/** Without a number, what a customer bought at one moment is one order. */
function orderKeyOf(row: Row, column: ColumnAt | undefined, { key }: PersonKeys, at: number): string {
  return readKey(cellAt(row, column)) || `${key}@${new Date(at).toISOString()}`;
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
  if (kind === "purchase") return;
  if (money.price === 0) tally.add("zero_price_lines", "kept_apart");
  else if (kind === "other") tally.add("other_lines", "kept_apart");
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
