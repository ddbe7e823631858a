import { basename } from "node:path";
import { createFormat, type Locale } from "../../../lib/locale.ts";
import type { Db } from "../../../db/connection/connect.ts";
import { findAnswers, loadConvertible } from "../../../db/imports/imports.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { preview } from "../../../sources/file/preview.ts";
import { readAnswers } from "../../../sources/guess/answers.ts";
import { questionText } from "../../../sources/questions/stop.ts";
import { summarize } from "../../../sources/rows/summarize.ts";
import { sourceWords } from "../../../sources/report/words.ts";
import { mappingReply } from "./map-reply.ts";

/** A file to look at. */
export interface PreviewFile {
  readonly path: string;
  /** Path of a mapping file. */
  readonly map: string | undefined;
  /** Answers to its questions, as `--set` takes them. */
  readonly answers: readonly string[];
}

/**
 * How a file would be read in; nothing is written.
 *
 * @throws {UserError} When it cannot be read.
 */
export async function previewFile(
  file: PreviewFile,
  { db, now, locale }: { readonly db: Db; readonly now: Date; readonly locale: Locale },
): Promise<ReplyBody> {
  const fileName = basename(file.path);
  const reading = { path: file.path, fileName, says: sourceWords[locale] };
  const answers = readAnswers(file.answers, reading.says);
  const { mapping, questions } = await preview({
    reading,
    map: file.map,
    answers,
    earlier: async (headers) => readAnswers(await findAnswers(db, headers), reading.says),
    convertible: await loadConvertible(db),
    locale,
    now,
  });
  const read = { ...(await summarize(reading, mapping, now)), questions };
  const reply = mappingReply(fileName, mapping, createFormat(locale, "EUR"));
  return { ...reply, paragraphs: questions.map(questionText), data: { ...reply.data, read } };
}
