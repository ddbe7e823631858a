/**
 * What the steps from a staging table (db/connection/copy.ts) to the base share. Each step runs inside one transaction, is
 * set-based, and repeats without doubling: customers by any key, order lines by invoice, events by customer, moment and
 * kind, suppressions by entry.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import type { StoredPeople } from "../people/people.ts";

/** What a file changed. */
export interface Stored {
  /** Rows that are in the base now. */
  readonly rows: number;
  readonly newCustomers: number;
  readonly updatedCustomers: number;
  /** Rows that a later row of the same file replaced. */
  readonly merged: number;
  /** Whom its rows are about. */
  readonly people: StoredPeople;
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
