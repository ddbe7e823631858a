import { asc, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { customerKeys } from "../schema/index.ts";

/** Customers whose id begins as typed, ascending; an address is an id where a file had no other. */
export async function loadCustomerKeys(db: Db, typed: string, most: number): Promise<readonly string[]> {
  const rows = await db
    .select({ key: customerKeys.key })
    .from(customerKeys)
    .where(sql`starts_with(${customerKeys.key}, ${typed})`)
    .orderBy(asc(customerKeys.key))
    .limit(most);
  return rows.map(({ key }) => key);
}
