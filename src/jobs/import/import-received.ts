import { findReceivedFile, forgetReceivedFile, withReceivedFile } from "../../db/imports/received-files.ts";
import { importFile } from "./import.ts";
import type { Job } from "../runner/job.ts";

/** Reads in a file that was sent to the bot: any worker can, because its bytes are in the base. */
export const importReceived: Job<"received"> = async ({ fileId }, context) => {
  const file = await findReceivedFile(context.db, fileId);
  if (file === undefined) throw new Error("the received file is gone");
  const outcome = await withReceivedFile(context.db, fileId, (path) =>
    // Whoever confirmed the file saw how it would be read.
    importFile({ path, fileName: file.name, answers: file.answers, isUnasked: true }, context),
  );
  await forgetReceivedFile(context.db, fileId);
  return outcome;
};
