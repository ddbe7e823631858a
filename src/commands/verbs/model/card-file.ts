import { goals } from "../../../analysis/response/goals.ts";
import type { Measured } from "../../../analysis/response/quality.ts";
import type { LaterQuality } from "../../../analysis/response/stored-model.ts";
import { at } from "../../../lib/at.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody, ReplyFile } from "../../../contract/reply.ts";
import { goalNames } from "../../speech/goal-words.ts";
import { cardSays } from "./card-words.ts";

/**
 * The model card as a file to keep: what the message says, then every figure, the four goals, the weights, and what
 * the model is and is not for.
 *
 * @see Mitchell et al. (2019), "Model cards for model reporting", FAT*.
 */
export function cardFile(saved: SavedModel, reply: ReplyBody, format: Format): ReplyFile {
  const words = cardSays[format.locale];
  const sections = [
    `# ${words.title(`m${saved.id}`)}`,
    reply.headline,
    bullets(
      (reply.facts ?? []).map(({ label, value, comparison }) => [label, withComparison(value, comparison)]),
    ),
    ...(reply.paragraphs ?? []),
    ...(reply.caveat === undefined ? [] : [`**${reply.caveat}**`]),
    `## ${words.figures}`,
    bullets(figures(saved, format)),
    `## ${words.goals}`,
    goalTable(saved, format),
    `## ${words.weights}`,
    words.weightsMean,
    weightTable(saved, format),
    `## ${words.use}`,
    ...words.uses,
    words.made(format.date(saved.createdAt), String(saved.seed), String(saved.model.ridge)),
  ];
  return {
    name: `${words.fileName}-m${saved.id}.md`,
    title: words.title(`m${saved.id}`),
    source: { kind: "text", text: `${sections.join("\n\n")}\n`, columns: [] },
    rows: 0,
    personal: false,
  };
}

function withComparison(value: string, comparison: string | undefined): string {
  return comparison === undefined ? value : `${value} (${comparison})`;
}

function bullets(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([label, value]) => `- ${label}: ${value}`).join("\n");
}

type Pairs = readonly (readonly [string, string])[];

function figures({ model: { quality, later } }: SavedModel, format: Format): Pairs {
  const words = cardSays[format.locale];
  const figure = (measured: Measured) => intervalText(measured, format);
  return [
    ["ROC AUC", figure(quality.auc)],
    [words.averagePrecision, figure(quality.averagePrecision)],
    ["Brier", figure(quality.brier)],
    ["Log loss", figure(quality.logLoss)],
    [words.calibrationError, format.number(quality.calibrationError, 3)],
    [
      words.meanProbability,
      `${format.percent(quality.meanProbability)} / ${format.percent(quality.baseRate)}`,
    ],
    ...(later === undefined ? [] : laterFigures(later, format)),
  ];
}

function intervalText({ value, low, high }: Measured, format: Format): string {
  const [middle, from, to] = [value, low, high].map((one) => format.number(one, 3));
  return cardSays[format.locale].interval(middle ?? "", from ?? "", to ?? "");
}

/** The same kind of model, learned from what came earlier. */
function laterFigures({ quality }: LaterQuality, format: Format): Pairs {
  const words = cardSays[format.locale];
  const shares = [quality.meanProbability, quality.baseRate].map((share) => format.percent(share));
  return [
    [words.later("ROC AUC"), intervalText(quality.auc, format)],
    [words.later("Log loss"), intervalText(quality.logLoss, format)],
    [words.later(words.meanProbability), shares.join(" / ")],
  ];
}

function goalTable({ model }: SavedModel, format: Format): string {
  const words = cardSays[format.locale];
  const rows = goals.map((goal) => {
    const { threshold, contacted, precision, recall } = model.cutOffs[goal];
    const share = contacted / model.quality.customers;
    const shares = [threshold, share, precision, recall].map((one) => format.percent(one));
    return [goalNames[format.locale][goal], ...shares];
  });
  return table([words.goal, words.from, words.contacted, words.precision, words.recall], rows);
}

function weightTable({ model }: SavedModel, format: Format): string {
  const words = cardSays[format.locale];
  const rows = model.columns.map(({ feature }, j) => [
    feature.labels[format.locale],
    format.number(at(model.coefficients, j + 1), 3),
  ]);
  return table([words.variable, words.weight], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
