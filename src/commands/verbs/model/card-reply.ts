import type { Watched } from "../../../analysis/response/drift.ts";
import type { LaterQuality, StoredModel } from "../../../analysis/response/stored-model.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Action, Fact, JsonObject, ReplyBody } from "../../../contract/reply.ts";
import { changedSentence, movedSentence } from "../../speech/model-moved.ts";
import { calibrationChart, gainChart, liftChart, reachedBy } from "./charts.ts";
import { messageSays } from "./card-message-words.ts";
import { says } from "./words.ts";

/** The model card: how well it tells who answers, whether its figures can be taken at their word, what it reads. */
export function cardReply(saved: SavedModel, watched: Watched | undefined, format: Format): ReplyBody {
  const { locale } = format;
  const words = messageSays[locale];
  const { model } = saved;
  const { quality, grade } = model;
  const changed = changedSentence(model, watched, format);
  return {
    headline: words.headline(`m${saved.id}`, grade.letter, format.percent(quality.auc.value, 0)),
    facts: [
      {
        label: words.learned,
        value: words.from(format.number(quality.answers), format.number(quality.customers), saved.campaign),
      },
      {
        label: words.bestFifth,
        value: format.percent(reachedBy(model, 0.2), 0),
        comparison: words.byChance(format.percent(0.2, 0)),
      },
      { label: words.honest, value: words.offBy(format.number(quality.calibrationError * 100, 1)) },
      ...laterFact(model, format),
      { label: words.reads, value: format.list(model.variables.map(({ labels }) => labels[locale])) },
    ],
    paragraphs: [
      ...grade.reasons.map((reason) => words.reasons[reason]),
      ...(model.isPlain ? [words.plain] : []),
      ...championSentence(model, format),
      ...challengerSentence(model, format),
      ...(changed === undefined ? [] : [changed]),
    ],
    charts: [gainChart(model, format), liftChart(model, format), calibrationChart(model, format)],
    ...caveatOf(model, watched, format),
    actions: cardActions(saved, format),
    footer: [words.heldOut, says[locale].status[saved.status]],
    data: cardData(saved),
  };
}

/** Cross-validation mixes the times; this is what came of learning earlier and being asked later. */
function laterFact({ later }: StoredModel, format: Format): readonly Fact[] {
  if (later === undefined) return [];
  const words = messageSays[format.locale];
  const { earlier, quality } = later;
  return [
    {
      label: words.later,
      value: words.laterPairs(format.percent(quality.auc.value, 0)),
      comparison:
        "campaign" in earlier
          ? words.fromCampaign(earlier.campaign)
          : words.fromJoined(format.date(new Date(earlier.joinedBefore))),
    },
  ];
}

function cardActions({ id, status }: SavedModel, { locale }: Format): readonly Action[] {
  const words = messageSays[locale];
  return [
    ...(status === "active"
      ? []
      : [{ label: says[locale].adopt(`m${id}`), line: `model adopt m${id}`, style: "primary" } as const]),
    { label: words.goals, line: "goals" },
    { label: words.retrain, line: "model retrain" },
    { label: words.versions, line: "model versions" },
  ];
}

/** What has moved so far that the figures above may be those of yesterday. */
function caveatOf(model: StoredModel, watched: Watched | undefined, format: Format): { caveat?: string } {
  const caveat = movedSentence(model, watched, format);
  return caveat === undefined ? {} : { caveat };
}

/** How it did against the model that was in use when it was trained: by the interval of the paired difference. */
function championSentence({ champion }: StoredModel, { locale }: Format): readonly string[] {
  if (champion === undefined) return [];
  const { low, high } = champion.difference;
  const verdict = high < 0 ? "better" : low > 0 ? "worse" : "alike";
  return [messageSays[locale].champion[verdict](`m${champion.id}`)];
}

/** Whether the full model would do better on the same customers. */
function challengerSentence({ challenger }: StoredModel, { locale }: Format): readonly string[] {
  return challenger === undefined || challenger.low <= 0 ? [] : [messageSays[locale].challengerBetter];
}

function laterData({
  earlier,
  quality: { auc, logLoss, customers, answers, meanProbability },
}: LaterQuality): JsonObject {
  return {
    earlier: { ...earlier },
    auc: { ...auc },
    logLoss: { ...logLoss },
    customers,
    answers,
    meanProbability,
  };
}

/** The unrounded figures of a model. */
export function cardData({ id, campaign, seed, status, version, model }: SavedModel): JsonObject {
  const { auc, averagePrecision, brier, logLoss, ...plain } = model.quality;
  return {
    model: id,
    campaign,
    seed,
    status,
    version,
    grade: model.grade.letter,
    ridge: model.ridge,
    variables: model.variables.map(({ name }) => name),
    ...plain,
    auc: { ...auc },
    averagePrecision: { ...averagePrecision },
    brier: { ...brier },
    logLoss: { ...logLoss },
    later: model.later === undefined ? null : laterData(model.later),
    challenger: model.challenger === undefined ? null : { ...model.challenger },
    champion:
      model.champion === undefined
        ? null
        : { model: model.champion.id, difference: { ...model.champion.difference } },
  };
}
