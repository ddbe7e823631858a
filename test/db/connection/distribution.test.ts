import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  copiedTables,
  distribute,
  growingTables,
  isDistributed,
} from "../../../src/db/connection/distribute.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();

it("has the column by which a growing table is spread in each of its unique keys, as Citus asks", async () => {
  const keys = await db.execute<{ table: string; columns: readonly string[] }>(sql`
    select indrelid::regclass::text as table,
           array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any (indkey)) as columns
    from pg_index where indisunique and indrelid::regclass::text not like 'pg_%'`);
  const without = keys.filter(
    ({ table, columns }) => !columns.includes(growingTables[table] ?? columns[0] ?? ""),
  );
  expect(keys.filter(({ table }) => table in growingTables)).toHaveLength(9); // orders and events have none
  expect(without).toEqual([]);
});

it("spreads every table that has a customer, and knows the tables that it spreads and copies", async () => {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select table_name::text as table, column_name::text as column
    from information_schema.columns where table_schema = 'public'`);
  // Joins are made by hand, a few of them; what was said is of a key, whether a customer is behind it or not.
  const withCustomer = columns
    .filter(({ table, column }) => column === "customer_id" && table !== "customer_joins")
    .map(({ table }) => table);
  const spread = Object.keys(growingTables).filter((table) => table !== "consents");
  expect(spread.toSorted()).toEqual(withCustomer.toSorted());
  const known = new Set(columns.map(({ table }) => table));
  expect(copiedTables.filter((table) => !known.has(table))).toEqual([]);
  const spreadBy = Object.entries(growingTables);
  const found = spreadBy.filter(([name, by]) =>
    columns.some(({ table, column }) => table === name && column === by),
  );
  expect(found).toEqual(spreadBy);
});

it("has no foreign keys, as one between tables that are spread apart would be refused", async () => {
  expect(await db.execute(sql`select conname from pg_constraint where contype = 'f'`)).toEqual([]);
});

it("does nothing on a server without Citus", async () => {
  expect(await distribute(db)).toBeUndefined();
  expect(await isDistributed(db)).toBe(false);
});

/** A server that only notes what Citus is asked for: its two functions, and its lists of tables and of machines. */
async function standIn(): Promise<void> {
  await db.execute(sql`create table pg_dist_partition (logicalrelid regclass, asked text)`);
  await db.execute(
    sql`create table pg_dist_node as select true as isactive, true as shouldhaveshards from generate_series(1, 2)`,
  );
  await db.execute(sql`create function create_reference_table(table_name regclass) returns void language sql
    as $$ insert into pg_dist_partition values (table_name, 'copy') $$`);
  await db.execute(sql`create function create_distributed_table(table_name regclass, distribution_column text,
      distribution_type text default 'hash', colocate_with text default 'default') returns void language sql
    as $$ insert into pg_dist_partition values (table_name, distribution_column || ' beside ' || colocate_with) $$`);
}

it("asks Citus for what is missing, a customer's rows side by side, and for nothing the second time", async () => {
  await standIn();
  await db.execute(sql`select create_reference_table('segments')`); // as if an earlier run had been cut off
  expect(await distribute(db)).toMatchObject({ copied: { length: copiedTables.length - 1 }, workers: 2 });
  const asked = await db.execute<{ table: string; asked: string }>(
    sql`select logicalrelid::text as table, asked from pg_dist_partition where asked <> 'copy'`,
  );
  expect(asked.slice(0, 2)).toEqual([
    { table: "customers", asked: "customer_id beside none" },
    { table: "orders", asked: "customer_id beside customers" },
  ]);
  expect(asked.slice(-2)).toEqual([
    { table: "customer_keys", asked: "key beside none" },
    { table: "consents", asked: "key beside customer_keys" },
  ]);
  expect(await distribute(db)).toEqual({ copied: [], spread: [], workers: 2 });
  expect(await isDistributed(db)).toBe(true);
});
