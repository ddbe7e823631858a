import type { Day } from "../../lib/day.ts";
import { sql, type SQL } from "drizzle-orm";
import type { Placement } from "../../analysis/placement/placement.ts";
import type { MeasuredGroup } from "../../analysis/segments/measure.ts";
import type { Db } from "../connection/connect.ts";
import { isDistributed } from "../connection/distribute.ts";
import { fillThenIndex } from "../connection/fill-then-index.ts";
import { type PlaceRows, placedSql } from "./assign-rows.ts";
import type { FeaturePositions } from "./assignment-sql.ts";
import { features, memberships } from "../schema/index.ts";

/** What to place customers into. */
export interface PlacementTarget {
  readonly segmentationId: number;
  readonly placement: Placement;
  /** Ids of the segments in the order in which the placement counts them. */
  readonly segmentIds: readonly number[];
  /** The day from which the memberships hold, `YYYY-MM-DD`. */
  readonly asOf: Day;
  readonly place: PlaceRows;
  /** Whether a later day will be placed at once: then the distances of those who stay are left to it. */
  readonly isPassing?: boolean;
}

/** Places every customer of a feature set for the first time; inside a transaction. */
export async function saveMemberships(db: Db, target: PlacementTarget, set: FeaturePositions): Promise<void> {
  const rows = (await isDistributed(db))
    ? sql`(${await placedSegmentsSql(db, target, set)}) as placed_now`
    : await createPlaced(db, target, set);
  const insert = sql`
    insert into ${memberships} (customer_id, segmentation_id, segment_id, distance, valid_from)
    select customer_id, ${target.segmentationId}::int, segment_id, distance, ${target.asOf}::date from ${rows}`;
  await fillThenIndex(db, "memberships", () => db.execute(insert));
  await db.execute(sql`drop table if exists placed_now`);
  await db.execute(sql`analyze ${memberships}`);
}

/**
 * Everyone's segment as the temporary table `placed_now`, to be dropped by the caller. PostgreSQL lets several processes
 * compute the rows of a new table, but not those that are inserted into one. Where customers stand on several machines,
 * it gathers them on one.
 */
async function createPlaced(db: Db, target: PlacementTarget, set: FeaturePositions): Promise<SQL> {
  const placed = await placedSegmentsSql(db, target, set);
  await db.execute(sql`create temporary table placed_now on commit drop as ${placed}`);
  return sql`placed_now`;
}

/** Rows of `customer_id`, `segment_id` and `distance`. */
async function placedSegmentsSql(db: Db, target: PlacementTarget, set: FeaturePositions): Promise<SQL> {
  const placed = await placedSql(db, target, set);
  return sql`
    select customer_id, ${segmentIdSql(target.segmentIds)} as segment_id, distance from (${placed}) as placed`;
}

/** What a new placement changed. */
export interface PlacementChanges {
  /** Customers who are in another segment than before. */
  readonly moved: number;
  /** Customers who were not placed before. */
  readonly added: number;
}

/**
 * Places everyone again, with the same placement and new features. The interval of who moved is closed and another
 * opened; who stayed keeps the interval and gets the new distance. Someone who moved twice in a day (or whose
 * interval begins later, in data that were taken back) has one interval for that day, the last.
 */
export async function updateMemberships(
  db: Db,
  target: PlacementTarget,
  set: FeaturePositions,
): Promise<PlacementChanges> {
  await createPlaced(db, target, set);
  await db.execute(sql`analyze placed_now`);
  const open = sql`${memberships.segmentationId} = ${target.segmentationId} and ${memberships.validTo} is null
    and ${memberships.customerId} = placed_now.customer_id`;
  const [changes] = await db.execute<PlacementChanges & Record<string, unknown>>(sql`
    select count(*) filter (where ${memberships.segmentId} <> placed_now.segment_id)::int as moved,
           count(*) filter (where ${memberships.segmentId} is null)::int as added
    from placed_now left join ${memberships} on ${open}`);
  await db.execute(sql`
    update ${memberships} set valid_to = ${target.asOf}::date from placed_now
    where ${open} and ${memberships.segmentId} <> placed_now.segment_id and valid_from < ${target.asOf}::date`);
  await db.execute(sql`
    update ${memberships} set segment_id = placed_now.segment_id, distance = placed_now.distance
    from placed_now where ${open} ${target.isPassing ? sql`and ${memberships.segmentId} <> placed_now.segment_id` : sql``}`);
  await db.execute(sql`
    insert into ${memberships} (customer_id, segmentation_id, segment_id, distance, valid_from)
    select customer_id, ${target.segmentationId}::int, segment_id, distance, ${target.asOf}::date
    from placed_now where not exists (select from ${memberships} where ${open})`);
  await db.execute(sql`drop table placed_now`);
  return changes ?? { moved: 0, added: 0 };
}

function segmentIdSql(segmentIds: readonly number[]): SQL {
  const cases = segmentIds.map((id, label) => sql`when ${label} then ${id}::int`);
  return sql`case label ${sql.join(cases, sql` `)} end`;
}

/**
 * Statistics of every segment, in one pass over the placed customers.
 *
 * @param width How many features the set has: every list has so many entries.
 * @returns Segments without a member are not in it.
 */
export async function loadGroupStatistics(
  db: Db,
  { segmentationId, featureSetId, width }: { segmentationId: number; featureSetId: number; width: number },
): Promise<readonly MeasuredGroup[]> {
  const values = Array.from(
    { length: width },
    (_, i) => sql`nullif(${features.values}[${i + 1}::int], 'NaN')`,
  );
  const each = (aggregate: (value: SQL) => SQL) => sql`array[${sql.join(values.map(aggregate), sql`, `)}]`;
  const rows = await db.execute<{
    segmentId: number;
    size: number;
    inertia: number | null;
    means: readonly number[];
    deviations: readonly number[];
    counts: readonly number[];
  }>(sql`
    select ${memberships.segmentId} as "segmentId", count(*)::int as size,
           sum(${memberships.distance} ^ 2) as inertia,
           ${each((value) => sql`avg(${value})`)}::float8[] as means,
           ${each((value) => sql`stddev_samp(${value})`)}::float8[] as deviations,
           ${each((value) => sql`count(${value})`)}::int[] as counts
    from ${memberships}
    join ${features} on ${features.customerId} = ${memberships.customerId} and ${features.featureSetId} = ${featureSetId}
    where ${memberships.segmentationId} = ${segmentationId} and ${memberships.validTo} is null
    group by 1`);
  return rows.map(({ segmentId, inertia, size, counts, means, deviations }) => ({
    segmentId,
    inertia: inertia ?? 0,
    statistics: { size, counts, means: means.map(numberOrNull), deviations: deviations.map(numberOrNull) },
  }));
}

/** postgres.js makes NaN of a null inside a list of numbers. */
function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
