import { findReceivedFile, forgetReceivedFile, withReceivedFile } from "../../db/imports/received-files.ts";
import { importFile } from "./import.ts";
import type { Job } from "../runner/job.ts";

/** Which file, of those that people sent, to read in. */
export type ReceivedPayload = { readonly fileId: number };

/** Reads in a file that was sent to the bot: any worker can, because its bytes are in the base. */
export const importReceived: Job<ReceivedPayload> = {
  task: "received",
  async run({ fileId }, context) {
    const file = await findReceivedFile(context.db, fileId);
    if (file === undefined) throw new Error("the received file is gone");
    const line = await withReceivedFile(context.db, fileId, (path) =>
      importFile.run({ path, fileName: file.name }, context),
    );
    await forgetReceivedFile(context.db, fileId);
    return line;
  },
};
