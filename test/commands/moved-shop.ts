import { sql } from "drizzle-orm";
import type { Db } from "../../src/db/connection/connect.ts";
import { fillSmallShop } from "./small-shop.ts";

/**
 * The small shop with a month behind it: everyone was placed on 1 October 2011; on 20 October six of the ten loyal
 * families became bargain hunters and two bargain hunters loyal; a loyal family joined on 25 October. With so few
 * people every count would give a small one away.
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

/** The same with no small count: on 20 October five of the ten loyal families and six of thirty bargain hunters swap. */
export async function fillSwappedShop(db: Db): Promise<void> {
  await fillSmallShop(db);
  await db.execute(sql`update memberships set valid_from = '2011-10-01'`);
  await move(db, { from: 1, to: 2, count: 5 });
  await move(db, { from: 2, to: 1, count: 6 });
}

/**
 * The small shop with new lines. By the old ones customers 1 to 5 were bargain hunters until 20 October and loyal
 * families since; the new ones, adopted after that, make customers 11 to 15 loyal families too, then as now.
 */
export async function fillRedrawnShop(db: Db): Promise<void> {
  await fillSmallShop(db);
  await db.execute(sql`update memberships set valid_from = '2011-10-01'`);
  await db.execute(sql`update memberships set valid_from = '2011-10-20'
    where customer_id in (select customer_id from customers where key::int <= 5)`);
  await db.execute(sql`
    insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from, valid_to)
    select customer_id, segmentation_id, (select id from segments where number = 2), 0.5, '2011-10-01', '2011-10-20'
    from memberships join customers using (customer_id) where key::int <= 5`);
  await db.execute(sql`update segmentations set status = 'retired'`);
  await db.execute(sql`
    insert into segmentations (id, method, parameters, feature_set_id, placement, metrics, seed, status, version)
    select 2, method, parameters, feature_set_id, placement, metrics, seed, 'active', 2 from segmentations`);
  await db.execute(sql`
    insert into segments (id, segmentation_id, key, number, names, statistics)
    select id + 100, 2, key, number, names, statistics from segments`);
  await db.execute(sql`
    insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from, valid_to)
    select customer_id, 2, case when key::int between 11 and 15 then (select id from segments where segmentation_id = 2 and number = 1)
      else segment_id + 100 end, distance, valid_from, valid_to
    from memberships join customers using (customer_id)`);
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
