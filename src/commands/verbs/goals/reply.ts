import type { Goal } from "../../../analysis/response/goals.ts";
import type { CutOff } from "../../../analysis/response/ranking.ts";
import type { StoredModel } from "../../../analysis/response/stored-model.ts";
import type { PoolCount } from "../../../db/campaigns/scores.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart, JsonObject, ReplyBody } from "../../../contract/reply.ts";
import { goalNames, goalPurposes } from "../../speech/goal-words.ts";
import { formatPeople } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** A goal with the people it would contact. */
export interface CountedGoal {
  readonly goal: Goal;
  readonly threshold: number;
  readonly count: PoolCount;
  readonly heldOut: CutOff;
  /** Set by the team, not by the model. */
  readonly own: boolean;
}

/** The four goals side by side: how many people, how many answers, how sure. */
export function goalsReply(counted: readonly CountedGoal[], model: StoredModel, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const [widest, narrowest] = [counted[0], counted.at(-1)];
  const people = (goal: CountedGoal | undefined) => formatPeople(goal?.count.people ?? 0, format);
  return {
    headline: words.headline(people(widest), people(narrowest)),
    table: {
      columns: [
        { label: words.goal, align: "left" },
        { label: words.from, align: "right" },
        { label: words.people, align: "right" },
        { label: words.answers, align: "right" },
        { label: words.precision, align: "right" },
        { label: words.recall, align: "right" },
      ],
      rows: counted.map((goal) => [
        `${goalNames[locale][goal.goal]}${goal.own ? ` (${words.own})` : ""}`,
        format.percent(goal.threshold),
        formatPeople(goal.count.people, format),
        format.number(goal.count.expectedAnswers, 0),
        format.percent(goal.heldOut.precision, 0),
        format.percent(goal.heldOut.recall, 0),
      ]),
    },
    charts: [goalsChart(counted, model, format)],
    actions: counted.map(({ goal }) => ({ label: goalPurposes[locale][goal], line: `target ${goal}` })),
    data: { goals: counted.map(goalData) },
  };
}

function goalData({ goal, threshold, count, heldOut, own }: CountedGoal): JsonObject {
  const { people, expectedAnswers } = count;
  const { precision, recall } = heldOut;
  return { goal, threshold, own, people, expectedAnswers, precision, recall };
}

function goalsChart(counted: readonly CountedGoal[], model: StoredModel, format: Format): Chart {
  const words = says[format.locale];
  const title = words.finding;
  const curve = model.table.map(({ threshold, precision, recall }) => ({
    cutoff: threshold,
    precision,
    recall,
  }));
  const marks = counted.map(({ goal, threshold, count, heldOut }, i) => ({
    goal: i + 1,
    cutoff: threshold,
    text: words.mark(
      goalNames[format.locale][goal],
      formatPeople(count.people, format),
      format.percent(heldOut.recall, 0),
    ),
  }));
  return {
    spec: "goals",
    rows: [...curve, ...marks],
    words: { title, x: words.x, recall: words.recall, precision: words.precision },
    altText: `${title}. ${marks.map(({ text }) => text).join("; ")}.`,
  };
}
