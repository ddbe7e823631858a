import type { Day } from "../../lib/day.ts";
import { eq, sql, type SQL } from "drizzle-orm";
import type { Feature } from "../../analysis/features/feature.ts";
import type { PlannedFeature } from "../../analysis/features/formula.ts";
import type { Matrix } from "../../analysis/numbers/matrix.ts";
import type { Db } from "../connection/connect.ts";
import { featureSql } from "./feature-expressions.ts";
import { binaryRows, readBinaryRows } from "../connection/binary-rows.ts";
import { customers, features, featureSets, segmentations } from "../schema/index.ts";

/** A feature set that has been computed for every customer. */
export interface SavedFeatures {
  readonly featureSetId: number;
  /** How many customers have a row. */
  readonly customers: number;
}

/**
 * Computes the planned features of every customer as a new feature set, in one statement; inside a transaction, as
 * the set's definition is completed by `defineFeatures`.
 *
 * @param asOf The day that recency and ages are counted to, `YYYY-MM-DD`.
 */
export async function saveFeatures(
  db: Db,
  planned: readonly PlannedFeature[],
  asOf: Day,
): Promise<SavedFeatures> {
  const [set] = await db
    .insert(featureSets)
    .values({ definition: [], asOf, customers: 0 })
    .returning({ id: featureSets.id });
  if (set === undefined) throw new Error("the feature set was not written");
  const measured = featureSql(
    planned.map(({ formula }) => formula),
    asOf,
  );
  const values = measured.values.map((value) => sql`coalesce(${value}, 'NaN')`);
  await db.execute(switchPlans("off"));
  const saved = await db.execute(sql`
    insert into ${features} (customer_id, feature_set_id, values)
    select ${customers.customerId}, ${set.id}::int, array[${sql.join(values, sql`, `)}]::float8[]
    ${measured.sources}`);
  await db.execute(switchPlans("on"));
  await db.execute(sql`analyze ${features}`);
  return { featureSetId: set.id, customers: saved.count };
}

/**
 * For this transaction, the plans that are slow for orders. Hashing five million by customer takes four times as long as
 * reading them in the order of the index; sorting whole lines by invoice for `count(distinct)` takes more than sorting the
 * 64-bit hashes alone. PostgreSQL 15 knows only the first setting, and sorts the hashes alone anyway.
 */
function switchPlans(to: "on" | "off"): SQL {
  return sql`select set_config(name, ${to}, true) from pg_settings
    where name in ('enable_hashagg', 'enable_presorted_aggregate')`;
}

/** Completes a feature set with what was learned of its features. */
export async function defineFeatures(
  db: Db,
  { featureSetId, customers }: SavedFeatures,
  definition: readonly Feature[],
): Promise<void> {
  await db.update(featureSets).set({ definition, customers }).where(eq(featureSets.id, featureSetId));
}

/**
 * Raw feature values of up to `limit` customers, always the same ones for the same base.
 *
 * @param width How many features the set has.
 * @returns n × width, NaN where missing.
 */
export async function loadFeatureSample(
  db: Db,
  featureSetId: number,
  { width, limit }: { readonly width: number; readonly limit: number },
): Promise<Matrix> {
  const columns = Array.from(
    { length: width },
    (_, position) => sql`${features.values}[${position + 1}::int]`,
  );
  const [row] = await db.execute<{ packed: Buffer | null }>(
    binaryRows(
      columns,
      sql`from ${features} where ${features.featureSetId} = ${featureSetId}
        order by hashint8extended(${features.customerId}, 7), ${features.customerId} limit ${limit}`,
    ),
  );
  return readBinaryRows(row?.packed ?? null, width);
}

/** Deletes a feature set that served one training. */
export async function deleteFeatures(db: Db, featureSetId: number): Promise<void> {
  await db.delete(features).where(eq(features.featureSetId, featureSetId));
  await db.delete(featureSets).where(eq(featureSets.id, featureSetId));
}

/** Deletes feature sets that a later one of the same day has replaced and that no segmentation is about. */
export async function deleteSupersededFeatures(db: Db): Promise<void> {
  await db.execute(sql`
    with superseded as (
      delete from ${featureSets} where exists (select from ${featureSets} as later
          where later.as_of = ${featureSets.asOf} and later.id > ${featureSets.id})
        and not exists (select from ${segmentations}
          where ${segmentations.featureSetId} = ${featureSets.id})
      returning id)
    delete from ${features} where ${features.featureSetId} in (select id from superseded)`);
}
