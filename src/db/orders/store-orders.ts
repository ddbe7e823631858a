import { sql } from "drizzle-orm";
import { countAfresh, type Stored } from "../imports/staging-merge.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { countOrders, saveTotals } from "../imports/totals.ts";
import type { Db } from "../connection/connect.ts";
import { isTheirs, peopleOf } from "../people/resolve-people.ts";
import { storePeople } from "../people/store-people.ts";
import { mergeKnownOrders, nothingChanged, type OrderChange } from "./order-versions.ts";
import { fillThenIndex } from "../connection/fill-then-index.ts";

/**
 * The staging table of an orders' file. A row without a key brings no line: it only says that its invoice stands in
 * the file, so that an invoice which has become anonymous loses its old lines. Neither does one of the kind `none`: an
 * order that is no purchase (cancelled, not paid) still names its customer.
 */
export const orderColumns = {
  line: "int",
  key: "text",
  key_kind: "text",
  email: "text",
  phone: "text",
  order_key: "text",
  at: "timestamptz",
  kind: "text",
  amount_cents: "bigint",
  quantity: "int",
  product: "text",
  channel: "text",
  currency: "text",
  consent: "text",
  consent_on: "text",
} as const;

/** An orders' file adds what it changed in orders that were there, and its customers without a purchase. */
export interface StoredOrders extends Stored {
  readonly change: OrderChange;
  /** They only returned something, or were adjusted. */
  readonly withoutPurchase: number;
}

/** Order lines into the base; those of orders that it has are compared with what it has of them. */
export async function storeOrders(tx: Db, table: string, origin: ImportOrigin): Promise<StoredOrders> {
  const staging = sql.raw(table);
  await tx.execute(sql`analyze ${staging} (key, order_key)`);
  const people = await storePeople(tx, table, origin, { speaks: true });
  await tx.execute(sql`set local work_mem = '256MB'`);
  const { totals, withoutPurchase } = await countOrders(tx, staging);
  await saveTotals(tx, origin.importId, totals);
  const change = await storeLines(tx, table, origin);
  await countAfresh(tx);
  const { newCustomers } = people;
  const updatedCustomers = totals.people - newCustomers;
  return { rows: totals.lines, newCustomers, updatedCustomers, merged: 0, people, change, withoutPurchase };
}

/**
 * The lines of a file are laid down customer by customer. Features are made in that order: lines in the order of time
 * would have them read a page for every line, or sort everything each week; so it takes a third of the time, and the
 * sort is of the new lines alone.
 */
function storeLines(tx: Db, table: string, origin: ImportOrigin): Promise<OrderChange> {
  const { importId, sourceId } = origin;
  return fillThenIndex(tx, "orders", async (isEmpty) => {
    const change = isEmpty ? nothingChanged : await mergeKnownOrders(tx, table, origin);
    await tx.execute(sql`
      insert into orders (customer_id, at, order_key, kind, amount_cents, quantity, product, channel, source_id, import_id)
      select p.customer_id, s.at, s.order_key, s.kind, s.amount_cents, s.quantity, s.product, s.channel,
             ${sourceId}::int, ${importId}::int
      from ${sql.raw(table)} s join ${peopleOf(table)} p on ${isTheirs}
      where s.kind <> 'none' order by p.customer_id`);
    return change;
  });
}
