import { lockInTransaction } from "../../../db/connection/locks.ts";
import {
  adoptModel,
  findModel,
  findPreviousModel,
  loadActiveModel,
  loadModels,
  type SavedModel,
} from "../../../db/campaigns/response-models.ts";
import { findWatched } from "../../../db/campaigns/model-watch.ts";
import { loadScoreSpreads } from "../../../db/campaigns/score-spreads.ts";
import { loadSubscriptions } from "../../../db/team/subscriptions.ts";
import { scoreEveryone } from "../../../db/campaigns/score-everyone.ts";
import { at } from "../../../lib/at.ts";
import { UserError } from "../../../contract/errors.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { takeWish, type Wish as WeeklyWish } from "../digest/read.ts";
import { subscribe, switchOff } from "../digest/subscribe.ts";
import { requireModel } from "../../grammar/model-reader.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { fold } from "../../grammar/spelling.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { cardReply } from "./card-reply.ts";
import { adoptedReply, startedReply, versionsReply } from "./reply.ts";
import { cardFile } from "./card-file.ts";
import { scoresReply } from "./scores-reply.ts";
import { about, says } from "./words.ts";

/** What is asked of the models. */
type Wish =
  | { readonly kind: "card"; readonly id: number | undefined; readonly asFile: boolean }
  | { readonly kind: "scores" }
  | { readonly kind: "versions" }
  | { readonly kind: "rollback" }
  | { readonly kind: "retrain"; readonly using: Using | undefined }
  /** Every week from now on; `off` never again. */
  | { readonly kind: "schedule"; readonly when: WeeklyWish | undefined }
  | { readonly kind: "unschedule" }
  | { readonly kind: "adopt"; readonly id: number };

/** Variables by name, or all of them. */
type Using = readonly string[] | "all";

/** How many models `model versions` lists. */
const mostListed = 10;

export const model = defineCommand({
  name: "model",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: readWish,
  otherLines: [
    {
      usage: "model retrain [using …] | model retrain weekly|off | model adopt m4 | model rollback",
      is: ({ kind }) => !["card", "scores", "versions"].includes(kind),
      role: "analyst",
      writes: true,
    },
  ],

  async answer(wish, context) {
    if (wish.kind === "card") return card(wish, context);
    if (wish.kind === "scores") return scores(context);
    if (wish.kind === "versions")
      return versionsReply(await loadModels(context.db, mostListed), context.format);
    if (wish.kind === "retrain") return retrain(wish.using, context);
    if (wish.kind === "schedule")
      return subscribe({ line: retrainLine, wish: wish.when ?? anyTime }, context);
    if (wish.kind === "unschedule") return unschedule(context);
    return adoptedReply(await change(wish, context), context.format);
  },
});

/** What a schedule says each time: its owner gets the card of what came of it; nothing is adopted by itself. */
const retrainLine = "model retrain";

const anyTime: WeeklyWish = {
  weekday: undefined,
  minutes: undefined,
  channel: undefined,
  locale: undefined,
  quiet: false,
};

async function card(
  { id, asFile }: Extract<Wish, { kind: "card" }>,
  context: CommandContext,
): Promise<ReplyBody> {
  const saved = await pickModel(id, context);
  const watched = await findWatched(context.db, saved.id);
  const reply = cardReply(saved, watched, context.format);
  return asFile ? { ...reply, files: [cardFile(saved, reply, context.format)] } : reply;
}

async function scores(context: CommandContext): Promise<ReplyBody> {
  const { id, model: stored } = await requireModel(context);
  const active = await requireActive(context);
  const spreads = await loadScoreSpreads(context.db, { modelId: id, segmentationId: active.id });
  return scoresReply(id, stored.quality.baseRate, { active, spreads }, context.format);
}

async function unschedule(context: CommandContext): Promise<ReplyBody> {
  const { db, locale } = context;
  const all = await loadSubscriptions(db);
  const planned = all.filter(({ line }) => line === retrainLine);
  for (const { id } of planned) await switchOff(id, context);
  const headline = planned.length === 0 ? says[locale].notScheduled : says[locale].unscheduled;
  return { headline, data: { ended: planned.length } };
}

async function pickModel(id: number | undefined, context: CommandContext): Promise<SavedModel> {
  const found = id === undefined ? await requireModel(context) : await findModel(context.db, id);
  if (found === undefined)
    throw new UserError(says[context.locale].noSuchModel(`m${id}`), { hint: "model versions" });
  return found;
}

async function retrain(using: Using | undefined, context: CommandContext): Promise<ReplyBody> {
  await requireActive(context);
  const job = await context.start("train", using === undefined ? {} : { using });
  return startedReply(job, context.format);
}

/** Adopts a model or the one before, with fresh scores, in one transaction: nobody sees two models mixed. */
function change(
  wish: Extract<Wish, { kind: "adopt" | "rollback" }>,
  { db, locale }: CommandContext,
): Promise<SavedModel> {
  return db.transaction(async (tx) => {
    await lockInTransaction(tx, "models");
    const active = await loadActiveModel(tx);
    const wanted =
      wish.kind === "adopt"
        ? await findModel(tx, wish.id)
        : await findPreviousModel(tx, active?.version ?? 0);
    if (wanted === undefined) {
      throw new UserError(
        wish.kind === "adopt" ? says[locale].noSuchModel(`m${wish.id}`) : says[locale].nothingBefore,
        {
          hint: "model versions",
        },
      );
    }
    if (wanted.id === active?.id)
      throw new UserError(says[locale].alreadyActive(`m${wanted.id}`), { hint: "model" });
    await scoreEveryone(tx, wanted);
    const version = await adoptModel(tx, wanted.id);
    return { ...wanted, status: "active", version };
  });
}

function readWish(words: Words): Wish {
  if (words.takeKeyword("versions")) return { kind: "versions" };
  if (words.takeKeyword("rollback")) return { kind: "rollback" };
  if (words.takeKeyword("scores")) return { kind: "scores" };
  if (words.takeKeyword("retrain")) return readRetrain(words);
  if (words.takeKeyword("adopt")) {
    const id = takeModelId(words);
    if (id === undefined) throw words.missing(says[words.locale].whichModel);
    return { kind: "adopt", id };
  }
  const asFile = words.takeKeyword("card");
  return { kind: "card", id: takeModelId(words), asFile };
}

function readRetrain(words: Words): Wish {
  if (words.takeKeyword("weekly")) return { kind: "schedule", when: takeWish(words) };
  if (words.takeKeyword("off")) return { kind: "unschedule" };
  return { kind: "retrain", using: takeUsing(words) };
}

/** `m4`; a number alone could be a segment. */
function takeModelId(words: Words): number | undefined {
  const [, digits] = /^m(\d{1,9})$/u.exec(words.peek()?.folded ?? "") ?? [];
  if (digits === undefined) return undefined;
  words.take();
  return Number(digits);
}

function takeUsing(words: Words): Using | undefined {
  if (!words.takeKeyword("using")) return undefined;
  const names = words.takeUntil().flatMap(({ text }) => text.split(",").filter((name) => name !== ""));
  if (names.length === 0) throw words.missing(says[words.locale].whichVariables);
  const isAll = names.length === 1 && ["all", "todo", "todas", "tudo"].includes(fold(at(names, 0)));
  return isAll ? "all" : names;
}
