import { sql } from "drizzle-orm";
import {
  addCustomers,
  applySuppressions,
  countAfresh,
  dropRepeated,
  type Stored,
} from "../imports/staging-merge.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { countEvents, saveTotals } from "../imports/totals.ts";
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
export async function storeEvents(tx: Db, table: string, origin: ImportOrigin): Promise<Stored> {
  const staging = sql.raw(table);
  const merged = await dropRepeated(tx, staging, sql`key, at, kind`);
  const newCustomers = await addCustomers(tx, staging, origin);
  if (newCustomers > 0) await applySuppressions(tx);
  await tx.execute(sql`
    with listed as materialized (
      select k.customer_id, s.at, s.kind from ${staging} s join customer_keys k on k.key = s.key)
    delete from events e using listed
    where e.customer_id = listed.customer_id and e.at = listed.at and e.kind = listed.kind`);
  const stored = await tx.execute(sql`
    insert into events (customer_id, at, kind, value, import_id)
    select k.customer_id, s.at, s.kind, s.value, ${origin.importId}::int
    from ${staging} s join customer_keys k on k.key = s.key`);
  await countAfresh(tx);
  const totals = await countEvents(tx, staging);
  await saveTotals(tx, origin.importId, totals);
  return { rows: stored.count, newCustomers, updatedCustomers: totals.people - newCustomers, merged };
}
