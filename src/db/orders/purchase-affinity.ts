import { sql } from "drizzle-orm";
import type { Affinity } from "../../analysis/segments/segmentation.ts";
import type { Db } from "../connection/connect.ts";
import { memberships, orders, responses } from "../schema/index.ts";

/** Customers that affinities are counted on: enough for shares to a point, and a bound on the pass over their orders. */
const countedCustomers = 20_000;
/** A preference of fewer people than this is an anecdote. */
const fewestBuyers = 20;
const keptProducts = 3;

/** The customers that are counted, always the same ones for the same base. */
function counted(segmentationId: number) {
  return sql`select ${memberships.customerId} as customer_id, ${memberships.segmentId} as segment_id
    from ${memberships} where ${memberships.segmentationId} = ${segmentationId} and ${memberships.validTo} is null
    order by hashint8extended(${memberships.customerId}, 7), ${memberships.customerId} limit ${countedCustomers}`;
}

/**
 * Product families that a segment buys more often than all customers do, by segment id. "Kids: rain boots" belongs to the
 * family "Kids"; a product without a colon is a family of its own. The lines are asked for customer by customer: a join
 * would be planned as a pass over the orders of everybody.
 */
export async function loadProductAffinities(
  db: Db,
  segmentationId: number,
): Promise<ReadonlyMap<number, readonly Affinity[]>> {
  const rows = await db.execute<Affinity & { segmentId: number } & Record<string, unknown>>(sql`
    with counted as materialized (${counted(segmentationId)}),
    bought as (
      select segment_id, name from counted cross join lateral (
        select distinct split_part(${orders.product}, ': ', 1) as name from ${orders}
        where ${orders.customerId} = counted.customer_id and ${orders.kind} = 'purchase'
          and ${orders.product} <> '') as families),
    sizes as (select segment_id, count(*) as members, sum(count(*)) over () as everybody from counted group by 1),
    buyers as (select segment_id, name, count(*) as customers, sum(count(*)) over (partition by name) as all_buyers
      from bought group by 1, 2),
    habits as (
      select segment_id, name, customers, customers::float8 / members as share,
             all_buyers::float8 / everybody as base_share
      from buyers join sizes using (segment_id) where customers >= ${fewestBuyers})
    select segment_id as "segmentId", name, customers::int, share, base_share as "baseShare"
    from (select *, row_number() over (partition by segment_id order by
            (share - base_share) / sqrt(base_share * (1 - base_share) + 1e-9) desc, name) as place
          from habits where share > base_share) as ranked
    where place <= ${keptProducts} order by segment_id, place`);
  const bySegment = new Map<number, Affinity[]>();
  for (const { segmentId, ...affinity } of rows) {
    bySegment.set(segmentId, [...(bySegment.get(segmentId) ?? []), affinity]);
  }
  return bySegment;
}

/** Answers per customer asked, over all past campaigns, by segment id; segments that nobody asked are not in it. */
export async function loadAnswerAffinities(
  db: Db,
  segmentationId: number,
): Promise<ReadonlyMap<number, Affinity>> {
  const rows = await db.execute<Affinity & { segmentId: number } & Record<string, unknown>>(sql`
    with counted as materialized (${counted(segmentationId)}),
    asked as (
      select segment_id, count(*) as asked, count(*) filter (where ${responses.responded}) as answered
      from counted join ${responses} on ${responses.customerId} = counted.customer_id group by 1)
    select segment_id as "segmentId", '' as name, asked::int as customers, answered::float8 / asked as share,
           (sum(answered) over () / sum(asked) over ())::float8 as "baseShare"
    from asked`);
  return new Map(rows.map(({ segmentId, ...affinity }) => [segmentId, affinity]));
}
