import { lockInTransaction } from "../connection/locks.ts";
import type { Db } from "../connection/connect.ts";
import { countBins, countLaterAnswers, countScores, findWatched, saveWatched } from "./model-watch.ts";
import { loadActiveModel, type SavedModel } from "./response-models.ts";
import { saveScores } from "./scores.ts";
import { loadActive } from "../segmentations/segmentations.ts";

/**
 * Scores everyone anew by a model, and looks at what has moved since it was trained; inside a transaction, after
 * the lock of models. Nothing is done where nobody was measured yet.
 *
 * @returns How many customers have a score.
 */
export async function scoreEveryone(
  db: Db,
  saved: Pick<SavedModel, "id" | "campaign" | "model">,
): Promise<number> {
  const active = await loadActive(db);
  if (active === undefined) return 0;
  const { id, model } = saved;
  const names = active.features.map(({ name }) => name);
  const answers = await laterAnswers(db, saved);
  const scored = await saveScores(db, id, model, { featureSetId: active.featureSetId, names });
  const columns = model.columns.map(({ feature, spread }) => ({
    position: names.indexOf(feature.name),
    spread,
  }));
  const counts = await countBins(db, active.featureSetId, columns);
  const scores = model.spread === undefined ? [] : await countScores(db, id, model.spread.edges);
  await saveWatched(db, id, { asOf: active.asOf, counts, scores, answers });
  return scored;
}

/** Scores follow the features: the model in use says of today's customers what they are today. */
export async function scoreAgain(db: Db): Promise<void> {
  await lockInTransaction(db, "models");
  const model = await loadActiveModel(db);
  if (model !== undefined) await scoreEveryone(db, model);
}

/** A campaign is judged by the scores that stood when its answers came in, so what was seen of it stays. */
async function laterAnswers(db: Db, saved: Pick<SavedModel, "id" | "campaign">) {
  const [before, now] = [
    (await findWatched(db, saved.id))?.answers ?? null,
    await countLaterAnswers(db, saved),
  ];
  const isKnown = before !== null && before.campaign === now?.campaign && before.asked === now.asked;
  return isKnown ? before : (now ?? null);
}
