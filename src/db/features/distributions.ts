import { sql } from "drizzle-orm";
import type { Matrix } from "../../analysis/numbers/matrix.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../connection/connect.ts";
import { binaryRows, readBinaryRows } from "../connection/binary-rows.ts";
import { customers, features, memberships, segments } from "../schema/index.ts";
import type { ActiveSegmentation } from "../segmentations/segmentations.ts";

/** One question about one feature: which segment (its id), and the feature's position in the feature set. */
export interface DistributionQuestion {
  readonly segmentId: number;
  readonly position: number;
}

/** Where most values of a feature lie, in raw units; null where no customer has a value. */
export interface FeatureRange {
  readonly smallest: number | null;
  /** The 1 % and 99 % quantiles: a histogram between them is not squeezed by one giant. */
  readonly low: number | null;
  readonly high: number | null;
  readonly largest: number | null;
}

/** How many customers of a segment, and of the whole base, fall into each bin. */
export interface Histogram {
  /** `edges.length - 1` bins; the first and the last also hold what lies outside the edges. */
  readonly edges: readonly number[];
  readonly segment: readonly number[];
  readonly base: readonly number[];
  readonly missing: { readonly segment: number; readonly base: number };
}

/** How many customers of a segment, and of the base, have a level of a text attribute. */
export interface LevelCount {
  /** Null for customers without the attribute. */
  readonly level: string | null;
  readonly segment: number;
  readonly base: number;
}

/** Where the values of a feature lie, over the whole base. */
export async function loadFeatureRange(
  db: Db,
  active: ActiveSegmentation,
  position: number,
): Promise<FeatureRange> {
  const [range] = await db.execute<FeatureRange & Record<string, unknown>>(sql`
    select min(value) as smallest,
           percentile_cont(0.01) within group (order by value) as low,
           percentile_cont(0.99) within group (order by value) as high,
           max(value) as largest
    from (select ${features.values}[${position + 1}::int] as value from ${features}
          where ${features.featureSetId} = ${active.featureSetId}) as column_of_values
    where value <> 'NaN'`);
  return range ?? { smallest: null, low: null, high: null, largest: null };
}

/**
 * Counts a feature's values between edges, for a segment and the base in one pass.
 *
 * @param edges Ascending, at least two, in raw units: see `histogramEdges`.
 */
export async function loadHistogram(
  db: Db,
  active: ActiveSegmentation,
  { segmentId, position }: DistributionQuestion,
  edges: readonly number[],
): Promise<Histogram> {
  const inner = sql.join(
    edges.slice(1, -1).map((edge) => sql`${edge}::float8`),
    sql`, `,
  );
  const rows = await db.execute<{ bin: number | null; segment: number; base: number }>(sql`
    select case when value <> 'NaN' then width_bucket(value, array[${inner}]::float8[]) end as bin,
           count(*) filter (where segment_id = ${segmentId})::int as segment,
           count(*)::int as base
    from (select ${features.values}[${position + 1}::int] as value, ${memberships.segmentId} as segment_id
          from ${memberships}
          join ${features} on ${features.customerId} = ${memberships.customerId}
            and ${features.featureSetId} = ${active.featureSetId}
          where ${memberships.segmentationId} = ${active.id} and ${memberships.validTo} is null) as placed
    group by 1`);
  const bins = Array.from({ length: edges.length - 1 }, (_, bin) => rows.find((row) => row.bin === bin));
  const missing = rows.find((row) => row.bin === null);
  return {
    edges,
    segment: bins.map((row) => row?.segment ?? 0),
    base: bins.map((row) => row?.base ?? 0),
    missing: { segment: missing?.segment ?? 0, base: missing?.base ?? 0 },
  };
}

/** Counts the levels of a text attribute (education, city), most frequent in the base first. */
export async function loadLevels(
  db: Db,
  active: ActiveSegmentation,
  segmentId: number,
  attribute: string,
): Promise<readonly LevelCount[]> {
  const rows = await db.execute<LevelCount & Record<string, unknown>>(sql`
    select ${customers.attributes} ->> ${attribute} as level,
           count(*) filter (where ${memberships.segmentId} = ${segmentId})::int as segment,
           count(*)::int as base
    from ${memberships}
    join ${customers} on ${customers.customerId} = ${memberships.customerId}
    where ${memberships.segmentationId} = ${active.id} and ${memberships.validTo} is null
    group by 1 order by base desc, level`);
  return rows;
}

/**
 * Up to `limit` placed customers with all their features: always the same ones for the same base.
 *
 * @returns n × (1 + width): the id of the segment, then the raw values, NaN where missing.
 */
export async function loadPlacedSample(
  db: Db,
  set: { readonly segmentationId: number; readonly featureSetId: number; readonly width: number },
  limit: number,
): Promise<Matrix> {
  const columns = Array.from(
    { length: set.width },
    (_, position) => sql`coalesce(${features.values}[${position + 1}::int], 'NaN')`,
  );
  const [row] = await db.execute<{ packed: Buffer | null }>(
    binaryRows(
      [sql`${memberships.segmentId}::float8`, ...columns],
      sql`from ${memberships}
        join ${features} on ${features.customerId} = ${memberships.customerId}
          and ${features.featureSetId} = ${set.featureSetId}
        where ${memberships.segmentationId} = ${set.segmentationId} and ${memberships.validTo} is null
        order by hashint8extended(${memberships.customerId}, 7), ${memberships.customerId} limit ${limit}`,
    ),
  );
  return readBinaryRows(row?.packed ?? null, set.width + 1);
}

/** Some placed customers: their raw feature values, and where they are. */
export interface SegmentSample {
  /** A row per customer, a column per name in `active.placement.features`; NaN where a value is missing. */
  readonly points: Matrix;
  /** The number of the segment of each row. */
  readonly segments: readonly number[];
}

/** Up to `limit` placed customers for a picture: always the same ones for the same base, in no order that matters. */
export async function loadMapSample(
  db: Db,
  active: ActiveSegmentation,
  limit: number,
): Promise<SegmentSample> {
  const names = active.placement.features;
  const positions = names.map((name) => active.features.findIndex((feature) => feature.name === name));
  const columns = positions.map((position) => sql`coalesce(${features.values}[${position + 1}::int], 'NaN')`);
  const [row] = await db.execute<{ packed: Buffer | null }>(
    binaryRows(
      [sql`${segments.number}::float8`, ...columns],
      sql`from ${memberships}
        join ${segments} on ${segments.id} = ${memberships.segmentId}
        join ${features} on ${features.customerId} = ${memberships.customerId}
          and ${features.featureSetId} = ${active.featureSetId}
        where ${memberships.segmentationId} = ${active.id} and ${memberships.validTo} is null
        order by hashint8extended(${memberships.customerId}, 7), ${memberships.customerId} limit ${limit}`,
    ),
  );
  const { rows, values } = readBinaryRows(row?.packed ?? null, names.length + 1);
  const width = names.length + 1;
  const points = new Float64Array(rows * names.length);
  for (let i = 0; i < rows; i++) {
    points.set(values.subarray(i * width + 1, (i + 1) * width), i * names.length);
  }
  return {
    points: { rows, columns: names.length, values: points },
    segments: Array.from({ length: rows }, (_, i) => at(values, i * width)),
  };
}
