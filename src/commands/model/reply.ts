import { at } from "../../at.ts";
import type { CalibrationBin } from "../../analysis/response/calibration.ts";
import type { Watched } from "../../analysis/response/drift.ts";
import type { Measured } from "../../analysis/response/quality.ts";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import type { SavedModel } from "../../db/response-models.ts";
import type { Format } from "../../locale.ts";
import type { Action, Chart, Fact, JsonObject, Reply, StartedJob } from "../../reply.ts";
import { changedSentence, movedSentence } from "../model-moved.ts";
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

/** Part of all answers that the best `share` of customers holds, on held-out customers. */
function reachedBy({ table, quality }: StoredModel, share: number): number {
  const cut = table.findLast(({ contacted }) => contacted <= share * quality.customers);
  return cut?.recall ?? 0;
}

function gainChart(model: StoredModel, format: Format): Chart {
  const words = says[format.locale];
  const title = words.gainFinding(format.percent(reachedBy(model, 0.2), 0));
  const rows = model.table.map(({ contacted, recall }) => ({
    contacted: contacted / model.quality.customers,
    reached: recall,
  }));
  return {
    spec: "response-gain",
    rows: [{ contacted: 0, reached: 0 }, ...rows],
    words: { title, x: words.contacted, y: words.reached, chance: words.chance },
    altText: title,
  };
}

/** How many times as many answers each tenth of the list holds as the whole, the best tenth first. */
function liftChart({ calibration, quality }: StoredModel, format: Format): Chart {
  const words = says[format.locale];
  const rows = calibration.toReversed().map(({ observed }, i) => {
    const lift = observed / quality.baseRate;
    return { tenth: String(i + 1), lift, label: words.times(format.number(lift, 1)) };
  });
  const title = words.liftFinding(format.number(rows[0]?.lift ?? 0, 1));
  return {
    spec: "response-lift",
    rows,
    words: { title, x: words.tenths, chance: words.average },
    altText: title,
  };
}

function calibrationChart({ calibration }: StoredModel, format: Format): Chart {
  const words = says[format.locale];
  const top = at(calibration, calibration.length - 1);
  const title = words.calibrationFinding(format.percent(top.predicted, 0), format.percent(top.observed, 0));
  return {
    spec: "response-calibration",
    rows: calibration.map(calibrationRow),
    words: { title, x: words.predicted, y: words.observed, perfect: words.perfect },
    altText: title,
  };
}

/** With Wilson's 95 % interval of the share that answered (Wilson 1927, JASA 22). */
function calibrationRow({ customers: n, predicted, observed }: CalibrationBin): JsonObject {
  const z = 1.96;
  const centre = (observed + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const margin = (z / (1 + z ** 2 / n)) * Math.sqrt((observed * (1 - observed)) / n + z ** 2 / (4 * n ** 2));
  return { predicted, observed, low: centre - margin, high: centre + margin };
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
