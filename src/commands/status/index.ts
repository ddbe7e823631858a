import { loadImports } from "../../db/imports.ts";
import { loadOpenJobs } from "../../db/jobs.ts";
import { loadActive } from "../../db/segmentations.ts";
import { defineCommand } from "../command.ts";
import { signFooter } from "../footer.ts";
import { emptyReply, statusReply, unsegmentedReply } from "./reply.ts";
import { about } from "./words.ts";

export const status = defineCommand({
  name: "status",
  role: "viewer",
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
