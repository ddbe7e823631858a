import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { freshDatabase } from "../database.ts";

const { db } = await freshDatabase();

it("has the customer in every unique key of a table that grows with customers, so that Citus can distribute it", async () => {
  const keys = await db.execute<{ table: string; columns: readonly string[] }>(sql`
    select indrelid::regclass::text as table,
           array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any (indkey)) as columns
    from pg_index
    where indisunique and exists (select from pg_attribute where attrelid = indrelid and attname = 'customer_id')
      and indrelid::regclass::text not like 'pg_%'`);
  const without = keys.filter(({ columns }) => !columns.includes("customer_id")).map(({ table }) => table);
  expect(without).toEqual(["customer_keys"]); // it is distributed by the outside key
});
