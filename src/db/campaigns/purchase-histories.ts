import { sql, type SQL } from "drizzle-orm";
import type { Spending } from "../../analysis/value/gamma-gamma.ts";
import type { HeldBackHistory, ValuedHistory } from "../../analysis/value/next-purchases.ts";
import type { Db } from "../connection/connect.ts";
import { orders } from "../schema/index.ts";

/** Customers that the worth of orders is learned from: of more, it changes nothing that is shown. */
const sampled = 20_000;

/** Purchase days of each customer before a day, with the money of each, returns of the same customer taken off. */
function purchaseDays(asOf: string): SQL {
  return sql`
    select ${orders.customerId} as customer_id, (${orders.at} at time zone 'UTC')::date as day,
           sum(${orders.amountCents}) / 100.0::float8 as worth
    from ${orders}
    where ${orders.kind} = 'purchase' and ${orders.at} < (${asOf}::timestamp at time zone 'UTC')
    group by 1, 2`;
}

function eachCustomer(asOf: string): SQL {
  return sql`
    select customer_id, count(*) - 1 as repeats, max(day) - min(day) as recency, ${asOf}::date - 1 - min(day) as age,
           avg(worth) as worth
    from (${purchaseDays(asOf)}) as days group by customer_id`;
}

/**
 * Histories of all customers who bought before a day, equal ones together; times in days.
 *
 * @param asOf The day after the last that counts, `YYYY-MM-DD`.
 */
export async function loadPurchaseHistories(db: Db, asOf: string): Promise<readonly ValuedHistory[]> {
  return db.execute<ValuedHistory & Record<string, unknown>>(sql`
    select repeats::int, recency::int, age::int, count(*)::int as customers, sum(worth)::float8 as worth
    from (${eachCustomer(asOf)}) as each group by repeats, recency, age order by repeats, recency, age`);
}

/** Histories at an earlier day, with the purchase days of the time from then to `until`. */
export async function loadHeldBackHistories(
  db: Db,
  asOf: string,
  until: string,
): Promise<readonly HeldBackHistory[]> {
  return db.execute<HeldBackHistory & Record<string, unknown>>(sql`
    with later as (
      select customer_id, count(*) as times from (${purchaseDays(until)}) as days
      where day >= ${asOf}::date group by customer_id)
    select repeats::int, recency::int, age::int, count(*)::int as customers,
           coalesce(sum(later.times), 0)::int as came
    from (${eachCustomer(asOf)}) as each left join later on later.customer_id = each.customer_id
    group by repeats, recency, age order by repeats, recency, age`);
}

/** What customers' purchase days were worth, of a sample that is the same each time; only those worth something. */
export async function loadSpendings(db: Db, asOf: string): Promise<readonly Spending[]> {
  return db.execute<Spending & Record<string, unknown>>(sql`
    select (repeats + 1)::int as orders, worth::float8 as mean from (${eachCustomer(asOf)}) as each
    where worth > 0 order by hashint8(customer_id), customer_id limit ${sampled}`);
}
