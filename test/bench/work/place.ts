/**
 * Divides a base of ten features and writes everyone's segment back, the model sent to the data: <server> <database> <k>.
 * The result is the inertia of all customers per customer, in scaled units.
 */
import { sql } from "drizzle-orm";
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { learnPreprocessing } from "../../../src/analysis/features/learn-preprocessing.ts";
import { preprocessRows } from "../../../src/analysis/features/preprocessing.ts";
import { place } from "../../../src/analysis/placement/place.ts";
import { columnOf, rowsOf } from "../../../src/analysis/numbers/matrix.ts";
import { connect } from "../../../src/db/connection/connect.ts";
import { loadFeatureSample } from "../../../src/db/features/features.ts";
import { saveMemberships } from "../../../src/db/segmentations/memberships.ts";
import { memberships } from "../../../src/db/schema/index.ts";
import { databaseUrl } from "../database.ts";
import { argument, measure } from "../measurement.ts";

const { db, close } = connect(databaseUrl(argument(0), argument(1)), 1);
const k = Number(argument(2));
const names = Array.from({ length: 10 }, (_, column) => `f${column}`);
await db.execute(sql`truncate ${memberships}`);
await measure(async () => {
  const sample = await loadFeatureSample(db, 1, { width: names.length, limit: 20_000 });
  const preprocessings = names.flatMap((_, column) => {
    const learned = learnPreprocessing(columnOf(sample, column), { never: false, logAllowed: false });
    return learned === undefined ? [] : [learned.preprocessing];
  });
  const { centroids } = kMeans(preprocessRows(sample, preprocessings), k, { seed: 7 });
  const placement = {
    features: names,
    preprocessings,
    by: "centroids",
    centroids: rowsOf(centroids),
  } as const;
  const segmentIds = Array.from({ length: k }, (_, label) => label + 1);
  const target = { segmentationId: 1, placement, segmentIds, asOf: "2026-01-01", place } as const;
  await db.transaction((tx) => saveMemberships(tx, target, { featureSetId: 1, names }));
  const [row] = await db.execute<{ inertia: number }>(
    sql`select avg(distance ^ 2)::float8 as inertia from ${memberships}`,
  );
  return row?.inertia ?? NaN;
});
await close();
