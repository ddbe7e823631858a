import { moneyPlan } from "../../../analysis/campaigns/money.ts";
import type { Criterion, PlanDefinition } from "../../../analysis/campaigns/plan.ts";
import { findWatched } from "../../../db/campaigns/model-watch.ts";
import { countOverlap, savePlan } from "../../../db/campaigns/plans.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import { countPool, loadProbabilities, type Pool } from "../../../db/campaigns/scores.ts";
import { findSettings } from "../../../db/team/settings.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { cutOffOf } from "../../speech/goal-words.ts";
import { movedSentence } from "../../speech/model-moved.ts";
import { requireModel } from "../../grammar/model-reader.ts";
import { pickSegment, requireActive } from "../../grammar/segment-reader.ts";
import { planForm } from "./form.ts";
import { readTarget, type TargetWish } from "./read.ts";
import { planReply } from "./reply.ts";
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
    const segment = wish.segment === undefined ? undefined : pickSegment(active, wish.segment, context);
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
    const list = { customers: everyone.people, contacted: chosen.people };
    const money =
      wish.money && everyone.people > 0
        ? moneyPlan(heldOutOf(saved), wish.money, {
            ...list,
            ...(await loadLike(db, pool, saved, list.customers)),
            seed: saved.seed,
          })
        : undefined;
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

/** A segment is valued by held-out customers of its probabilities, as many as are its share of everyone. */
async function loadLike(
  db: CommandContext["db"],
  pool: Pool,
  { model }: SavedModel,
  people: number,
): Promise<{ like?: readonly number[] }> {
  if (pool.segmentId === undefined) return {};
  const base = await countPool(db, { ...pool, segmentId: undefined }, { threshold: 0 });
  const count = Math.max(1, Math.round((model.heldOut.odds.length * people) / base.people));
  return { like: await loadProbabilities(db, pool, count) };
}

function heldOutOf({ model }: SavedModel) {
  return { odds: Float64Array.from(model.heldOut.odds), outcomes: model.heldOut.outcomes };
}
