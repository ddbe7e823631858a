import { eq, sql, type SQL } from "drizzle-orm";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../connection/connect.ts";
import { mayBeContacted } from "../people/contact.ts";
import { fillThenIndex } from "../connection/fill-then-index.ts";
import { type FeaturePositions, float, preprocessedSql } from "../segmentations/assignment-sql.ts";
import { customers, features, memberships, scores } from "../schema/index.ts";

/**
 * Scores every customer of a feature set by a model, in one statement: no value leaves the server. Inside a
 * transaction, with the lock of models.
 *
 * @returns How many customers have a score.
 */
export async function saveScores(
  db: Db,
  modelId: number,
  model: StoredModel,
  set: FeaturePositions,
): Promise<number> {
  const outdated = await db.delete(scores).where(eq(scores.modelId, modelId));
  const insert = sql`
    insert into ${scores} (customer_id, model_id, probability)
    select ${features.customerId}, ${modelId}::int, 1 / (1 + exp(-(${oddsSql(model, set)})))
    from ${features} where ${features.featureSetId} = ${set.featureSetId}`;
  // What was deleted here can still be read by others, who must not wait for an index.
  const saved = await (outdated.count > 0
    ? db.execute(insert)
    : fillThenIndex(db, "scores", () => db.execute(insert)));
  return saved.count;
}

/** The calibrated log-odds of a row of `features`. */
function oddsSql(model: StoredModel, { names }: FeaturePositions): SQL {
  // Twin of `calibratedCoefficients`: the line from log-odds to a calibrated probability is folded in.
  const { shift, slope } = model.platt;
  const [intercept = 0, ...weights] = model.coefficients.map(
    (value, j) => slope * value + (j === 0 ? shift : 0),
  );
  const terms = model.columns.map(({ feature, preprocessing }, j) => {
    const preprocessed = preprocessedSql(preprocessing, names.indexOf(feature.name));
    return sql`${float(at(weights, j))} * ${preprocessed}`;
  });
  return sql.join([float(intercept), ...terms], sql` + `);
}

/** Whom a plan may choose from. */
export interface Pool {
  readonly modelId: number;
  /** Only members of this segment. */
  readonly segmentId: number | undefined;
}

/** What a cut-off gives among those who may be contacted. */
export interface PoolCount {
  readonly people: number;
  /** Sum of their probabilities. */
  readonly expectedAnswers: number;
  /** Sum of p(1 − p) over them. */
  readonly variance: number;
  /** Smallest probability among them; null when nobody is chosen. */
  readonly threshold: number | null;
  /** Among them, those whose consent is not known. */
  readonly unknownConsent: number;
}

/** Counts the customers of a pool from a probability on, at most `limit` of the likeliest. */
export async function countPool(
  db: Db,
  pool: Pool,
  { threshold, limit }: { readonly threshold: number; readonly limit?: number | undefined },
): Promise<PoolCount> {
  const [count] = await db.execute<PoolCount & Record<string, unknown>>(sql`
    select count(*)::int as people, coalesce(sum(probability order by probability), 0)::float8 as "expectedAnswers",
           coalesce(sum(probability * (1 - probability) order by probability), 0)::float8 as variance,
           min(probability)::float8 as threshold,
           (count(*) filter (where consent = 'unknown'))::int as "unknownConsent"
    from (${poolSql(pool, threshold, limit)}) as chosen`);
  return count ?? { people: 0, expectedAnswers: 0, variance: 0, threshold: null, unknownConsent: 0 };
}

/** So many probabilities of a pool, highest first, evenly spaced by rank; none of an empty pool. */
export async function loadProbabilities(db: Db, pool: Pool, count: number): Promise<readonly number[]> {
  const [found] = await db.execute<{ probabilities: number[] | null }>(sql`
    select percentile_disc(
             (select array_agg((place - 0.5) / ${count}::float8 order by place) from generate_series(1, ${count}::int) as place)
           ) within group (order by probability desc) as probabilities
    from (${poolSql(pool, 0, undefined)}) as chosen`);
  return found?.probabilities ?? [];
}

/** The chosen customers; a limit takes the likeliest, then the first by id, so that a tie at the border is always broken alike. */
export function poolSql(pool: Pool, threshold: number, limit: number | undefined): SQL {
  const chosen = chosenSql(pool, threshold);
  return limit === undefined
    ? chosen
    : sql`${chosen} order by ${scores.probability} desc, ${scores.customerId} limit ${limit}`;
}

/**
 * The same customers without an order: where a limit ends is looked up once. A list that is read page by page would else
 * have each page sort all that are chosen.
 */
export async function unsortedPoolSql(
  db: Db,
  pool: Pool,
  threshold: number,
  limit: number | undefined,
): Promise<SQL> {
  const chosen = chosenSql(pool, threshold);
  if (limit === undefined) return chosen;
  const [last] = await db.execute<{ customer: string; probability: number }>(sql`
    select customer_id as customer, probability from (${poolSql(pool, threshold, limit)}) as chosen
    order by probability, customer_id desc limit 1`);
  if (last === undefined) return chosen;
  const { customer, probability } = last;
  return sql`${chosen} and (${scores.probability} > ${probability}::float8
    or ${scores.probability} = ${probability}::float8 and ${scores.customerId} <= ${customer}::bigint)`;
}

/** Ends in its conditions, so that more can follow. */
function chosenSql({ modelId, segmentId }: Pool, threshold: number): SQL {
  const inSegment =
    segmentId === undefined
      ? sql``
      : sql`join ${memberships} on ${memberships.customerId} = ${scores.customerId}
          and ${memberships.segmentId} = ${segmentId} and ${memberships.validTo} is null`;
  return sql`
    select ${scores.customerId} as customer_id, ${scores.probability} as probability, ${customers.consent} as consent
    from ${scores} join ${customers} on ${customers.customerId} = ${scores.customerId} ${inSegment}
    where ${scores.modelId} = ${modelId} and ${scores.probability} >= ${threshold}::float8 and ${mayBeContacted}`;
}
