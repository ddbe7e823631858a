import { addDays, type Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Moments } from "../../analysis/numbers/moments.ts";
import type { Db } from "../connection/connect.ts";
import { membersOn } from "./moves.ts";
import { events, imports, orders } from "../schema/index.ts";

/** What the customers of one segment bought and gave back in one week. */
export interface WeeklyMeasure {
  readonly week: "before" | "now";
  readonly segmentId: number;
  /** Net cents a customer. */
  readonly revenue: Moments;
  /** Orders a customer. */
  readonly orders: Moments;
}

type MeasureRow = Record<string, unknown> & {
  readonly now: boolean;
  readonly segmentId: number;
  readonly count: number;
  readonly revenue: number;
  readonly revenueVariance: number | null;
  readonly orders: number;
  readonly ordersVariance: number | null;
};

/**
 * Revenue and orders a customer in the last week and in the one before, by segment: one pass over two weeks' orders.
 * Whoever buys is moved by it, so a week's customers are those who were in the segment when the week began; who did
 * not buy counts with 0. What came back counts in the week in which it came back, and an order does not count where all
 * of it came back within its own week: so both weeks are seen at the same age. Values are winsorised at the 99th
 * percentile of the buyers of both weeks, in both directions, so that one wholesaler decides nothing.
 *
 * @param asOf The day after the last week, `YYYY-MM-DD`.
 * @returns Nothing of a week before which nobody had been placed.
 */
export async function loadWeeklyMeasures(
  db: Db,
  segmentationId: number,
  asOf: Day,
): Promise<readonly WeeklyMeasure[]> {
  const day = (back: number) => sql`(${asOf}::date - ${back}::int)`;
  const rows = await db.execute<MeasureRow>(sql`
    with each_order as (
      select ${orders.customerId} as customer_id, ${orders.at} >= ${day(7)} as now, ${orders.sourceId} as source_id,
             ${orders.orderKey} as order_key, sum(${orders.amountCents}) as cents,
             bool_or(${orders.kind} = 'purchase') as bought, bool_or(${orders.kind} = 'return') as came_back
      from ${orders} where ${orders.kind} in ('purchase', 'return')
        and ${orders.at} >= ${day(14)} and ${orders.at} < ${day(0)}
      group by 1, 2, 3, 4),
    bought as (
      select customer_id, now, sum(cents)::float8 as cents, bool_or(bought) as bought,
             (count(*) filter (where bought and not (came_back and cents <= 0)))::float8 as orders
      from each_order group by 1, 2),
    limits as (
      select coalesce(percentile_disc(0.99) within group (order by cents) filter (where bought), 0) as cents,
             coalesce(percentile_disc(0.99) within group (order by orders) filter (where bought), 0) as orders
      from bought),
    cohort as (
      select false as now, was.* from (${membersOn(segmentationId, addDays(asOf, -14))}) as was
      union all select true, was.* from (${membersOn(segmentationId, addDays(asOf, -7))}) as was),
    measured as (
      select cohort.now, cohort.segment_id, greatest(least(coalesce(bought.cents, 0), limits.cents), -abs(limits.cents)) as cents,
             least(coalesce(bought.orders, 0), limits.orders) as orders
      from cohort left join bought on bought.customer_id = cohort.customer_id and bought.now = cohort.now
      cross join limits)
    select now, segment_id as "segmentId", count(*)::int as count,
           avg(cents) as revenue, var_samp(cents) as "revenueVariance",
           avg(orders) as orders, var_samp(orders) as "ordersVariance"
    from measured group by now, segment_id`);
  return rows.map(({ now, segmentId, count, ...measured }) => ({
    week: now ? "now" : "before",
    segmentId,
    revenue: { count, mean: measured.revenue, variance: measured.revenueVariance ?? 0 },
    orders: { count, mean: measured.orders, variance: measured.ordersVariance ?? 0 },
  }));
}

/** A day of the last week without a row of a source that is never silent on that weekday. */
export interface Silence {
  /** `all` for orders as a whole. */
  readonly source: { readonly kind: "all" | "channel" | "event"; readonly name: string };
  /** `YYYY-MM-DD`. */
  readonly day: Day;
}

/**
 * Days of the last week on which nothing came from a source that has had at least eight orders (or events) on that
 * weekday on average over the four weeks before: by chance that happens once in three thousand such days. Orders, not
 * their lines: those come and stay away together.
 */
export async function loadSilences(db: Db, asOf: Day): Promise<readonly Silence[]> {
  const since = (at: PgColumn) => sql`${at} >= (${asOf}::date - 35) and ${at} < ${asOf}::date`;
  const dayOf = (at: PgColumn) => sql`(${at} at time zone 'UTC')::date`;
  const rows = await db.execute<{ kind: Silence["source"]["kind"]; name: string; day: Day }>(sql`
    with placed as materialized (
      select distinct ${dayOf(orders.at)} as day, coalesce(${orders.channel}, '') as name, ${orders.orderKey} as key
      from ${orders} where ${since(orders.at)}),
    counted as (
      select 'all' as kind, '' as name, day, count(distinct key) as rows from placed group by day
      union all
      select 'channel', name, day, count(*) from placed group by name, day
      union all
      select 'event', ${events.kind}, ${dayOf(events.at)}, count(*)
      from ${events} where ${since(events.at)} group by 2, 3),
    usual as (
      select kind, name, extract(isodow from day) as weekday, sum(rows) / 4 as rows
      from counted where day < ${asOf}::date - 7 group by 1, 2, 3)
    select usual.kind, usual.name, days.day::date::text as day
    from usual
    join generate_series(${asOf}::date - 7, ${asOf}::date - 1, interval '1 day') as days (day)
      on extract(isodow from days.day) = usual.weekday
    where usual.rows >= 8 and not exists (
      select from counted where counted.kind = usual.kind and counted.name = usual.name
        and counted.day = days.day::date)
    order by days.day, usual.kind, usual.name`);
  return rows.map(({ kind, name, day }) => ({ source: { kind, name }, day }));
}

/** When a file was last read in; undefined before the first. */
export async function loadLastImport(db: Db): Promise<Date | undefined> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select to_char(max(${imports.importedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from ${imports}`);
  const at = row?.at ?? undefined;
  return at === undefined ? undefined : new Date(at);
}
