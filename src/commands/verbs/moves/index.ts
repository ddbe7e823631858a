import { migrationOfFlows } from "../../../analysis/shift/migration.ts";
import { loadFirstDay, loadFlows, type Period } from "../../../db/moves/moves.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { pickSegment, requireActive } from "../../grammar/segment-reader.ts";
import { loadAhead } from "./ahead.ts";
import { movedIn } from "./migration-facts.ts";
import { movesReply, noHistoryReply } from "./reply.ts";
import { someMovesReply } from "./some-reply.ts";
import { takeMoves } from "./read.ts";
import { periodSince, refuseLater, type Since } from "./since.ts";
import { loadSplit } from "./split.ts";
import { about } from "./words.ts";

/** What is compared unless told otherwise. */
const usualSince: Since = { days: 28 };

export const moves = defineCommand({
  name: "moves",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: (words) => takeMoves(words),

  async answer({ from, to, since = usualSince }, context) {
    const active = await requireActive(context);
    const [source, target] = [from, to].map((meant) => meant && pickSegment(active, meant, context));
    refuseLater(since, active.asOf, context.format);
    const footer = await signFooter(active, context);
    const firstDay = (await loadFirstDay(context.db, active.id)) ?? active.asOf;
    const period = periodSince(active, since, firstDay);
    if (period.from >= period.to) return { ...(await freshReply(active, period, context)), footer };
    const flows = await loadFlows(context.db, active.id, period);
    const ids = active.segments.map(({ id }) => id);
    const moved = movedIn(active.segments, period, migrationOfFlows(flows, ids));
    if (source !== undefined || target !== undefined) {
      return { ...someMovesReply(moved, { source, target }, context.format), footer };
    }
    const split = await loadSplit(context.db, active, { period, flows });
    const ahead = await loadAhead(context.db, active, firstDay);
    return { ...movesReply(moved, { split, ahead }, context.format), footer };
  },
});

/** Segments without a past: nobody can have moved, but the lines may have moved over somebody. */
async function freshReply(
  active: ActiveSegmentation,
  period: Period,
  { db, format }: CommandContext,
): Promise<ReplyBody> {
  const split = await loadSplit(db, active, { period, flows: [] });
  return noHistoryReply(active, split, format);
}
