import type { Watched } from "../../analysis/response/drift.ts";
import type { Measured } from "../../analysis/response/quality.ts";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import type { SavedModel } from "../../db/response-models.ts";
import type { Format } from "../../locale.ts";
import type { Action, Fact, JsonObject, Reply, StartedJob } from "../../reply.ts";
import { changedSentence, movedSentence } from "../model-moved.ts";
import { calibrationChart, gainChart, liftChart, reachedBy } from "./charts.ts";
import { says } from "./words.ts";

/** The model card: how well it tells who answers, whether its figures can be taken at their word, what it reads. */
export function cardReply(saved: SavedModel, watched: Watched | undefined, format: Format): Reply {
  const { locale } = format;
  const words = says[locale];
  const { model } = saved;
  const { quality, grade } = model;
  const changed = changedSentence(model, watched, format);
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
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
      { label: words.reads, value: format.list(model.variables.map(({ labels }) => labels[locale])) },
    ],
    paragraphs: [
      ...grade.reasons.map((reason) => words.reasons[reason]),
      ...championSentence(model, format),
      ...challengerSentence(model, format),
      ...(changed === undefined ? [] : [changed]),
    ],
    charts: [gainChart(model, format), liftChart(model, format), calibrationChart(model, format)],
    ...caveatOf(model, watched, format),
    actions: cardActions(saved, format),
    footer: [words.heldOut, words.status[saved.status]],
    data: cardData(saved),
  };
}

function cardActions({ id, status }: SavedModel, { locale }: Format): readonly Action[] {
  const words = says[locale];
  return [
    ...(status === "active"
      ? []
      : [{ label: words.adopt(`m${id}`), line: `model adopt m${id}`, style: "primary" } as const]),
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
  return [says[locale].champion[verdict](`m${champion.id}`)];
}

/** Whether the full model would do better on the same customers. */
function challengerSentence({ challenger }: StoredModel, { locale }: Format): readonly string[] {
  return challenger === undefined || challenger.low <= 0 ? [] : [says[locale].challengerBetter];
}

function cardData({ id, campaign, seed, status, version, model }: SavedModel): JsonObject {
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
    challenger: model.challenger === undefined ? null : { ...model.challenger },
    champion:
      model.champion === undefined
        ? null
        : { model: model.champion.id, difference: { ...model.champion.difference } },
  };
}

/** All models with the figure that compares them. */
export function versionsReply(models: readonly SavedModel[], format: Format): Reply {
  const { locale } = format;
  const words = says[locale];
  const active = models.find(({ status }) => status === "active");
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline:
      models.length === 0
        ? words.noModels
        : words.versionsHeadline(format.number(models.length), active === undefined ? "–" : `m${active.id}`),
    table: {
      columns: [
        { label: words.model, align: "left" },
        { label: words.trained, align: "left" },
        { label: words.ranks, align: "right" },
        { label: words.grade, align: "left" },
        { label: words.state, align: "left" },
      ],
      rows: models.map(({ id, createdAt, model, status }) => [
        `m${id}`,
        format.date(createdAt),
        ranksText(model.quality.auc, format),
        model.grade.letter,
        words.status[status],
      ]),
    },
    actions: models.slice(0, 3).map(({ id }) => ({ label: words.card(`m${id}`), line: `model m${id}` })),
    data: { models: models.map(cardData) },
  };
}

function ranksText({ value, low, high }: Measured, format: Format): string {
  const percent = (share: number) => format.percent(Math.min(1, share), 0);
  return `${percent(value)} (${percent(low)}–${percent(high)})`;
}

/** A model that scores from now on. */
export function adoptedReply(saved: SavedModel, format: Format): Reply {
  const { locale } = format;
  const words = says[locale];
  const changes: readonly Fact[] = [{ label: words.grade, value: saved.model.grade.letter }];
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: words.adopted(`m${saved.id}`),
    facts: changes,
    actions: [
      { label: words.goals, line: "goals" },
      { label: words.rollback, line: "model rollback", confirm: words.rollbackConfirm },
    ],
    data: cardData(saved),
  };
}

/** Training has begun; the edge follows the job. */
export function startedReply(job: StartedJob, { locale }: Format): Reply {
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: says[locale].started,
    job,
    data: { job: job.id },
  };
}
