import { lockInTransaction } from "../../../db/connection/locks.ts";
import { carryWords, findFormer, reinstate } from "../../../db/segmentations/candidates.ts";
import type { Db } from "../../../db/connection/connect.ts";
import { UserError } from "../../../contract/errors.ts";
import { bringUpToDate } from "../adopt/bring-up-to-date.ts";
import { requireRun } from "../../speech/candidate.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { about, says } from "./words.ts";

export const rollback = defineCommand({
  name: "rollback",
  role: "analyst",
  privacy: "totals",
  writes: true,
  about,
  read: () => undefined,

  async answer(_, context) {
    const { db, locale, format } = context;
    const words = says[locale];
    const { from, to } = await db.transaction((tx) => rollbackIn(tx, context));
    const run = `r${from}`;
    return {
      headline: words.back(String(to.version), format.number(to.segments.length), run),
      actions: [
        { label: words.list, line: "list" },
        { label: words.again(run), line: `adopt ${run} over v${to.version}` },
      ],
      data: { version: to.version, run: from },
    };
  },
});

async function rollbackIn(tx: Db, context: CommandContext) {
  await lockInTransaction(tx, "segmentations");
  const inside = { ...context, db: tx };
  const active = await requireActive(inside);
  const former = await findFormer(tx, active.version);
  if (former === undefined) throw new UserError(says[context.locale].nothing, { hint: "list" });
  const to = await requireRun(former, inside);
  await bringUpToDate(tx, to, active);
  await carryWords(tx, active.id, former);
  await reinstate(tx, active.id, former);
  return { from: active.id, to };
}
