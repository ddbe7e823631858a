import {
  adoptModel,
  findModel,
  findPreviousModel,
  loadActiveModel,
  loadModels,
  lockModels,
  type SavedModel,
} from "../../db/response-models.ts";
import { scoreEveryone } from "../../db/score-everyone.ts";
import { mayActAs } from "../../asker.ts";
import { UserError } from "../../errors.ts";
import type { Reply } from "../../reply.ts";
import { type CommandContext, defineCommand } from "../command.ts";
import { requireModel } from "../model-reader.ts";
import type { Words } from "../words-reader.ts";
import { adoptedReply, cardReply, startedReply, versionsReply } from "./reply.ts";
import { about, says } from "./words.ts";

/** What is asked of the models. */
type Wish =
  | { readonly kind: "card"; readonly id: number | undefined }
  | { readonly kind: "versions" }
  | { readonly kind: "rollback" }
  | { readonly kind: "retrain"; readonly using: readonly string[] | undefined }
  | { readonly kind: "adopt"; readonly id: number };

/** How many models `model versions` lists. */
const mostListed = 10;

export const model = defineCommand({
  name: "model",
  role: "viewer",
  about,
  read: readWish,

  async answer(wish, context) {
    if (wish.kind === "card") return cardReply(await pickModel(wish.id, context), context.format);
    if (wish.kind === "versions")
      return versionsReply(await loadModels(context.db, mostListed), context.format);
    if (!mayActAs(context.asker.role, "analyst")) throw new UserError(says[context.locale].onlyAnalysts);
    if (wish.kind === "retrain") return retrain(wish.using, context);
    return adoptedReply(await change(wish, context), context.format);
  },
});

async function pickModel(id: number | undefined, context: CommandContext): Promise<SavedModel> {
  const found = id === undefined ? await requireModel(context) : await findModel(context.db, id);
  if (found === undefined)
    throw new UserError(says[context.locale].noSuchModel(`m${id}`), { hint: "model versions" });
  return found;
}

async function retrain(using: readonly string[] | undefined, context: CommandContext): Promise<Reply> {
  const job = await context.start("train", using === undefined ? {} : { using });
  return startedReply(job, context.format);
}

/** Adopts a model or the one before, with fresh scores, in one transaction: nobody sees two models mixed. */
function change(
  wish: Extract<Wish, { kind: "adopt" | "rollback" }>,
  { db, locale }: CommandContext,
): Promise<SavedModel> {
  return db.transaction(async (tx) => {
    await lockModels(tx);
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
  if (words.takeKeyword("retrain")) return { kind: "retrain", using: takeUsing(words) };
  if (words.takeKeyword("adopt")) {
    const id = takeModelId(words);
    if (id === undefined) throw words.missing(says[words.locale].whichModel);
    return { kind: "adopt", id };
  }
  words.takeKeyword("card");
  return { kind: "card", id: takeModelId(words) };
}

/** `m4`; a number alone could be a segment. */
function takeModelId(words: Words): number | undefined {
  const [, digits] = /^m(\d{1,9})$/u.exec(words.peek()?.folded ?? "") ?? [];
  if (digits === undefined) return undefined;
  words.take();
  return Number(digits);
}

function takeUsing(words: Words): readonly string[] | undefined {
  if (!words.takeKeyword("using")) return undefined;
  const names = words.takeUntil().flatMap(({ text }) => text.split(",").filter((name) => name !== ""));
  if (names.length === 0) throw words.missing(says[words.locale].whichVariables);
  return names;
}
