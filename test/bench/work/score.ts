/**
 * Scores every customer of a base of ten features by a response model, the model sent to the data: <server> <database>.
 * The result is how many have a score.
 */
import { sql } from "drizzle-orm";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { storeTraining } from "../../../src/analysis/response/store-training.ts";
import { trainAgainst } from "../../../src/analysis/response/train-against.ts";
import { connect } from "../../../src/db/connection/connect.ts";
import { loadFeatureSample } from "../../../src/db/features/features.ts";
import { scores } from "../../../src/db/schema/index.ts";
import { saveScores } from "../../../src/db/campaigns/scores.ts";
import { databaseUrl } from "../database.ts";
import { argument, measure } from "../measurement.ts";

const { db, close } = connect(databaseUrl(argument(0), argument(1)), 1);
const names = Array.from({ length: 10 }, (_, column) => `f${column}`);
const raw = await loadFeatureSample(db, 1, { width: names.length, limit: 2_000 });
const random = createRandom(7);
const outcomes = new Uint8Array(raw.rows).map(() => (random.next() < 0.15 ? 1 : 0));
const variables = names.map((name, column) => ({ name, columns: [column] }));
const data = { raw, variables, outcomes };
const request = { data, features: names, seed: 7, choose: undefined, champion: undefined };
const model = storeTraining(
  trainAgainst(request, () => undefined),
  data,
  names.map((name) => ({
    name,
    labels: { en: name, es: name, pt: name },
    unit: "none",
    family: "behaviour",
  })),
);
await db.execute(sql`truncate ${scores}`);
await measure(() => db.transaction((tx) => saveScores(tx, 1, model, { featureSetId: 1, names })));
await close();
