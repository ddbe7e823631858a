import { findReceivedFile, saveUnderstanding, withReceivedFile } from "../../db/imports/received-files.ts";
import { preview } from "../../sources/file/preview.ts";
import type { Reading } from "../../sources/file/reading.ts";
import type { Understanding } from "../../sources/report/understanding.ts";
import { sourceWords } from "../../sources/report/words.ts";
import { readThrough } from "../../sources/rows/summarize.ts";
import { requestOf } from "./import.ts";
import type { Job, JobContext } from "../runner/job.ts";

/**
 * Looks through a file that was sent to the bot, and keeps how it would be read with it: whoever sent it is shown that
 * before anything is stored. A job, because a file may take a minute and the bot's process has to answer others.
 */
export const lookAtReceived: Job<"look"> = async ({ fileId, answers }, context) => {
  const file = await findReceivedFile(context.db, fileId);
  if (file === undefined) throw new Error("the received file is gone");
  const understanding = await withReceivedFile(context.db, fileId, (path) =>
    understand({ path, fileName: file.name, answers }, context),
  );
  await saveUnderstanding(context.db, fileId, { understanding, answers });
  return { fileId };
};

async function understand(
  file: { readonly path: string; readonly fileName: string; readonly answers: readonly string[] },
  context: JobContext,
): Promise<Understanding> {
  const { path, fileName } = file;
  const says = sourceWords[context.actor.locale];
  const step = says.stepSurvey(fileName);
  const reading: Reading = {
    path,
    fileName,
    says,
    signal: context.signal,
    onProgress: (done, total) => context.report({ step, done, total }),
  };
  const { mapping, questions, findings } = await preview(await requestOf(file, reading, context));
  const { read, findings: ofRows } = await readThrough(reading, mapping, context.now);
  return { mapping, read, questions, findings: [...ofRows, ...findings] };
}
