import { countVotes, vote as saveVote } from "../../../db/segmentations/candidates.ts";
import { UserError } from "../../../contract/errors.ts";
import { decisions, requireRun, takeRun } from "../../speech/candidate.ts";
import { candidateSays } from "../../speech/candidate-words.ts";
import { defineCommand } from "../../grammar/command.ts";
import { about, says } from "./words.ts";

export const vote = defineCommand({
  name: "vote",
  role: "marketer",
  privacy: "totals",
  writes: true,
  about,
  read: takeRun,

  async answer(id, context) {
    const { db, actor, locale, format } = context;
    const words = says[locale];
    const run = await requireRun(id, context);
    if (run.status !== "candidate") throw new UserError(words.notOpen(`r${id}`), { hint: "list" });
    await saveVote(db, actor.user, id);
    const count = (await countVotes(db)).get(id) ?? 0;
    const others = decisions(id, context).filter(({ line }) => !line.startsWith("vote"));
    return {
      headline: words.voted(`r${id}`, format.number(count)),
      actions: [{ label: candidateSays[locale].look(`r${id}`), line: `look r${id}` }, ...others],
      data: { run: id, votes: count },
    };
  },
});
