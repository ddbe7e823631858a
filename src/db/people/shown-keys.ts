import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/**
 * Shows customers by the best of their keys: the shop's number, else an address, else a telephone; of several the one
 * that came first. It depends on the keys alone, so that it is right again after some of them went.
 *
 * @param people A query of `customer_id`.
 */
export async function showBestKeys(tx: Db, people: SQL): Promise<void> {
  await tx.execute(sql`
    with best as materialized (
      select distinct on (customer_id) customer_id, key from customer_keys
      where customer_id in (${people})
      order by customer_id, case kind when 'id' then 0 when 'email' then 1 else 2 end,
        import_id nulls first, source_id, key)
    update customers c set key = best.key from best where c.customer_id = best.customer_id and c.key <> best.key`);
}
