import {
  expectedProfit,
  type Money,
  profitCurve,
  type ScoredList,
} from "../../../analysis/campaigns/money.ts";
import type { Criterion, PlanDefinition } from "../../../analysis/campaigns/plan.ts";
import { calibrated } from "../../../analysis/response/calibration.ts";
import { findWatched } from "../../../db/campaigns/model-watch.ts";
import { countOverlap, savePlan } from "../../../db/campaigns/plans.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import { countPool, loadProbabilities, type Pool, type PoolCount } from "../../../db/campaigns/scores.ts";
import { findSettings } from "../../../db/team/settings.ts";
import { inField } from "../../../contract/errors.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { cutOffOf } from "../../speech/goal-words.ts";
import { movedSentence } from "../../speech/model-moved.ts";
import { requireModel } from "../../grammar/model-reader.ts";
import { pickSegment, requireActive } from "../../grammar/segment-reader.ts";
import { planForm } from "./form.ts";
import { readTarget, type TargetWish } from "./read.ts";
import { type PlanMoney, planReply } from "./reply.ts";
import { about } from "./words.ts";

export const target = defineCommand({
  name: "target",
  role: "marketer",
  privacy: "totals",
  writes: true,
  about,
  read: readTarget,
  otherLines: [{ usage: "target edit p7", is: ({ kind }) => kind === "edit", writes: false }],

  async answer(wish, context) {
    if (wish.kind === "edit") return planForm(wish.plan, context);
    const { db, actor, now } = context;
    const saved = await requireModel(context);
    const active = await requireActive(context);
    const meant = wish.segment;
    const segment = meant && inField("in", () => pickSegment(active, meant, context));
    const pool: Pool = { modelId: saved.id, segmentId: segment?.id };
    const everyone = await countPool(db, pool, { threshold: 0 });
    const line = await drawLine(wish, { saved, everyone: everyone.people }, context);
    const chosen = await countPool(db, pool, line);
    const definition: PlanDefinition = {
      criterion: wish.criterion,
      segmentId: segment?.id,
      threshold: line.threshold,
      limit: line.limit,
      people: chosen.people,
      expectedAnswers: chosen.expectedAnswers,
      money: wish.money,
    };
    const id = await savePlan(db, { modelId: saved.id, definition, createdBy: actor.user });
    const overlap = await countOverlap(db, pool, { ...definition, now });
    const money = wish.money && (await moneyOf(wish.money, { pool, saved, chosen, everyone }, db));
    const moved = movedSentence(saved.model, await findWatched(db, saved.id), context.format);
    const answer = { id, definition, segment, chosen, everyone, overlap, money, moved };
    const reply = planReply(answer, context.format);
    return { ...reply, footer: [...(await signFooter(active, context)), `m${saved.id}`] };
  },
});

interface Line {
  readonly threshold: number;
  readonly limit: number | undefined;
}

/** Where the criterion draws its line among the people of the pool. */
async function drawLine(
  { criterion, money }: TargetWish,
  { saved, everyone }: { readonly saved: SavedModel; readonly everyone: number },
  { db }: CommandContext,
): Promise<Line> {
  const affordable =
    money?.budget === undefined || money.cost === 0 ? undefined : Math.floor(money.budget / money.cost);
  // Contact whoever is worth more than a contact costs; the budget may end the list earlier.
  if (criterion.kind === "profit" && money !== undefined) {
    return { threshold: money.cost / money.value, limit: affordable };
  }
  const threshold = await thresholdOf(criterion, saved, db);
  const limits = [limitOf(criterion, everyone), affordable].filter((limit) => limit !== undefined);
  return { threshold, limit: limits.length === 0 ? undefined : Math.min(...limits) };
}

async function thresholdOf(
  criterion: Criterion,
  { model }: SavedModel,
  db: CommandContext["db"],
): Promise<number> {
  if (criterion.kind === "threshold") return criterion.threshold;
  if (criterion.kind === "goal") return cutOffOf(criterion.goal, model, await findSettings(db, "team"));
  return 0;
}

function limitOf(criterion: Criterion, everyone: number): number | undefined {
  if (criterion.kind === "top") return criterion.people;
  return criterion.kind === "share" ? Math.round(criterion.share * everyone) : undefined;
}

/** Probabilities that the curve is drawn by: of a larger pool, evenly spaced by rank. */
const mostOnCurve = 2_000;

interface Counted {
  readonly pool: Pool;
  readonly saved: SavedModel;
  readonly chosen: PoolCount;
  readonly everyone: PoolCount;
}

/** What the list brings, what contacting everyone would, and all numbers of contacts between. */
async function moneyOf(
  money: Money,
  { pool, saved, chosen, everyone }: Counted,
  db: CommandContext["db"],
): Promise<PlanMoney> {
  const { heldOut, platt } = saved.model;
  const seen = {
    probabilities: Float64Array.from(heldOut.odds, (odds) => calibrated(odds, platt)),
    outcomes: heldOut.outcomes,
  };
  const probabilities = await loadProbabilities(db, pool, Math.min(everyone.people, mostOnCurve));
  return {
    chosen: expectedProfit(scoredList(chosen), seen, money),
    everyone: expectedProfit(scoredList(everyone), seen, money),
    curve: profitCurve(everyone.people, probabilities, seen, money),
  };
}

function scoredList(count: PoolCount): ScoredList {
  return { ...count, threshold: count.threshold ?? 1 };
}
