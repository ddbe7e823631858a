import { type Goal, goals as allGoals } from "../../../analysis/response/goals.ts";
import { at } from "../../../lib/at.ts";
import { clearSetting, findSettings, saveSetting } from "../../../db/team/settings.ts";
import { countPool } from "../../../db/campaigns/scores.ts";
import { UserError } from "../../../contract/errors.ts";
import { defineCommand } from "../../grammar/command.ts";
import { cutOffOf, takeGoal } from "../../speech/goal-words.ts";
import { requireModel } from "../../grammar/model-reader.ts";
import { readNumber } from "../../grammar/number-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { goalsReply } from "./reply.ts";
import { about, says } from "./words.ts";

/** What is asked: to see the goals, to set one, to take the team's own away. */
type Wish =
  | { readonly kind: "show" }
  | { readonly kind: "set"; readonly goal: Goal; readonly threshold: number }
  | { readonly kind: "reset" };

export const goals = defineCommand({
  name: "goals",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: readWish,
  otherLines: [
    {
      usage: "goals <goal> <probability> | goals reset",
      is: ({ kind }) => kind !== "show",
      role: "analyst",
      writes: true,
    },
  ],

  async answer(wish, context) {
    const { db } = context;
    const { id, model } = await requireModel(context);
    if (wish.kind === "set") {
      await saveSetting(db, "team", { name: `goal:${wish.goal}`, value: String(wish.threshold) });
    }
    if (wish.kind === "reset") for (const goal of allGoals) await clearSetting(db, "team", `goal:${goal}`);
    const team = await findSettings(db, "team");
    const counted = [];
    for (const goal of allGoals) {
      const threshold = cutOffOf(goal, model, team);
      const count = await countPool(db, { modelId: id, segmentId: undefined }, { threshold });
      // Precision and recall as held-out customers had them at this line.
      const own = team[`goal:${goal}`] !== undefined;
      const nearest = model.table.findLast((cut) => cut.threshold >= threshold) ?? at(model.table, 0);
      counted.push({ goal, threshold, count, heldOut: own ? nearest : model.cutOffs[goal], own });
    }
    return goalsReply(counted, model, context.format);
  },
});

function readWish(words: Words): Wish {
  if (words.takeKeyword("reset")) return { kind: "reset" };
  const word = words.peek();
  if (word === undefined) return { kind: "show" };
  const goal = takeGoal(words);
  if (goal === undefined) throw new UserError(says[words.locale].noSuchGoal(word.text), { hint: "goals" });
  const number = words.take();
  if (number === undefined) throw words.missing(says[words.locale].whichThreshold);
  const threshold = readNumber(number.text, words.locale);
  if (threshold === undefined || threshold <= 0 || threshold >= 1) {
    throw new UserError(says[words.locale].noThreshold(number.text), { hint: "goals saver 0.4" });
  }
  return { kind: "set", goal, threshold };
}
