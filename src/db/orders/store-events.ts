import { sql } from "drizzle-orm";
import { countAfresh, dropRepeated, type Stored } from "../imports/staging-merge.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { countEvents, saveTotals } from "../imports/totals.ts";
import { mergeEvents } from "./event-versions.ts";
import type { Db } from "../connection/connect.ts";
import { isTheirs } from "../people/resolve-people.ts";
import { storePeople } from "../people/store-people.ts";

/** The staging table of an events' file. */
export const eventColumns = {
  line: "int",
  key: "text",
  key_kind: "text",
  email: "text",
  phone: "text",
  at: "timestamptz",
  kind: "text",
  value: "double precision",
} as const;

/** Events into the base: the same customer, moment and kind is the same event, and its last row counts. */
export async function storeEvents(tx: Db, table: string, origin: ImportOrigin): Promise<Stored> {
  const staging = sql.raw(table);
  const merged = await dropRepeated(tx, staging, sql`key, key_kind, at, kind`);
  const people = await storePeople(tx, table, origin);
  const rows = await mergeEvents(
    tx,
    sql`select distinct on (p.customer_id, s.at, s.kind) p.customer_id, s.at, s.kind, s.value
        from ${staging} s join ${people.table} p on ${isTheirs}
        order by p.customer_id, s.at, s.kind, s.line desc`,
    origin.importId,
  );
  await countAfresh(tx);
  const totals = await countEvents(tx, staging);
  await saveTotals(tx, origin.importId, totals);
  const { newCustomers } = people;
  return { rows, newCustomers, updatedCustomers: totals.people - newCustomers, merged, people };
}
