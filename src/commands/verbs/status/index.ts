import { loadImports } from "../../../db/imports/imports.ts";
import { loadOpenJobs } from "../../../db/requests/jobs.ts";
import { loadActive } from "../../../db/segmentations/segmentations.ts";
import { defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { emptyReply, statusReply, unsegmentedReply } from "./reply.ts";
import { about } from "./words.ts";

export const status = defineCommand({
  name: "status",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: () => undefined,

  async answer(_, context) {
    const { db, format } = context;
    const [active, files, jobs] = await Promise.all([loadActive(db), loadImports(db), loadOpenJobs(db)]);
    if (active !== undefined) {
      const footer = await signFooter(active, context);
      return { ...statusReply(active, { files, jobs }, format), footer };
    }
    return files.length === 0 ? emptyReply(format) : unsegmentedReply(files, format);
  },
});
