import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import type { Moments } from "../../analysis/numbers/moments.ts";
import type { Db } from "../connection/connect.ts";
import { membersOn } from "./moves.ts";
import { responses } from "../schema/index.ts";

/** How those of one segment who were asked in a week answered. */
export interface WeeklyResponse {
  readonly week: "before" | "now";
  readonly segmentId: number;
  /** 1 for an answer, 0 for none, over who was asked. */
  readonly response: Moments;
}

/**
 * Answers to the campaigns of the last week and of the one before, by the segment that customers were in when the last
 * week began.
 *
 * @param asOf The day after the last week, `YYYY-MM-DD`.
 * @param since The day a week earlier.
 * @returns Nothing of a week in which nobody was asked.
 */
export async function loadWeeklyResponses(
  db: Db,
  segmentationId: number,
  { since, asOf }: { readonly since: Day; readonly asOf: Day },
): Promise<readonly WeeklyResponse[]> {
  const rows = await db.execute<{ now: boolean; segmentId: number } & Moments & Record<string, unknown>>(sql`
    with asked as (
      select members.segment_id, ${responses.at} >= ${since}::date as now, ${responses.responded}::int as answer
      from ${responses} join (${membersOn(segmentationId, since)}) as members
        on members.customer_id = ${responses.customerId}
      where ${responses.at} >= ${since}::date - 7 and ${responses.at} < ${asOf}::date)
    select now, segment_id as "segmentId", count(*)::int as count, avg(answer)::float8 as mean,
           coalesce(var_samp(answer), 0)::float8 as variance
    from asked group by now, segment_id`);
  return rows.map(({ now, segmentId, count, mean, variance }) => ({
    week: now ? "now" : "before",
    segmentId,
    response: { count, mean, variance },
  }));
}
