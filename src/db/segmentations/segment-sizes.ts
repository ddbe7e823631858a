import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { holdsOn } from "../moves/moves.ts";
import { memberships } from "../schema/index.ts";

/** How many customers a segment had on a day. */
export interface SizeOnDay {
  /** `YYYY-MM-DD`. */
  readonly day: Day;
  readonly customers: number;
}

/**
 * The size of a segment week by week up to a day, oldest first; weeks before the first placement are left out.
 *
 * @param asOf The last day, `YYYY-MM-DD`.
 * @param weeks How many steps back to look.
 */
export async function loadWeeklySizes(
  db: Db,
  { segmentationId, segmentId }: { readonly segmentationId: number; readonly segmentId: number },
  asOf: Day,
  weeks: number,
): Promise<readonly SizeOnDay[]> {
  return db.execute<SizeOnDay & Record<string, unknown>>(sql`
    with days as (
      select (${asOf}::date - 7 * back)::date as day from generate_series(0, ${weeks}::int) as back
      where ${asOf}::date - 7 * back >= (select min(${memberships.validFrom}) from ${memberships}
        where ${memberships.segmentationId} = ${segmentationId}))
    select day::text, count(${memberships.customerId})::int as customers
    from days left join ${memberships} on ${memberships.segmentationId} = ${segmentationId}
      and ${memberships.segmentId} = ${segmentId} and ${memberships.validFrom} <= day
      and (${memberships.validTo} is null or ${memberships.validTo} > day)
    group by day order by day`);
}

/**
 * How many customers every segment had on the same day of the last weeks: one pass over the memberships.
 *
 * @param asOf The last of the days, `YYYY-MM-DD`.
 * @returns Segment id → sizes, oldest week first; weeks before anybody was placed are left out.
 */
export async function loadAllWeeklySizes(
  db: Db,
  segmentationId: number,
  { asOf, weeks }: { readonly asOf: Day; readonly weeks: number },
): Promise<ReadonlyMap<number, readonly number[]>> {
  const counts = Array.from({ length: weeks }, (_, i) => {
    const day = sql`(${asOf}::date - ${7 * (weeks - 1 - i)}::int)`;
    return sql`count(*) filter (where ${holdsOn(day)})::int`;
  });
  const rows = await db.execute<{ id: number; sizes: number[] }>(sql`
    select ${memberships.segmentId} as id, array[${sql.join(counts, sql`, `)}] as sizes
    from ${memberships} where ${memberships.segmentationId} = ${segmentationId} group by 1`);
  const first = Math.min(...rows.map(({ sizes }) => firstOf(sizes)));
  return new Map(rows.map(({ id, sizes }) => [id, sizes.slice(first)]));
}

function firstOf(sizes: readonly number[]): number {
  const first = sizes.findIndex((size) => size > 0);
  return first < 0 ? sizes.length : first;
}
