import { countVotes, loadCandidateIds } from "../../../db/segmentations/candidates.ts";
import type { StoredSegmentation } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import { requireRun, takeRun } from "../../speech/candidate.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { nothingReply } from "./evidence.ts";
import { oneReply, sameReply, severalReply } from "./reply.ts";
import { about, says } from "./words.ts";

const mostRuns = 4;

export const look = defineCommand({
  name: "look",
  role: "marketer",
  privacy: "totals",
  writes: false,
  about,
  read(words) {
    const ids: number[] = [];
    while (words.left() > 0 && ids.length < mostRuns) ids.push(takeRun(words));
    return [...new Set(ids)];
  },

  async answer(asked, context) {
    const active = await requireActive(context);
    const runs = await loadRuns(asked.length > 0 ? asked : await loadCandidateIds(context.db), context);
    const refused = runs.find(({ status }) => status === "refused");
    const evidence = refused?.metrics.evidence;
    if (refused !== undefined && evidence?.kind === "density") {
      return nothingReply(refused, evidence, context.format);
    }
    const votes = await countVotes(context.db);
    const first = runs.find(({ id }) => id !== active.id);
    if (runs.length > 0 && first === undefined) return sameReply(active, context);
    if (first === undefined) {
      const words = says[context.locale];
      throw new UserError(words.none, { actions: [{ label: words.recluster, line: "recluster" }] });
    }
    return runs.length === 1
      ? oneReply(first, { active, votes }, context)
      : severalReply({ active, runs, votes }, context);
  },
});

async function loadRuns(
  ids: readonly number[],
  context: CommandContext,
): Promise<readonly StoredSegmentation[]> {
  return Promise.all(ids.map((id) => requireRun(id, context)));
}
