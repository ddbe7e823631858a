import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/**
 * The customer whom a key names: a number before an address before a telephone; of several who have it the one who came
 * first. A number that nobody has is looked for once more with zeros in front, as people leave them out.
 *
 * @param readings What was typed, in each way that it can be read as a key; the first that somebody has counts.
 */
export async function findCustomerId(db: Db, readings: readonly string[]): Promise<number | undefined> {
  for (const key of readings) {
    const [found] = await db.execute<{ id: number }>(sql`
      select customer_id::float8 as id from customer_keys where key = ${key}
      order by case kind when 'id' then 0 when 'email' then 1 else 2 end, source_id, customer_id limit 1`);
    if (found !== undefined) return found.id;
  }
  const number = readings.find((key) => /^[1-9]\d*$/u.test(key));
  if (number === undefined) return undefined;
  const [padded] = await db.execute<{ id: number }>(sql`
    select customer_id::float8 as id from customer_keys
    where kind = 'id' and key like ${`0%${number}`} and key ~ ${`^0+${number}$`} order by source_id, customer_id limit 1`);
  return padded?.id;
}
