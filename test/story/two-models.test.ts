import { lockInTransaction } from "../../src/db/connection/locks.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { StoredModel } from "../../src/analysis/response/stored-model.ts";
import { storeTraining } from "../../src/analysis/response/store-training.ts";
import { trainAgainst } from "../../src/analysis/response/train-against.ts";
import { at } from "../../src/lib/at.ts";
import { openRows } from "../../src/commands/verbs/export/open-rows.ts";
import { findPlan } from "../../src/db/campaigns/plans.ts";
import { adoptModel, saveModel } from "../../src/db/campaigns/response-models.ts";
import { scoreAgain, scoreEveryone } from "../../src/db/campaigns/score-everyone.ts";
import { answerOn, fillSmallShop, someone } from "../commands/small-shop.ts";
import { freshDatabase } from "../database.ts";

const { db } = await freshDatabase();
const logged: string[] = [];
const answer = answerOn(db, (line) => logged.push(line));
const say = (line: string) => answer(line, someone());

/** Says the same of everybody, so that one customer scored by another model shows at once. */
const saysOf = new Map([
  [1, 0.25],
  [2, 0.75],
]);

describe("two models, while one takes the other's place", () => {
  beforeAll(async () => {
    await fillSmallShop(db);
    for (const probability of saysOf.values()) await keep(modelThatSays(probability));
    await db.transaction((tx) => adoptModel(tx, 1));
  });

  it("never stand mixed in a plan or in its list, however often they change during a retrain", async () => {
    const end = new AbortController();
    const { signal } = end;
    const changes = (async () => {
      for (let round = 0; round < 8; round += 1) {
        for (const line of ["model adopt m2", "model rollback", "model adopt m2", "model adopt m1"]) {
          expect((await say(line)).outcome).toBe("ok");
        }
      }
      end.abort();
    })();
    const rescoring = (async () => {
      while (!signal.aborted) await db.transaction((tx) => scoreAgain(tx));
    })();
    const retraining = (async () => {
      while (!signal.aborted) await keep(modelThatSays(0.5));
    })();
    const seen = new Set<number>();
    const reading = (async () => {
      while (!signal.aborted) seen.add(await readPlan());
    })();
    await Promise.all([changes, rescoring, retraining, reading]);
    expect(seen).toEqual(new Set([1, 2]));
    expect(logged.filter((line) => line.includes('"error"'))).toEqual([]);
  });
});

/** Draws a plan of everybody and opens its list. @returns The one model that both are of. */
async function readPlan(): Promise<number> {
  const plan = await say("target top 1000");
  const { plan: id, people, expectedAnswers } = plan.data as { [name: string]: number };
  const modelId = (await findPlan(db, id ?? 0))?.modelId ?? 0;
  const probability = saysOf.get(modelId) ?? Number.NaN;
  expect(people).toBe(39); // one of the forty said no
  expect(expectedAnswers).toBeCloseTo(39 * probability, 9);
  const list = await say(`export p${id} anyway`);
  const file = at(list.files ?? [], 0);
  for await (const row of (await openRows(db, file.source, "en")).rows) {
    expect(Number(row[2])).toBeCloseTo(probability, 3);
  }
  return modelId;
}

/** As the job that trains keeps a model: a candidate with its scores. */
function keep(model: StoredModel): Promise<void> {
  return db.transaction(async (tx) => {
    await lockInTransaction(tx, "models");
    const id = await saveModel(tx, { campaign: "spring", model, seed: 7 });
    await scoreEveryone(tx, { id, campaign: "spring", model });
  });
}

function modelThatSays(probability: number): StoredModel {
  const odds = Math.log(probability / (1 - probability));
  return { ...trained, columns: [], variables: [], coefficients: [odds], platt: { shift: 0, slope: 1 } };
}

const values = Float64Array.from({ length: 40 }, (_, i) => i % 7);
const data = {
  raw: { rows: 40, columns: 1, values },
  variables: [{ name: "visits", columns: [0] }],
  outcomes: Uint8Array.from(values, (value, i) => (value > 4 || i % 9 === 0 ? 1 : 0)),
};
const request = { data, features: ["visits"], seed: 7, choose: undefined, champion: undefined };
const labels = { en: "Visits", es: "Visitas", pt: "Visitas" };
const trained = storeTraining(
  trainAgainst(request, () => undefined),
  data,
  [{ name: "visits", labels, unit: "count", family: "behaviour" }],
);
