import type { Goal } from "../../../analysis/response/goals.ts";
import { logistic } from "../../../analysis/response/likelihood.ts";
import type { Contribution } from "../../../analysis/response/reasons.ts";
import type { ExplainedScore, ModelVariable, StoredModel } from "../../../analysis/response/stored-model.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import type { Format } from "../../../lib/locale.ts";
import { asWord } from "../../../contract/command-line.ts";
import type { Chart, Fact, ReplyBody } from "../../../contract/reply.ts";
import { decapitalize, formatValue } from "../../speech/comparison.ts";
import { goalNames } from "../../speech/goal-words.ts";
import { nearestChange } from "./nearest-change.ts";
import { levelOf } from "./given.ts";
import { says } from "./words.ts";

/** A score and all that is said about it. */
export interface Scored {
  readonly saved: SavedModel;
  /** Undefined for values that belong to nobody. */
  readonly customer: string | undefined;
  readonly raw: readonly number[];
  readonly score: ExplainedScore;
  /** The probability before the values were changed. */
  readonly before: number | undefined;
  readonly goal: Goal;
  readonly cutOff: number;
  /** What has changed since the model was trained, in a sentence. */
  readonly moved: string | undefined;
}

/** Probability, verdict under the goal, reasons for and against, and what would change it. */
export function scoreReply(scored: Scored, format: Format): ReplyBody {
  const { saved, customer, score, before, goal, cutOff } = scored;
  const { locale } = format;
  const words = says[locale];
  const { model } = saved;
  const probability = format.percent(score.probability);
  const baseRate = model.quality.baseRate;
  const isYes = score.probability >= cutOff;
  const missing = model.variables.filter(({ columns }) =>
    columns.every((column) => Number.isNaN(scored.raw[column])),
  );
  const known = knownReasons(score, missing);
  const change = isYes ? undefined : nearestChange(model, scored.raw, cutOff);
  return {
    headline:
      before === undefined
        ? words.headline(
            customer,
            probability,
            words.against(format.number(score.probability / baseRate), format.percent(baseRate)),
          )
        : words.moved(customer, format.percent(before), probability),
    facts: [
      {
        label: words.verdict(goalNames[locale][goal]),
        value: isYes ? words.contact : words.leave,
        comparison: words.line(format.percent(cutOff)),
      },
      ...reasonFacts(known, model, scored.raw, format),
    ],
    ...(change === undefined
      ? {}
      : {
          paragraphs: [
            words.nearest(
              model.columns[change.column]?.feature.labels[locale] ?? "",
              formatValue(model.columns[change.column]?.feature ?? { unit: "none" }, change.value, format),
              format.percent(cutOff),
            ),
          ],
        }),
    charts: known.length === 0 ? [] : [reasonsChart(scored, known, format)],
    ...caveatOf(scored, missing, format),
    actions: [
      ...(customer === undefined ? [] : [{ label: words.whatIf, line: `whatif ${asWord(customer)}` }]),
      { label: words.goals, line: "goals" },
    ],
    data: {
      model: saved.id,
      customer: customer ?? null,
      probability: score.probability,
      base: score.base,
      before: before ?? null,
      goal,
      cutOff,
      contact: isYes,
      reasons: score.reasons.map((reason) => ({ ...reason })),
    },
  };
}

/** What is not known speaks neither for a customer nor against. */
function knownReasons(
  { reasons }: ExplainedScore,
  missing: readonly ModelVariable[],
): readonly Contribution[] {
  const unknown = new Set(missing.map(({ name }) => name));
  return reasons.filter(({ name }) => !unknown.has(name));
}

/** What the score could not take into account; else what may have made the model old. */
function caveatOf(
  { saved: { model }, raw, moved }: Scored,
  missing: readonly ModelVariable[],
  format: Format,
): { caveat?: string } {
  const words = says[format.locale];
  const unseen = model.variables.filter((variable) => isUnseen(model, variable, raw));
  const names = (variables: readonly ModelVariable[]) =>
    format.list(variables.map(({ labels }) => decapitalize(labels[format.locale])));
  const sentences = [
    ...(missing.length === 0 ? [] : [words.missing(names(missing))]),
    ...(unseen.length === 0 ? [] : [words.unseen(names(unseen))]),
  ];
  const told = sentences.length === 0 ? moved : sentences.join(" ");
  return told === undefined ? {} : { caveat: told };
}

/** A category with a value that was not there at training: none of its levels. */
function isUnseen(model: StoredModel, { columns }: ModelVariable, raw: readonly number[]): boolean {
  return columns.every((column) => model.columns[column]?.feature.family === "category" && raw[column] === 0);
}

/** The three strongest for and the three strongest against. */
function strongest(reasons: readonly Contribution[]): readonly Contribution[] {
  const sides = [reasons.filter(({ logOdds }) => logOdds > 0), reasons.filter(({ logOdds }) => logOdds < 0)];
  return sides.flatMap((side) => side.slice(0, 3));
}

function reasonFacts(
  reasons: readonly Contribution[],
  model: StoredModel,
  raw: readonly number[],
  format: Format,
): readonly Fact[] {
  const words = says[format.locale];
  const texts = (side: readonly Contribution[]) =>
    side.map((reason) => reasonText(reason, model, raw, format)).join("; ");
  const all = strongest(reasons);
  const [pros, cons] = [all.filter(({ logOdds }) => logOdds > 0), all.filter(({ logOdds }) => logOdds < 0)];
  return [
    ...(pros.length > 0 ? [{ label: words.for, value: texts(pros) }] : []),
    ...(cons.length > 0 ? [{ label: words.against_, value: texts(cons) }] : []),
  ];
}

/** "Income: € 52,000". */
function reasonText(
  { name }: Contribution,
  model: StoredModel,
  raw: readonly number[],
  format: Format,
): string {
  const variable = model.variables.find((candidate) => candidate.name === name);
  const label = variable?.labels[format.locale] ?? name;
  const [first] = variable?.columns ?? [];
  const column = model.columns[first ?? -1];
  if (variable === undefined || column === undefined || first === undefined) return label;
  if (column.feature.family === "category") {
    const chosen = variable.columns.find((position) => raw[position] === 1);
    return chosen === undefined ? label : `${label}: ${levelOf(variable, model.columns[chosen])}`;
  }
  return `${label}: ${formatValue(column.feature, raw[first] ?? Number.NaN, format)}`;
}

/** Log-odds as points of probability, as if each reason were the last to be added. */
function points(score: ExplainedScore, { logOdds }: Contribution): number {
  const odds = Math.log(score.probability / (1 - score.probability));
  return score.probability - logistic(odds - logOdds);
}

function reasonsChart(
  { saved: { model }, raw, score, customer }: Scored,
  reasons: readonly Contribution[],
  format: Format,
): Chart {
  const words = says[format.locale];
  const shown = strongest(reasons);
  const title = words.finding(customer, format.percent(score.probability));
  return {
    spec: "reasons",
    rows: shown.map((reason) => {
      const gained = points(score, reason) * 100;
      return {
        reason: reasonText(reason, model, raw, format),
        contribution: reason.logOdds,
        label: words.points(
          `${gained > 0 ? "+" : "−"}${format.number(Math.abs(gained), 0)}`,
          Math.round(Math.abs(gained)) === 1,
        ),
      };
    }),
    words: { title, for: words.for, against: words.against_ },
    altText: `${title}: ${shown.map((reason) => reasonText(reason, model, raw, format)).join("; ")}.`,
  };
}
