import { sql } from "drizzle-orm";
import type { Db } from "../../../src/db/connection/connect.ts";

/** What a table that grows holds on disk. */
export interface TableSize {
  readonly table: string;
  readonly rows: number;
  readonly tableBytes: number;
  readonly indexBytes: number;
}

/** The tables that grow with customers or their orders, the largest first; empty ones are left out. */
export async function measureTables(db: Db): Promise<readonly TableSize[]> {
  await db.execute(sql`analyze`);
  const sizes = await db.execute<TableSize & Record<string, unknown>>(sql`
    select relname as table, reltuples::float8 as rows, pg_table_size(oid)::float8 as "tableBytes",
           pg_indexes_size(oid)::float8 as "indexBytes"
    from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'customer_id')
    order by pg_total_relation_size(oid) desc`);
  return [...sizes];
}
