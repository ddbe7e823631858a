import { eq, sql, type SQL } from "drizzle-orm";
import type { LaterAnswers, Spread, Watched } from "../../analysis/response/drift.ts";
import type { Db } from "../connection/connect.ts";
import { features, responseModels, responses, scores } from "../schema/index.ts";

/** A column that a model reads: where it stands among today's features, and its spread at training. */
export interface WatchedColumn {
  /** Counted from 0; -1 when it is gone, and everyone counts as missing. */
  readonly position: number;
  readonly spread: Spread | undefined;
}

/** Customers that are counted; more change the third digit of a share. */
const sampleSize = 20_000;

/** Counts a sample of today's customers by the bins of every column. */
export async function countBins(
  db: Db,
  featureSetId: number,
  columns: readonly WatchedColumn[],
): Promise<Watched["counts"]> {
  if (columns.length === 0) return [];
  const rows = await db.execute<{ place: number; bin: number; customers: number }>(sql`
    with sample as materialized (
      select ${features.values} as v from ${features} where ${features.featureSetId} = ${featureSetId}
      order by hashint8extended(${features.customerId}, 7), ${features.customerId} limit ${sampleSize})
    ${sql.join(columns.map(countSql), sql` union all `)}`);
  return columns.map(({ spread }, column) => {
    const counts = Array.from({ length: (spread?.edges.length ?? 0) + 2 }, () => 0);
    for (const { place, bin, customers } of rows) if (place === column) counts[bin] = customers;
    return counts;
  });
}

function countSql({ position, spread }: WatchedColumn, place: number): SQL {
  const edges = spread?.edges ?? [];
  const value = position < 0 ? sql`'NaN'::float8` : sql`v[${position + 1}::int]`;
  const bin = sql`case when ${value} = 'NaN' then ${edges.length + 1}::int else width_bucket(${value}, ${limitsSql(edges)}) end`;
  return sql`select ${place}::int as place, ${bin} as bin, count(*)::int as customers from sample group by 2`;
}

/** Counts everyone by the bins of the model's probabilities. */
export async function countScores(
  db: Db,
  modelId: number,
  edges: readonly number[],
): Promise<Watched["scores"]> {
  const rows = await db.execute<{ bin: number; customers: number }>(sql`
    select width_bucket(${scores.probability}, ${limitsSql(edges)}) as bin, count(*)::int as customers
    from ${scores} where ${scores.modelId} = ${modelId} group by 1`);
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const { bin, customers } of rows) counts[bin] = customers;
  return counts;
}

function limitsSql(edges: readonly number[]): SQL {
  const limits = edges.map((edge) => sql`${edge}::float8`);
  return sql`array[${sql.join(limits, sql`, `)}]::float8[]`;
}

/**
 * What a model promised, by the scores that stand, of the latest campaign after the one that it learned from; to be
 * asked before customers are scored anew, for the new scores know what happened since.
 *
 * @returns Undefined when there is no later campaign with a date.
 */
export async function countLaterAnswers(
  db: Db,
  model: { readonly id: number; readonly campaign: string },
): Promise<LaterAnswers | undefined> {
  const [found] = await db.execute<LaterAnswers & Record<string, unknown>>(sql`
    with dated as (select campaign, min(at) as day from ${responses} group by 1),
    latest as (
      select campaign from dated where day > (select day from dated where campaign = ${model.campaign})
      order by day desc, campaign desc limit 1)
    select campaign, count(*)::int as asked, (count(*) filter (where ${responses.responded}))::int as answered,
           sum(${scores.probability})::float8 as expected,
           sum(${scores.probability} * (1 - ${scores.probability}))::float8 as variance
    from ${responses} join latest using (campaign)
    join ${scores} on ${scores.customerId} = ${responses.customerId} and ${scores.modelId} = ${model.id}
    group by 1`);
  return found;
}

/** What was last seen of a model; undefined for one that was never looked at. */
export async function findWatched(db: Db, modelId: number): Promise<Watched | undefined> {
  const [row] = await db
    .select({ watched: responseModels.watched })
    .from(responseModels)
    .where(eq(responseModels.id, modelId));
  return row?.watched ?? undefined;
}

export async function saveWatched(db: Db, modelId: number, watched: Watched): Promise<void> {
  await db.update(responseModels).set({ watched }).where(eq(responseModels.id, modelId));
}
