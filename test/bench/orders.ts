import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { sql } from "drizzle-orm";
import { databaseUrl, openFresh } from "./database.ts";

/** How many order lines, of how many customers. */
export interface OrdersSize {
  readonly lines: number;
  readonly customers: number;
}

/**
 * Makes a database of orders with a rule in place of chance, and the same orders as a CSV file for pandas. Line i is of
 * an invoice of about five lines; they lie by customer, as an import lays them down (db/orders/store-orders.ts).
 */
export async function plantOrders(
  server: string,
  name: string,
  { lines, customers }: OrdersSize,
): Promise<void> {
  const { db, close } = await openFresh(server, name);
  await db.execute(
    sql`insert into customers (key) select 'c' || i from generate_series(1, ${customers}::int) as i`,
  );
  await db.execute(sql`
    insert into orders (customer_id, at, order_key, kind, amount_cents, quantity, product)
    select 1 + mod(hashint8extended(i / 5, 7) & 9007199254740991, ${customers}::int),
           timestamptz '2025-01-01Z' + make_interval(mins => (mod(hashint8extended(i / 5, 8) & 9007199254740991, 525600))::int),
           'i' || i / 5, 'purchase', 100 + mod(hashint8extended(i, 9) & 9007199254740991, 20000), 1, 'p' || mod(i, 500)
    from generate_series(1::bigint, ${lines}::bigint) as i order by 1`);
  await db.execute(sql`vacuum analyze orders`);
  await db.execute(sql`analyze customers`);
  await close();
}

/** The planted orders as pandas reads them. */
export function writeOrders(server: string, name: string, path: string): void {
  if (existsSync(path)) return;
  const query = `copy (select customer_id as customer, to_char(at, 'YYYY-MM-DD HH24:MI:SS') as at, order_key as invoice,
    amount_cents as cents from orders) to stdout (format csv, header)`;
  const words = ["-q", databaseUrl(server, name), "-c", query.replaceAll("\n", " "), "-o", path];
  const { status } = spawnSync("psql", words, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("psql, which writes the orders for pandas, failed");
}
