import type { Goal } from "../../../analysis/response/goals.ts";
import { explainScore } from "../../../analysis/response/stored-model.ts";
import type { CustomerFound } from "../../../db/people/customers.ts";
import { findWatched } from "../../../db/campaigns/model-watch.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import { type ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import { findSettings } from "../../../db/team/settings.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { pickCustomer } from "../../grammar/customer-reader.ts";
import { signFooter } from "../../speech/footer.ts";
import { cutOffOf, takeGoal } from "../../speech/goal-words.ts";
import { movedSentence } from "../../speech/model-moved.ts";
import { requireModel } from "../../grammar/model-reader.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { grammarSays } from "../../grammar/words.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { scoreForm } from "./form.ts";
import { applyGiven, type Given, readGiven } from "./given.ts";
import { scoreReply } from "./reply.ts";
import { about, aboutWhatIf } from "./words.ts";

/** Whom to score: a customer, values alone, or both; under which goal. */
interface Wish {
  readonly customer: string | undefined;
  readonly given: readonly Given[];
  readonly goal: Goal;
}

export const score = defineCommand({
  name: "score",
  role: "marketer",
  privacy: "person",
  writes: false,
  about,
  read: readWish,

  async answer(wish, context) {
    const saved = await requireModel(context);
    if (wish.customer === undefined && wish.given.length === 0) return scoreForm(saved, context.format);
    return answerScore(wish, saved, context);
  },
});

/** The same with a customer's values changed: how the probability would move. */
export const whatIf = defineCommand({
  name: "whatif",
  role: "marketer",
  privacy: "person",
  writes: false,
  about: aboutWhatIf,
  read(words) {
    const wish = readWish(words);
    if (wish.customer === undefined) throw words.missing(grammarSays[words.locale].whichCustomer);
    return wish;
  },

  async answer(wish, context) {
    const saved = await requireModel(context);
    if (wish.given.length > 0) return answerScore(wish, saved, context);
    const { raw, found } = await loadRaw(wish, saved, context);
    return scoreForm(saved, context.format, { raw, customer: found?.key ?? "" });
  },
});

async function answerScore(wish: Wish, saved: SavedModel, context: CommandContext) {
  const { db, locale, format } = context;
  const { raw, found, active } = await loadRaw(wish, saved, context);
  const changed = applyGiven(saved.model, raw, wish.given, locale);
  const team = await findSettings(db, "team");
  const before = found === undefined || wish.given.length === 0 ? undefined : explainScore(saved.model, raw);
  const reply = scoreReply(
    {
      saved,
      customer: found?.key,
      raw: changed,
      score: explainScore(saved.model, changed),
      before: before?.probability,
      goal: wish.goal,
      cutOff: cutOffOf(wish.goal, saved.model, team),
      moved: movedSentence(saved.model, await findWatched(db, saved.id), format),
    },
    format,
  );
  return { ...reply, footer: [...(await signFooter(active, context)), `m${saved.id}`] };
}

/** The values that the model reads, of the customer or all missing. */
async function loadRaw(
  { customer }: Wish,
  { model }: SavedModel,
  context: CommandContext,
): Promise<{ raw: readonly number[]; found: CustomerFound | undefined; active: ActiveSegmentation }> {
  const active = await requireActive(context);
  if (customer === undefined) return { raw: model.columns.map(() => Number.NaN), found: undefined, active };
  const found = await pickCustomer(active, customer, context);
  const positions = new Map(active.features.map(({ name }, position) => [name, position]));
  const raw = model.columns.map(
    ({ feature }) => found.values?.[positions.get(feature.name) ?? -1] ?? Number.NaN,
  );
  return { raw, found, active };
}

/** A first word with nothing like `=` behind it is a customer: with pairs alone the number of words is even. */
function readWish(words: Words): Wish {
  const first = takeGoal(words);
  const taken = [...words.takeUntil("goalReach", "goalModerate", "goalBalanced", "goalSaver")];
  const goal = first ?? takeGoal(words) ?? "balanced";
  const customer = taken.length % 2 === 1 ? taken.shift()?.text : undefined;
  return { customer, given: readGiven(taken, words.locale), goal };
}
