import { sql } from "drizzle-orm";
import type { Db } from "./connect.ts";
import { memberships } from "./schema.ts";

/** How many customers a segment had on a day. */
export interface SizeOnDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
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
  asOf: string,
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
