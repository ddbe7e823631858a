import { findReceivedFile, withReceivedFile } from "../../../db/imports/received-files.ts";
import { UserError } from "../../../contract/errors.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { preview } from "../../../sources/file/preview.ts";
import { sourceWords } from "../../../sources/report/words.ts";
import type { CommandContext } from "../../grammar/command.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { mappingReply } from "./map-reply.ts";
import { says } from "./words.ts";

/** A file that was sent to the bot, and whether its mapping was seen and found right. */
export interface Received {
  readonly id: number;
  readonly isConfirmed: boolean;
}

/** Enough of a file to see what its columns are; the job looks at all of it. */
const lookedAtBytes = 4_194_304;

/** `u3`, or `u3 confirm`; nothing when no file is named. */
export function takeReceived(words: Words): Received | undefined {
  const word = words.peek();
  const number = word === undefined ? undefined : /^u(\d{1,9})$/u.exec(word.folded)?.[1];
  if (number === undefined) return undefined;
  words.take();
  return { id: Number(number), isConfirmed: words.takeKeyword("confirm") };
}

/** How a sent file would be read, with a button that says it is right; then the job that reads it. */
export async function answerReceived(
  { id, isConfirmed }: Received,
  context: CommandContext,
): Promise<ReplyBody> {
  const { db, locale } = context;
  const words = says[locale];
  const file = await findReceivedFile(db, id);
  if (file === undefined) throw new UserError(words.noSuchUpload, { hint: "data" });
  if (!isConfirmed)
    return withReceivedFile(db, id, (path) => look(path, file.name, id, context), lookedAtBytes);
  const job = await context.start("received", { fileId: id });
  const headline = words.importStarted(file.name);
  return { headline, job, data: { job: job.id } };
}

async function look(path: string, fileName: string, id: number, context: CommandContext): Promise<ReplyBody> {
  const { format, locale, now } = context;
  const { mapping } = await preview({
    reading: { path, fileName, says: sourceWords[locale] },
    map: undefined,
    now,
  });
  const confirm = {
    label: says[locale].confirm,
    line: `data import u${id} confirm`,
    style: "primary" as const,
  };
  return {
    ...mappingReply(fileName, mapping, format),
    caveat: says[locale].confirmCaveat,
    actions: [confirm],
  };
}
