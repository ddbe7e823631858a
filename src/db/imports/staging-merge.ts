/**
 * What the steps from a staging table (db/connection/copy.ts) to the base share. Each step runs inside one transaction, is
 * set-based, and repeats without doubling: customers by key, order lines by invoice, events by customer, moment and
 * kind, suppressions by entry.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import type { ImportOrigin } from "./imports.ts";

/** What a file changed. */
export interface Stored {
  /** Rows that are in the base now. */
  readonly rows: number;
  readonly newCustomers: number;
  readonly updatedCustomers: number;
  /** Rows that a later row of the same file replaced. */
  readonly merged: number;
}

/** The one number of a query whose column is called `count`. */
export async function countOf(tx: Db, query: SQL): Promise<number> {
  const [row] = await tx.execute<{ count: number | string }>(query);
  if (row === undefined) throw new Error("a count came back without a row");
  return Number(row.count);
}

/** Leaves only the last row of the file for each identity, for example `key, at, kind`; says how many went. */
export function dropRepeated(tx: Db, staging: SQL, identity: SQL): Promise<number> {
  return countOf(
    tx,
    sql`with repeated as (
          select ctid, row_number() over (partition by ${identity} order by line desc) as place from ${staging}),
        gone as (
          delete from ${staging} where ctid in (select ctid from repeated where place > 1) returning 1)
        select count(*) as count from gone`,
  );
}

/** Tells the planner what has arrived: with figures of an empty base it would go through millions of rows one by one. */
export async function countAfresh(tx: Db): Promise<void> {
  await tx.execute(sql`analyze customers, customer_keys, consents, orders, events, responses`);
}

/** Makes a customer of every key that the base does not know yet, in the order of the file; says how many. */
export function addCustomers(tx: Db, staging: SQL, { importId }: ImportOrigin): Promise<number> {
  return countOf(
    tx,
    sql`with fresh as (
          select s.key, min(s.line) as line from ${staging} s
          where s.key is not null and not exists (select from customer_keys k where k.key = s.key)
          group by s.key),
        made as (
          insert into customers (key, import_id) select key, ${importId} from fresh order by line returning customer_id, key),
        known as (
          insert into customer_keys (key, kind, customer_id, import_id)
          select key, ${kindOfKey(sql`key`)}, customer_id, ${importId} from made returning 1)
        select count(*) as count from known`,
  );
}

/** What a key is, by its form: as `keyKindOf` of sources/rows/person.ts tells it. */
export function kindOfKey(key: SQL): SQL {
  return sql`case when position('@' in ${key}) > 0 then 'email' else 'id' end`;
}

/** Marks the customers whose key or e-mail address is on a list; says how many were not marked before. */
export function applySuppressions(tx: Db): Promise<number> {
  return countOf(
    tx,
    sql`with listed as materialized (select key from consents where via = 'list'),
        marked as (
          update customers set suppressed = true, updated_at = now()
          where not suppressed and (key in (select key from listed)
            or lower(attributes ->> 'email') in (select key from listed))
          returning 1)
        select count(*) as count from marked`,
  );
}
