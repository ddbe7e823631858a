import { type SQL, sql } from "drizzle-orm";
import { addCustomers, applySuppressions, type Stored, waitForTurn } from "./arrivals.ts";
import type { Db } from "./connect.ts";
import { fillThenIndex } from "./fill-then-index.ts";

/**
 * The staging table of an orders' file. A row without a key brings no line: it only says that its invoice stands in
 * the file, so that an invoice which has become anonymous loses its old lines.
 */
export const orderColumns = {
  line: "int",
  key: "text",
  order_key: "text",
  at: "timestamptz",
  kind: "text",
  amount_cents: "bigint",
  quantity: "int",
  product: "text",
  channel: "text",
} as const;

/** An orders' file adds one figure: its customers who bought nothing in it, only returned or were adjusted. */
export interface StoredOrders extends Stored {
  readonly withoutPurchase: number;
}

/** Order lines into the base: the lines of an invoice replace those that the base had of it. */
export async function storeOrders(tx: Db, table: string): Promise<StoredOrders> {
  const staging = sql.raw(table);
  await waitForTurn(tx);
  const newCustomers = await addCustomers(tx, staging);
  if (newCustomers > 0) await applySuppressions(tx);
  const lines = await replaceLines(tx, staging);
  const [customers] = await tx.execute<{ all: string; without: string }>(sql`
    select count(*) as all, count(*) filter (where not bought) as without
    from (select bool_or(kind = 'purchase') as bought from ${staging} where key is not null group by key) each`);
  return {
    rows: lines,
    newCustomers,
    updatedCustomers: Number(customers?.all ?? 0) - newCustomers,
    merged: 0,
    withoutPurchase: Number(customers?.without ?? 0),
  };
}

async function replaceLines(tx: Db, staging: SQL): Promise<number> {
  const insert = sql`
    insert into orders (customer_id, at, order_key, kind, amount_cents, quantity, product, channel)
    select k.customer_id, s.at, s.order_key, s.kind, s.amount_cents, s.quantity, s.product, s.channel
    from ${staging} s join customer_keys k on k.key = s.key`;
  return fillThenIndex(tx, "orders", async (isEmpty) => {
    if (!isEmpty)
      await tx.execute(sql`delete from orders where order_key in (select order_key from ${staging})`);
    return (await tx.execute(insert)).count;
  });
}
