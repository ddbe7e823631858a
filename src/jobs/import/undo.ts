import { undoImport } from "../../db/imports/undo-import.ts";
import type { Job } from "../runner/job.ts";
import { jobSays } from "../runner/words.ts";
import { segmentIn } from "../segmentation/segment.ts";

/** Undoes an import and places everyone anew; a second wish to undo the same one finds it undone. */
export const undo: Job<"undo"> = async ({ importId }, context) => {
  const { db, actor, now } = context;
  context.report({ step: jobSays[actor.locale].stepUndo, done: 0, total: 0 });
  await undoImport(db, importId, { by: actor.user, at: now });
  context.keep(jobSays[actor.locale].keptData);
  await segmentIn(context);
  return { importId };
};
