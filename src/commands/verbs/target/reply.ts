import type { Profit } from "../../../analysis/campaigns/money.ts";
import type { PlanDefinition } from "../../../analysis/campaigns/plan.ts";
import type { PoolCount } from "../../../db/campaigns/scores.ts";
import type { Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart, Fact, JsonObject, ReplyBody } from "../../../contract/reply.ts";
import { goalNames } from "../../speech/goal-words.ts";
import { formatPeople, titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** What a plan brings, beside contacting everyone and every number of people between. */
export interface PlanMoney {
  readonly chosen: Profit;
  readonly everyone: Profit;
  readonly curve: readonly Profit[];
}

/** A plan and all that is said of it. */
export interface PlanAnswer {
  readonly id: number;
  readonly definition: PlanDefinition;
  readonly segment: Segment | undefined;
  readonly chosen: PoolCount;
  readonly everyone: PoolCount;
  /** Of the chosen, those who were in a list that left in the last four weeks. */
  readonly overlap: number;
  readonly money: PlanMoney | undefined;
  /** What has changed since the model was trained, in a sentence. */
  readonly moved: string | undefined;
}

/** Whom to contact: how many people, how many answers, what it brings against contacting everyone. */
export function planReply(answer: PlanAnswer, format: Format): ReplyBody {
  const { id, definition, chosen, everyone, overlap, money, moved } = answer;
  const { locale } = format;
  const words = says[locale];
  const rate = everyone.people === 0 ? 0 : everyone.expectedAnswers / everyone.people;
  const own = chosen.people === 0 ? 0 : chosen.expectedAnswers / chosen.people;
  const people = formatPeople(chosen.people, format);
  const facts: readonly Fact[] = [
    ...(isPossible(definition) ? [{ label: words.rule, value: ruleText(answer, format) }] : []),
    ...(chosen.people === 0
      ? []
      : [
          {
            label: words.rate,
            value: format.percent(own),
            comparison: words.everyoneRate(format.percent(rate)),
          },
        ]),
    ...(money === undefined ? [] : moneyFacts(money, format)),
    ...(overlap > 0 ? [{ label: words.overlap, value: formatPeople(overlap, format) }] : []),
  ];
  return {
    headline:
      chosen.people === 0
        ? nobodyText(definition, format)
        : words.headline(`p${id}`, people, format.number(chosen.expectedAnswers, 0)),
    facts,
    ...(money === undefined || chosen.people === 0 ? {} : { charts: [profitChart(money, format)] }),
    ...(money !== undefined && money.chosen.low < 0
      ? { caveat: words.mayLose }
      : moved === undefined
        ? {}
        : { caveat: moved }),
    actions: [
      ...(chosen.people === 0
        ? []
        : [{ label: words.export, line: `export p${id}`, style: "primary" } as const]),
      { label: words.change, line: `target edit p${id}` },
      { label: words.goals, line: "goals" },
    ],
    ...(chosen.unknownConsent > 0
      ? { paragraphs: [words.unknownConsent(formatPeople(chosen.unknownConsent, format))] }
      : {}),
    data: planData(answer),
  };
}

/** Whether anybody could meet the rule: a budget of less than a contact and a line above certainty let nobody in. */
function isPossible({ threshold, limit }: PlanDefinition): boolean {
  return threshold < 1 && limit !== 0;
}

function nobodyText({ threshold, limit }: PlanDefinition, { locale }: Format): string {
  const { nobody } = says[locale];
  return threshold >= 1 ? nobody.costly : limit === 0 ? nobody.unpaid : nobody.unlikely;
}

function ruleText({ definition, segment, chosen }: PlanAnswer, format: Format): string {
  const words = says[format.locale];
  const { criterion, threshold, limit } = definition;
  const isCut = definition.money?.budget !== undefined && chosen.people === limit;
  const line =
    criterion.kind === "goal"
      ? words.byGoal(goalNames[format.locale][criterion.goal], format.percent(threshold))
      : criterion.kind === "threshold" || criterion.kind === "profit"
        ? words.byThreshold(format.percent(threshold))
        : words.byTop(format.number(limit ?? 0));
  const rule = isCut ? words.byBudget(words.byTop(format.number(limit))) : line;
  return segment === undefined ? rule : words.inSegment(rule, titleOf(segment, format));
}

function moneyFacts({ chosen, everyone }: PlanMoney, format: Format): readonly Fact[] {
  const words = says[format.locale];
  const money = (amount: number) => format.money(Math.round(amount * 100));
  return [
    ...(chosen.contacted === 0
      ? []
      : [
          {
            label: words.profit,
            value: money(chosen.profit),
            comparison: words.interval(money(chosen.low), money(chosen.high)),
          },
        ]),
    {
      label: words.everyoneProfit,
      value: money(everyone.profit),
      comparison: words.loss(format.percent(everyone.lossChance, 0)),
    },
    ...(chosen.contacted === 0
      ? []
      : [{ label: words.lossChance, value: format.percent(chosen.lossChance, 0) }]),
  ];
}

function profitChart({ curve, chosen, everyone }: PlanMoney, format: Format): Chart {
  const words = says[format.locale];
  const money = (amount: number) => format.money(Math.round(amount * 100));
  const people = format.number(chosen.contacted, 0);
  const title = words.finding(people, money(chosen.profit));
  const point = ({ contacted, profit, low, high }: Profit) => ({ contacted, profit, low, high });
  return {
    spec: "profit-curve",
    rows: [
      ...curve.map(point),
      mark(chosen, words.mark(people, money(chosen.profit)), "choice"),
      mark(everyone, words.markEveryone(money(everyone.profit)), "other"),
    ],
    words: { title, x: words.x, y: words.y(format.currency) },
    altText: title,
  };
}

/** A point on the curve that is named. */
function mark({ contacted, profit }: Profit, label: string, role: "choice" | "other"): JsonObject {
  return { contacted, profit, label, role };
}

function planData({ id, definition, segment, chosen, everyone, overlap, money }: PlanAnswer): JsonObject {
  const { threshold, limit, people, expectedAnswers } = definition;
  return {
    plan: id,
    criterion: { ...definition.criterion },
    segment: segment?.number ?? null,
    threshold,
    limit: limit ?? null,
    people,
    expectedAnswers,
    everyone: everyone.people,
    unknownConsent: chosen.unknownConsent,
    overlap,
    profit: money === undefined ? null : { ...money.chosen },
    everyoneProfit: money === undefined ? null : { ...money.everyone },
  };
}
