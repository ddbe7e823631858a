import { addDays, type Day } from "../../lib/day.ts";
import { sql, type SQL } from "drizzle-orm";
import type { Flow } from "../../analysis/shift/migration.ts";
import type { Db } from "../connection/connect.ts";
import { memberships } from "../schema/index.ts";

/** Two days, `YYYY-MM-DD`, the earlier one first. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Whether an interval holds on a day; one that ends on a day no longer does. */
export function holdsOn(day: Day | SQL): SQL {
  return sql`${memberships.validFrom} <= ${day}::date
    and (${memberships.validTo} is null or ${memberships.validTo} > ${day}::date)`;
}

/** Members of a segmentation on a day: `customer_id` and `segment_id`. */
export function membersOn(segmentationId: number, day: Day): SQL {
  return sql`select ${memberships.customerId} as customer_id, ${memberships.segmentId} as segment_id
    from ${memberships} where ${memberships.segmentationId} = ${segmentationId} and ${holdsOn(day)}`;
}

/** Everyone's segment on a past day, exactly as it was. For tests and small bases: one row a customer. */
export async function loadMembershipsOn(
  db: Db,
  segmentationId: number,
  day: Day,
): Promise<readonly { readonly customerId: number; readonly segmentId: number }[]> {
  return db.execute<{ customerId: number; segmentId: number }>(sql`
    select customer_id::float8 as "customerId", segment_id as "segmentId"
    from (${membersOn(segmentationId, day)}) as members order by customer_id`);
}

/** One customer's segment on a day; undefined for who had none. */
export async function loadSegmentOn(
  db: Db,
  segmentationId: number,
  { customerId, day }: { readonly customerId: number; readonly day: Day },
): Promise<number | undefined> {
  const [row] = await db.execute<{ id: number }>(sql`
    select segment_id as id from (${membersOn(segmentationId, day)}) as members
    where customer_id = ${customerId}`);
  return row?.id;
}

/**
 * Who went from where to where between two days, counted: one join on the customer, at most (k + 1)² rows back.
 *
 * @returns Segment ids; null for who was not there yet, or is no more.
 */
export async function loadFlows(
  db: Db,
  segmentationId: number,
  { from, to }: Period,
): Promise<readonly Flow[]> {
  return db.execute<Flow & Record<string, unknown>>(sql`
    select before.segment_id as "from", after.segment_id as "to", count(*)::int as customers
    from (${membersOn(segmentationId, from)}) as before
    full join (${membersOn(segmentationId, to)}) as after on after.customer_id = before.customer_id
    group by 1, 2`);
}

/**
 * The moves of several weeks, each from its day to the day a week later.
 *
 * @param days First days of the weeks, `YYYY-MM-DD`.
 */
export async function loadWeeklyFlows(
  db: Db,
  segmentationId: number,
  days: readonly Day[],
): Promise<readonly (Flow & { readonly day: Day })[]> {
  const weeks = days.map(
    (day) => sql`
    select ${day}::text as day, before.segment_id as "from", after.segment_id as "to", count(*)::int as customers
    from (${membersOn(segmentationId, day)}) as before
    full join (${membersOn(segmentationId, addDays(day, 7))}) as after on after.customer_id = before.customer_id
    group by 2, 3`,
  );
  return db.execute<Flow & { readonly day: Day } & Record<string, unknown>>(
    sql.join(weeks, sql` union all `),
  );
}

/** The first day on which a segmentation placed anybody; undefined when it never did. */
export async function loadFirstDay(db: Db, segmentationId: number): Promise<Day | undefined> {
  const [row] = await db.execute<{ day: Day | null }>(sql`
    select min(${memberships.validFrom})::text as day from ${memberships}
    where ${memberships.segmentationId} = ${segmentationId}`);
  return row?.day ?? undefined;
}
