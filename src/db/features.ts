import { eq, sql } from "drizzle-orm";
import type { Feature } from "../analysis/features/feature.ts";
import type { PlannedFeature } from "../analysis/features/formula.ts";
import type { Matrix } from "../analysis/matrix.ts";
import type { Db } from "./connect.ts";
import { featureExpression, featureSources } from "./feature-expressions.ts";
import { packedRows, unpackRows } from "./packed.ts";
import { customers, features, featureSets, segmentations } from "./schema.ts";

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
  asOf: string,
): Promise<SavedFeatures> {
  const [set] = await db
    .insert(featureSets)
    .values({ definition: [], asOf, customers: 0 })
    .returning({ id: featureSets.id });
  if (set === undefined) throw new Error("the feature set was not written");
  const formulas = planned.map(({ formula }) => formula);
  const values = formulas.map((formula) => sql`coalesce(${featureExpression(formula, asOf)}, 'NaN')`);
  // Hashing five million orders by customer takes four times as long as reading them in the order of the index.
  await db.execute(sql`set local enable_hashagg = off`);
  const saved = await db.execute(sql`
    insert into ${features} (customer_id, feature_set_id, values)
    select ${customers.customerId}, ${set.id}::int, array[${sql.join(values, sql`, `)}]::float8[]
    ${featureSources(formulas, asOf)}`);
  await db.execute(sql`set local enable_hashagg = on`);
  await db.execute(sql`analyze ${features}`);
  return { featureSetId: set.id, customers: saved.count };
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
    packedRows(
      columns,
      sql`from ${features} where ${features.featureSetId} = ${featureSetId}
        order by hashint8extended(${features.customerId}, 7), ${features.customerId} limit ${limit}`,
    ),
  );
  return unpackRows(row?.packed ?? null, width);
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
