import { sql } from "drizzle-orm";
import type { Db } from "../../src/db/connection/connect.ts";
import { fillSmallShop } from "../commands/small-shop.ts";
import { openFresh } from "./database.ts";

/** How large the base of a digest is. */
export interface DigestSize {
  readonly customers: number;
  readonly lines: number;
}

/**
 * A shop of twelve segments in which a week has brought something: 4 % of everybody changed segment on 28 October, half
 * of them into the fourth. Lines of a year's orders, two an order, lie by customer, as an import lays them down; those
 * of the last week are 5 % larger. A rule in place of chance: the same every time.
 */
export async function plantDigestShop(
  server: string,
  name: string,
  { customers, lines }: DigestSize,
): Promise<void> {
  const { db, close } = await openFresh(server, name);
  await fillSmallShop(db);
  await db.execute(sql`truncate memberships, customers, customer_keys, features restart identity`);
  await db.execute(sql`
    insert into segments (segmentation_id, key, number, names, statistics)
    select segmentation_id, 's' || n, n, jsonb_build_object('en', 'Group ' || n, 'es', 'Grupo ' || n, 'pt', 'Grupo ' || n), statistics
    from segments, generate_series(3, 12) as n where number = 1`);
  await plantMemberships(db, customers);
  await db.execute(sql`
    insert into orders (customer_id, at, order_key, kind, amount_cents, quantity, product, channel)
    select 1 + mod(hashint8extended(i / 2, 7) & 9007199254740991, ${customers}::int),
           timestamptz '2010-11-01Z' + i / 2 * (interval '365 days' / (${lines}::int / 2 + 1)), 'i' || i / 2, 'purchase',
           (100 + mod(hashint8extended(i, 9) & 9007199254740991, 20000)) * (case when i > ${lines}::int * 358 / 365 then 1.05 else 1 end),
           1, 'p' || mod(i, 500), case mod(i / 2, 3) when 0 then 'app' else 'web' end
    from generate_series(1::bigint, ${lines}::bigint) as i order by 1`);
  await db.execute(sql`vacuum analyze orders, memberships`);
  await close();
}

async function plantMemberships(db: Db, customers: number): Promise<void> {
  await db.execute(
    sql`insert into customers (key) select 'c' || i from generate_series(1, ${customers}::int) as i`,
  );
  const segmentOf = (label: ReturnType<typeof sql>) =>
    sql`(select id from segments where number = 1 + mod(${label}, 12))`;
  await db.execute(sql`
    insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from, valid_to)
    select customer_id, (select id from segmentations), ${segmentOf(sql`customer_id`)}, 1, '2011-10-01',
           case when mod(customer_id, 25) = 0 then '2011-10-28'::date end from customers`);
  await db.execute(sql`
    insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from)
    select customer_id, segmentation_id,
           ${segmentOf(sql`case when mod(customer_id, 50) = 0 then 3 else hashint8(customer_id) & 1023 end`)}, 1, '2011-10-28'
    from memberships where valid_to is not null`);
}
