import { migrationOfFlows } from "../../analysis/shift/migration.ts";
import { loadFirstDay, loadFlows, type Period } from "../../db/moves.ts";
import type { ActiveSegmentation } from "../../db/segmentations.ts";
import type { Reply } from "../../reply.ts";
import { type CommandContext, defineCommand } from "../command.ts";
import { signFooter } from "../footer.ts";
import { pickSegment, requireActive, type SegmentReference, takeSegmentBefore } from "../segment-reader.ts";
import type { Words } from "../words-reader.ts";
import { loadAhead } from "./ahead.ts";
import { movedIn } from "./migration-facts.ts";
import { movesReply, noHistoryReply } from "./reply.ts";
import { someMovesReply } from "./some-reply.ts";
import { daysBefore, type Since, takeSince } from "./since.ts";
import { loadSplit } from "./split.ts";
import { about } from "./words.ts";

/** What is compared unless told otherwise. */
const usualSince: Since = { days: 28 };

interface Asked {
  readonly from: SegmentReference | undefined;
  readonly to: SegmentReference | undefined;
  readonly since: Since | undefined;
}

export const moves = defineCommand({
  name: "moves",
  role: "viewer",
  about,
  read: readAsked,

  async answer({ from, to, since = usualSince }, context) {
    const active = await requireActive(context);
    const [source, target] = [from, to].map((meant) => meant && pickSegment(active, meant, context));
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
): Promise<Reply> {
  const split = await loadSplit(db, active, { period, flows: [] });
  return noHistoryReply(active, split, format);
}

/** The three parts in any order; each once. */
function readAsked(words: Words): Asked {
  let from: SegmentReference | undefined;
  let to: SegmentReference | undefined;
  let since: Since | undefined;
  for (;;) {
    if (from === undefined && words.takeKeyword("from")) from = takeSegmentBefore(words, "to", "since");
    else if (to === undefined && words.takeKeyword("to")) to = takeSegmentBefore(words, "from", "since");
    else if (since === undefined && words.takeKeyword("since")) since = takeSince(words);
    else return { from, to, since };
  }
}

/** From the day meant, or the first that is known, to the data's day. */
function periodSince({ asOf }: ActiveSegmentation, since: Since, firstDay: string): Period {
  const wanted = "day" in since ? since.day : daysBefore(asOf, since.days);
  const from = [wanted, firstDay].sort().at(-1) ?? firstDay;
  return { from: from < asOf ? from : asOf, to: asOf };
}
