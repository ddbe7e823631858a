import type { Measured } from "../../../analysis/response/quality.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Fact, ReplyBody, StartedJob } from "../../../contract/reply.ts";
import { messageSays } from "./card-message-words.ts";
import { cardData } from "./card-reply.ts";
import { says } from "./words.ts";

/** All models with the figure that compares them. */
export function versionsReply(models: readonly SavedModel[], format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const active = models.find(({ status }) => status === "active");
  return {
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
export function adoptedReply(saved: SavedModel, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const changes: readonly Fact[] = [{ label: words.grade, value: saved.model.grade.letter }];
  return {
    headline: words.adopted(`m${saved.id}`),
    facts: changes,
    actions: [
      { label: messageSays[locale].goals, line: "goals" },
      { label: words.rollback, line: "model rollback", confirm: words.rollbackConfirm },
    ],
    data: cardData(saved),
  };
}

/** Training has begun; the edge follows the job. */
export function startedReply(job: StartedJob, { locale }: Format): ReplyBody {
  return {
    headline: says[locale].started,
    job,
    data: { job: job.id },
  };
}
