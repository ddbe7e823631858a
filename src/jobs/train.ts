import { chooseAsOf } from "../analysis/features/as-of.ts";
import type { PlannedFeature } from "../analysis/features/formula.ts";
import { planFeatures } from "../analysis/features/plan.ts";
import { type Matrix, columnOf, takeColumns } from "../analysis/matrix.ts";
import type { TrainingData } from "../analysis/response/held-out.ts";
import { refuseTraining } from "../analysis/response/refusal.ts";
import type { StoredModel } from "../analysis/response/stored-model.ts";
import { type ModelFeature, storeTraining } from "../analysis/response/store-training.ts";
import type { Variable } from "../analysis/response/selection.ts";
import {
  type OnProgress,
  type Trained,
  trainAgainst,
  type TrainingRequest,
} from "../analysis/response/train-against.ts";
import { loadBaseFacts } from "../db/base-facts.ts";
import type { Db } from "../db/connect.ts";
import { deleteSupersededFeatures, saveFeatures } from "../db/features.ts";
import {
  adoptModel,
  type Campaign,
  loadActiveModel,
  loadCampaigns,
  loadTrainingRows,
  lockModels,
  saveModel,
} from "../db/response-models.ts";
import { scoreEveryone } from "../db/score-everyone.ts";
import { UserError } from "../errors.ts";
import type { Job, JobContext, TrainAway } from "./job.ts";
import { refusalSentence, trainSays } from "./train-words.ts";

/** What a `train` job is asked. */
export type TrainPayload = {
  /** Names of the only features to use; by default the nine that tell most are chosen. */
  readonly using?: readonly string[];
  readonly seed?: number;
};

/** Rows that are trained on at most; more change the fourth digit. */
const mostRows = 100_000;
const chosenVariables = 9;
const seedByDefault = 7;

/** Trains a response model, and ends with its card. */
export const train: Job<TrainPayload> = {
  task: "train",
  async run(payload, context) {
    return `model m${await trainIn(context, payload)}`;
  },
};

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
  { using, seed = seedByDefault }: TrainPayload = {},
): Promise<number> {
  const { db, asker, signal } = context;
  const says = trainSays[asker.locale];
  context.report({ step: says.reading, done: 0, total: 0 });
  const [campaign] = await loadCampaigns(db);
  if (campaign === undefined) throw new UserError(says.noResponses, { hint: "data import" });
  const { planned, rows } = await loadMeasured(context, campaign);
  const data = trainingData(planned, rows, using);
  const refusal = refuseTraining(data);
  if (refusal !== undefined) throw new UserError(refusalSentence(refusal, says), { hint: "list" });
  const choose = using === undefined ? chosenVariables : undefined;
  const features = planned.map(({ feature }) => feature);
  const model = await trainAndStore({ data, features, seed, choose, campaign }, context);
  signal.throwIfAborted();
  context.report({ step: says.scoring, done: 0, total: 0 });
  return keep(db, { campaign: campaign.name, model, seed });
}

/**
 * Features of everyone who was asked, as of the day the campaign went out: nothing that came after it is seen. They
 * are made for the training and go with its transaction.
 */
async function loadMeasured(
  { db, now }: JobContext,
  campaign: Campaign,
): Promise<{ planned: readonly PlannedFeature[]; rows: Matrix }> {
  return db.transaction(async (tx) => {
    const facts = await loadBaseFacts(tx);
    const asOf = campaign.day ?? chooseAsOf(facts, now.toISOString().slice(0, 10));
    // Without a date, how many campaigns a customer answered holds the answer itself.
    const planned = planFeatures(facts, asOf).filter(
      ({ formula }) => campaign.day !== null || formula.from !== "responses",
    );
    const { featureSetId } = await saveFeatures(tx, planned, asOf);
    const question = { featureSetId, width: planned.length, campaign: campaign.name, limit: mostRows };
    const rows = await loadTrainingRows(tx, question);
    await deleteSupersededFeatures(tx);
    return { planned, rows };
  });
}

function trainingData(
  planned: readonly PlannedFeature[],
  rows: Matrix,
  using: readonly string[] | undefined,
): TrainingData {
  const outcome = rows.columns - 1;
  const variables = variablesOf(planned).filter(({ name }) => using === undefined || using.includes(name));
  return {
    raw: takeColumns(
      rows,
      planned.map((_, column) => column),
    ),
    variables,
    outcomes: Uint8Array.from(columnOf(rows, outcome)),
  };
}

/** The levels of one text column are one variable; every other feature is its own. */
function variablesOf(planned: readonly PlannedFeature[]): readonly Variable[] {
  const groups = new Map<string, number[]>();
  planned.forEach(({ feature, formula }, column) => {
    const name = formula.from === "level" || formula.from === "otherLevel" ? formula.attribute : feature.name;
    groups.set(name, [...(groups.get(name) ?? []), column]);
  });
  return [...groups].map(([name, columns]) => ({ name, columns }));
}

interface Training extends Pick<TrainingRequest, "data" | "seed" | "choose"> {
  readonly features: readonly ModelFeature[];
  readonly campaign: Campaign;
}

/** The model as it is kept, measured against the one in use. */
async function trainAndStore(
  { features, campaign, ...wanted }: Training,
  context: JobContext,
): Promise<StoredModel> {
  const inUse = await loadActiveModel(context.db);
  const champion = inUse && { model: inUse.model, sameAnswers: inUse.campaign === campaign.name };
  const names = features.map(({ name }) => name);
  const trained = await trainElsewhere({ ...wanted, features: names, champion }, context);
  const model = storeTraining(trained, wanted.data, features);
  const difference = trained.againstChampion;
  return inUse && difference ? { ...model, champion: { id: inUse.id, difference } } : model;
}

/** In a thread where there is one, so that a wish to stop is heard meanwhile. */
function trainElsewhere(request: TrainingRequest, context: JobContext): Promise<Trained> {
  const { asker, signal } = context;
  const { training } = trainSays[asker.locale];
  const onProgress: OnProgress = (share) => {
    signal.throwIfAborted();
    context.report({ step: training, done: share, total: 1 });
  };
  const away: TrainAway =
    context.trainAway ?? ((...[wanted, tell]) => Promise.resolve(trainAgainst(wanted, tell)));
  return away(request, onProgress, signal);
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
    await lockModels(tx);
    const id = await saveModel(tx, { campaign, model, seed });
    await scoreEveryone(tx, { id, campaign, model });
    if ((await loadActiveModel(tx)) === undefined) await adoptModel(tx, id);
    return id;
  });
}
