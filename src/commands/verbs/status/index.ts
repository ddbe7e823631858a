import { countBase } from "../../../db/imports/base-totals.ts";
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
    const [active, files, jobs, base] = await Promise.all([
      loadActive(db),
      loadImports(db),
      loadOpenJobs(db),
      countBase(db),
    ]);
    if (active !== undefined) {
      const footer = await signFooter(active, context);
      return { ...statusReply(active, { files, jobs, base }, format), footer };
    }
    return files.length === 0 ? emptyReply(format) : unsegmentedReply(files, base, format);
  },
});
