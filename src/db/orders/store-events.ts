import { sql } from "drizzle-orm";
import {
  addCustomers,
  applySuppressions,
  countAfresh,
  countOf,
  dropRepeated,
  type Stored,
  waitForTurn,
} from "../imports/staging-merge.ts";
import type { Db } from "../connection/connect.ts";

/** The staging table of an events' file. */
export const eventColumns = {
  line: "int",
  key: "text",
  at: "timestamptz",
  kind: "text",
  value: "double precision",
} as const;

/** Events into the base: the same customer, moment and kind is the same event, and its last row counts. */
export async function storeEvents(tx: Db, table: string): Promise<Stored> {
  const staging = sql.raw(table);
  await waitForTurn(tx);
  const merged = await dropRepeated(tx, staging, sql`key, at, kind`);
  const newCustomers = await addCustomers(tx, staging);
  if (newCustomers > 0) await applySuppressions(tx);
  await tx.execute(sql`
    with listed as materialized (
      select k.customer_id, s.at, s.kind from ${staging} s join customer_keys k on k.key = s.key)
    delete from events e using listed
    where e.customer_id = listed.customer_id and e.at = listed.at and e.kind = listed.kind`);
  const stored = await tx.execute(sql`
    insert into events (customer_id, at, kind, value)
    select k.customer_id, s.at, s.kind, s.value
    from ${staging} s join customer_keys k on k.key = s.key`);
  await countAfresh(tx);
  const customers = await countOf(tx, sql`select count(distinct key) as count from ${staging}`);
  return { rows: stored.count, newCustomers, updatedCustomers: customers - newCustomers, merged };
}
