import { findReceivedFile, forgetReceivedFile } from "../../../db/imports/received-files.ts";
import { UserError } from "../../../contract/errors.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import type { Understanding } from "../../../sources/report/understanding.ts";
import type { CommandContext } from "../../grammar/command.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { understoodReply } from "./understood-reply.ts";
import { understoodSays } from "./understood-words.ts";
import { says } from "./words.ts";

/** A file that was sent to the bot, and what is to be done with it. */
export interface Received {
  readonly id: number;
  /** Show how it is understood, understand it by these answers, read it in, or forget it. */
  readonly step: "show" | "set" | "confirm" | "cancel";
  /** As `--set` takes them at the terminal. */
  readonly answers: readonly string[];
}

/** `u3`, `u3 set "customer=Email" …`, `u3 confirm` or `u3 cancel`; nothing when no file is named. */
export function takeReceived(words: Words): Received | undefined {
  const word = words.peek();
  const number = word === undefined ? undefined : /^u(\d{1,9})$/u.exec(word.folded)?.[1];
  if (number === undefined) return undefined;
  words.take();
  const step =
    (["set", "confirm", "cancel"] as const).find((keyword) => words.takeKeyword(keyword)) ?? "show";
  const answers = step === "set" ? words.takeUntil().map(({ text }) => text) : [];
  return { id: Number(number), step, answers };
}

/**
 * How a sent file would be read, with buttons that say it is right or not; then the job that reads it. The file is looked
 * through by a job too, and this line said again when that has ended.
 */
export async function answerReceived(received: Received, context: CommandContext): Promise<ReplyBody> {
  const { id, step } = received;
  const { db, locale, format } = context;
  const file = await findReceivedFile(db, id);
  if (file === undefined) throw new UserError(says[locale].noSuchUpload, { hint: "data" });
  const words = understoodSays[locale];
  if (step === "cancel") {
    await forgetReceivedFile(db, id);
    return { headline: words.cancelled(file.name), data: { forgotten: id } };
  }
  if (step === "confirm") {
    const job = await context.start("received", { fileId: id });
    return { headline: says[locale].importStarted(file.name), job, data: { job: job.id } };
  }
  if (step === "set" || file.understanding === null) {
    const job = await context.start("look", { fileId: id, answers: received.answers });
    return { headline: words.looking(file.name), job, data: { job: job.id } };
  }
  return understoodReply({ id, fileName: file.name, ...(file.understanding as Understanding) }, format);
}
