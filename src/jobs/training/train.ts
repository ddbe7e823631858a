import { dayOf } from "../../lib/day.ts";
import { lockInTransaction } from "../../db/connection/locks.ts";
import type { TrainingData } from "../../analysis/response/held-out.ts";
import { refuseTraining } from "../../analysis/response/refusal.ts";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import { type ModelFeature, storeTraining } from "../../analysis/response/store-training.ts";
import type { OnProgress, Trained, TrainingRequest } from "../../analysis/response/train-against.ts";
import type { Db } from "../../db/connection/connect.ts";
import { adoptModel, loadActiveModel, loadCampaigns, saveModel } from "../../db/campaigns/response-models.ts";
import type { Payload } from "../../db/requests/tasks.ts";
import { scoreEveryone } from "../../db/campaigns/score-everyone.ts";
import { UserError } from "../../contract/errors.ts";
import type { Job, JobContext } from "../runner/job.ts";
import { dataOf, loadMeasured, splitByTime } from "./train-data.ts";
import { pickVariables, variablesOf } from "./train-variables.ts";
import { refusalSentence, trainSays } from "./train-words.ts";

const chosenVariables = 9;
const seedByDefault = 7;

/** Trains a response model. */
export const train: Job<"train"> = async (payload, context) => ({
  modelId: await trainIn(context, payload),
});

/**
 * Trains a response model on the latest campaign with answers, for whoever asked for the job that it is part of. The
 * first one is adopted; a later one waits as a candidate for a person's word. Model and scores are written in one
 * transaction.
 *
 * @returns The model's id.
 * @throws {UserError} When there is nothing to learn from.
 */
export async function trainIn(
  context: JobContext,
  { using, seed = seedByDefault }: Payload<"train"> = {},
): Promise<number> {
  const { db, actor, signal, now } = context;
  const says = trainSays[actor.locale];
  context.report({ step: says.reading, done: 0, total: 0 });
  const campaigns = await loadCampaigns(db);
  const [campaign] = campaigns;
  if (campaign === undefined) throw new UserError(says.noResponses, { hint: "data import" });
  const measured = await loadMeasured(db, campaigns, dayOf(now));
  const { planned } = measured;
  const isNamed = using !== undefined && using !== "all";
  const variables = isNamed ? pickVariables(planned, using, actor.locale) : variablesOf(planned);
  const data = dataOf(measured.rows, { variables, isPlain: isNamed });
  const refusal = refuseTraining(data);
  if (refusal !== undefined) throw new UserError(refusalSentence(refusal, says), { hint: "list" });
  const choose = using === undefined ? chosenVariables : undefined;
  const features = planned.map(({ feature }) => feature);
  const split = splitByTime(measured, data);
  const model = await trainAndStore(
    { data, features, seed, choose, split, campaign: campaign.name },
    context,
  );
  signal.throwIfAborted();
  context.report({ step: says.scoring, done: 0, total: 0 });
  return keep(db, { campaign: campaign.name, model, seed });
}

interface Training {
  readonly data: TrainingData;
  readonly seed: number;
  readonly choose: number | undefined;
  readonly split: ReturnType<typeof splitByTime>;
  readonly features: readonly ModelFeature[];
  readonly campaign: string;
}

/** The model as it is kept, measured against the one in use. */
async function trainAndStore(
  { data, features, split, campaign, ...wanted }: Training,
  context: JobContext,
): Promise<StoredModel> {
  const inUse = await loadActiveModel(context.db);
  const champion = inUse && { model: inUse.model, sameAnswers: inUse.campaign === campaign };
  const names = features.map(({ name }) => name);
  const request = { ...wanted, data, features: names, champion, ...(split && { split }) };
  const trained = await trainTelling(request, context);
  const { againstChampion: difference, onLater: quality } = trained;
  return {
    ...storeTraining(trained, data, features),
    ...(split && quality && { later: { earlier: split.earlier, quality } }),
    ...(inUse && difference && { champion: { id: inUse.id, difference } }),
  };
}

function trainTelling(request: TrainingRequest, context: JobContext): Promise<Trained> {
  const { actor, signal } = context;
  const { training } = trainSays[actor.locale];
  const onProgress: OnProgress = (share) => {
    signal.throwIfAborted();
    context.report({ step: training, done: share, total: 1 });
  };
  return context.train(request, onProgress, signal);
}

/** Writes the model, its scores, and adopts it when there is none yet. */
function keep(
  db: Db,
  {
    campaign,
    model,
    seed,
  }: { readonly campaign: string; readonly model: StoredModel; readonly seed: number },
): Promise<number> {
  return db.transaction(async (tx) => {
    await lockInTransaction(tx, "models");
    const id = await saveModel(tx, { campaign, model, seed });
    await scoreEveryone(tx, { id, campaign, model });
    if ((await loadActiveModel(tx)) === undefined) await adoptModel(tx, id);
    return id;
  });
}
