import { fateOf, type OrderFate } from "../cells/order-fates.ts";
import { isMissing } from "../cells/missing.ts";
import type { Role } from "../guess/mapping.ts";
import { cellAt, columnsAt, type ColumnsAt } from "./columns-at.ts";
import type { OrderLine } from "./order-line.ts";
import { readCents } from "./order-money.ts";
import { createDistinctCounter } from "../report/distinct-counter.ts";
import { createLineReader } from "./read-line.ts";
import { createMomentReader, type RowReader, type RowsReader } from "./row-reader.ts";
import type { Row } from "../file/split-rows.ts";

/** Columns of which a file that is read order by order has at least one. */
const ofOrders: readonly Role[] = ["total", "refunded", "status", "shipping", "tax", "discount"];
/** What is the order's, and not the line's: blank on later lines, it is what the first one says. */
const carried: readonly Role[] = [
  "customer",
  "email",
  "phone",
  "at",
  "channel",
  "currency",
  "consent",
  "optOut",
  "consentOn",
  "status",
  "cancelledOn",
  "total",
  "refunded",
  "shipping",
  "tax",
  "discount",
];

/**
 * A reader of order lines. Where the file says something of whole orders (a status, a total, what was given back), or
 * leaves the order's cells blank after its first line, the lines of an order are read together.
 */
export function createOrderReader(context: RowReader): RowsReader<OrderLine> {
  const columns = columnsAt(context.mapping);
  const { carriesDown, onlyCurrency } = context.mapping.orders;
  const byOrder = carriesDown || onlyCurrency !== "" || ofOrders.some((role) => columns[role] !== undefined);
  if (byOrder) return createWholeOrderReader(context, columns);
  const readLine = createLineReader(context, { moneyIsOptional: false });
  return {
    read(row, into) {
      const line = readLine(row);
      if (line === undefined) return;
      if (line.key !== null) count(line, context);
      into.push(line);
    },
    end: () => undefined,
  };
}

/** Adds a line that is kept to the figures of the file. */
function count(line: OrderLine, { counter }: RowReader): void {
  counter.day(line.at);
  if (line.currency !== null) counter.currency(line.currency);
  if (line.kind === "purchase") counter.purchase(line.orderKey, line.amountCents);
  else if (line.kind === "return") counter.returned(-line.amountCents);
}

function createWholeOrderReader(context: RowReader, columns: ColumnsAt): RowsReader<OrderLine> {
  const close = createOrderCloser(context, columns);
  const carry = carried.flatMap((role) => columns[role]?.position ?? []);
  let rows: Row[] = [];
  let current = "";
  const flush = (into: OrderLine[]) => {
    if (rows.length > 0) close(rows.length > 1 ? carryDown(rows, carry) : rows, into);
    rows = [];
  };
  return {
    read(row, into) {
      const order = cellAt(row, columns.order).trim();
      if (columns.order === undefined || !(order === current || isContinued(row, order, columns)))
        flush(into);
      if (order !== "") current = order;
      rows.push(row);
    },
    end: flush,
  };
}

/** A line that names neither its order nor its customer goes on with what stands above it. */
function isContinued(row: Row, order: string, columns: ColumnsAt): boolean {
  return order === "" && isMissing(cellAt(row, columns.customer)) && isMissing(cellAt(row, columns.at));
}

/** The rows of an order with its own cells on each of them. */
function carryDown(rows: readonly Row[], positions: readonly number[]): Row[] {
  const own = positions.map((position) => {
    const said = rows.find(({ cells }) => !isMissing(cells[position] ?? ""));
    return [position, said?.cells[position] ?? ""] as const;
  });
  return rows.map((row) => {
    const cells = [...row.cells];
    for (const [position, cell] of own) if (isMissing(cells[position] ?? "")) cells[position] = cell;
    return { line: row.line, cells };
  });
}

/** What a whole order says of itself. */
interface OrderFacts {
  readonly fate: OrderFate;
  readonly totalCents: number | null;
  readonly refundedCents: number;
  /** Shipping and taxes less discounts, where no total says it. */
  readonly extraCents: number;
  readonly returnedAt: number | undefined;
}

function createOrderCloser(context: RowReader, columns: ColumnsAt) {
  const { tally } = context;
  const { onlyCurrency } = context.mapping.orders;
  const hasLineMoney = columns.amount !== undefined || columns.price !== undefined;
  const readLine = createLineReader(context, { moneyIsOptional: columns.total !== undefined });
  const readCancelled = createMomentReader(columns.cancelledOn, "");
  // An order whose lines do not stand together has its total once.
  const closed = createDistinctCounter();
  const factsOf = (row: Row): OrderFacts => ({
    fate: fateOfRow(row, context, columns),
    totalCents: readCents(row, columns.total),
    refundedCents: Math.abs(readCents(row, columns.refunded) ?? 0),
    extraCents:
      (readCents(row, columns.shipping) ?? 0) +
      (readCents(row, columns.tax) ?? 0) -
      Math.abs(readCents(row, columns.discount) ?? 0),
    returnedAt: isMissing(cellAt(row, columns.cancelledOn)) ? undefined : readCancelled(row),
  });
  return (rows: readonly Row[], into: OrderLine[]): void => {
    const [head] = rows;
    if (head === undefined) return;
    const currency = cellAt(head, columns.currency).trim().toUpperCase();
    if (onlyCurrency !== "" && currency !== onlyCurrency)
      return tally.add("other_currency", "left_out", { count: rows.length });
    const lines = rows.flatMap((row) => readLine(row) ?? []);
    const [first] = lines;
    if (first === undefined) return;
    const facts = factsOf(head);
    const isFirst = closed.add(first.orderKey);
    const sold = hasLineMoney ? lines : withTotal(lines, isFirst ? facts.totalCents : 0);
    const worth = differenceOf(sold, isFirst ? facts : { ...facts, totalCents: 0, extraCents: 0 });
    const all = worth === 0 || !hasLineMoney ? sold : [...sold, { ...noProduct(first), amountCents: worth }];
    settle(all, facts, context, into);
  };
}

function fateOfRow(row: Row, { mapping, tally }: RowReader, columns: ColumnsAt): OrderFate {
  const cell = cellAt(row, columns.status);
  const isCancelled = !isMissing(cellAt(row, columns.cancelledOn));
  if (isMissing(cell)) return isCancelled ? "cancelled" : "purchase";
  const fate = fateOf(cell, mapping.orders.statuses);
  if (fate === undefined)
    tally.add("unknown_status", "assumed", { column: columns.status?.header ?? "", sample: cell });
  return isCancelled && (fate === undefined || fate === "purchase") ? "cancelled" : (fate ?? "purchase");
}

/** Where only orders have money, it stands on the first line. */
function withTotal(lines: readonly OrderLine[], cents: number | null): readonly OrderLine[] {
  return lines.map((line, place) =>
    Object.assign(
      {},
      line,
      { amountCents: place === 0 ? (cents ?? 0) : 0 },
      cents !== null && cents < 0 && { kind: "return" },
    ),
  );
}

/** What the order was worth beyond its lines, in hundredths. */
function differenceOf(lines: readonly OrderLine[], { totalCents, extraCents }: OrderFacts): number {
  const sum = lines.reduce((cents, { amountCents }) => cents + amountCents, 0);
  return totalCents === null ? extraCents : totalCents - sum;
}

/** Money of an order that is no product's. */
function noProduct(line: OrderLine): OrderLine {
  return { ...line, kind: "purchase", quantity: 0, product: null };
}

/** Keeps an order, with what was given back of it, or says that it is none. */
function settle(lines: readonly OrderLine[], facts: OrderFacts, context: RowReader, into: OrderLine[]): void {
  const [first] = lines;
  if (first === undefined) return;
  const cents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const isNone = (facts.fate === "cancelled" || facts.fate === "none") && facts.refundedCents === 0;
  if (isNone) {
    const code = facts.fate === "cancelled" ? "cancelled_orders" : "unpaid_orders";
    context.tally.add(code, "left_out", { amountCents: cents });
    if (first.key !== null) context.counter.day(first.at);
    into.push({ ...noProduct(first), kind: "none", amountCents: 0 });
    return;
  }
  const back = facts.refundedCents || (facts.fate === "refunded" ? cents : 0);
  const kept = back <= 0 ? lines : [...lines, returnOf(lines, back, facts.returnedAt)];
  if (back > 0) context.tally.add("refunded_orders", "kept", { amountCents: back });
  for (const line of kept) {
    if (line.key !== null) count(line, context);
    into.push(line);
  }
}

/** All pieces come back with all of the money; of a part nobody knows which. */
function returnOf(lines: readonly OrderLine[], cents: number, at: number | undefined): OrderLine {
  const [first] = lines;
  if (first === undefined) throw new RangeError("an order has lines");
  const worth = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const quantity = cents >= worth ? -pieces : 0;
  return { ...first, kind: "return", amountCents: -cents, quantity, product: null, at: at ?? first.at };
}
