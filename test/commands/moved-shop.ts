import { sql } from "drizzle-orm";
import type { Db } from "../../src/db/connect.ts";
import { fillSmallShop } from "./small-shop.ts";

/**
 * The small shop with a month behind it: everyone was placed on 1 October 2011; on 20 October six of the ten loyal
 * families became bargain hunters and two bargain hunters loyal; a loyal family joined on 25 October.
 */
export async function fillMovedShop(db: Db): Promise<void> {
  await fillSmallShop(db);
  await db.execute(sql`update memberships set valid_from = '2011-10-01'`);
  await move(db, { from: 1, to: 2, count: 6 });
  await move(db, { from: 2, to: 1, count: 2 });
  await db.execute(sql`
    update memberships set valid_from = '2011-10-25' where customer_id = (
      select max(customer_id) from memberships join segments on segments.id = segment_id and number = 1
      where valid_to is null and valid_from = '2011-10-01')`);
}

async function move(db: Db, { from, to, count }: { from: number; to: number; count: number }): Promise<void> {
  await db.execute(sql`
    with moved as (
      update memberships set valid_to = '2011-10-20' where customer_id in (
        select customer_id from memberships join segments on segments.id = segment_id and number = ${from}
        where valid_to is null and valid_from = '2011-10-01' order by customer_id limit ${count})
      returning customer_id, segmentation_id)
    insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from)
    select customer_id, moved.segmentation_id, segments.id, 0.5, '2011-10-20' from moved
    join segments on segments.segmentation_id = moved.segmentation_id and number = ${to}`);
}
