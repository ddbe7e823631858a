/** Recency, frequency and monetary of every customer of the orders' database, saved as a feature set: <server> <database>. */
import { sql } from "drizzle-orm";
import type { PlannedFeature } from "../../../src/analysis/features/formula.ts";
import { connect } from "../../../src/db/connection/connect.ts";
import { saveFeatures } from "../../../src/db/features/features.ts";
import { features } from "../../../src/db/schema/index.ts";
import { databaseUrl } from "../database.ts";
import { argument, measure } from "../measurement.ts";

const { db, close } = connect(databaseUrl(argument(0), argument(1)), 1);
const planned = (["recency", "frequency", "monetary"] as const).map(
  (measured) => ({ formula: { from: "orders", measure: measured } }) as PlannedFeature,
);
await db.execute(sql`truncate ${features}`);
await measure(() =>
  db.transaction(async (tx) => {
    const { featureSetId } = await saveFeatures(tx, planned, "2026-01-01");
    const [sum] = await tx.execute<{ money: number }>(
      sql`select sum(values[3])::float8 as money from ${features} where feature_set_id = ${featureSetId}`,
    );
    return sum?.money ?? NaN;
  }),
);
await close();
