import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { events, features, featureSets, orders } from "../schema/index.ts";

/** The day of the first order or event, `YYYY-MM-DD`; null where nothing is dated. */
export async function loadFirstDated(db: Db): Promise<Day | null> {
  const [row] = await db.execute<{ day: Day | null }>(sql`
    select to_char(least((select min(${orders.at}) from ${orders}), (select min(${events.at}) from ${events}))
      at time zone 'UTC', 'YYYY-MM-DD') as day`);
  return row?.day ?? null;
}

/** Notes who came on a day or later, once for all days that follow; inside a transaction. */
export async function noteLaterCustomers(db: Db, day: Day): Promise<void> {
  await db.execute(sql`
    create temporary table later_customers on commit drop as
    select customer_id, min(at) as at from (
      select ${orders.customerId} as customer_id, min(${orders.at}) as at from ${orders} group by 1
      union all select ${events.customerId}, min(${events.at}) from ${events} group by 1) as first
    group by 1 having min(at) >= ${day}::date`);
}

/** Takes out of a feature set of a past day who had not ordered or come yet; who has no date at all stays. */
export async function dropLaterCustomers(db: Db, featureSetId: number, day: Day): Promise<void> {
  await db.execute(sql`
    delete from ${features} using later_customers as later
    where ${features.featureSetId} = ${featureSetId} and ${features.customerId} = later.customer_id
      and later.at >= ${day}::date`);
}

/** Deletes a feature set that was only made to look back. */
export async function deleteFeatures(db: Db, featureSetId: number): Promise<void> {
  await db.execute(sql`delete from ${features} where ${features.featureSetId} = ${featureSetId}`);
  await db.execute(sql`delete from ${featureSets} where ${featureSets.id} = ${featureSetId}`);
}
