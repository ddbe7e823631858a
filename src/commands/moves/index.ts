import { migrationOfFlows } from "../../analysis/shift/migration.ts";
import { loadFirstDay, loadFlows, type Period } from "../../db/moves.ts";
import type { ActiveSegmentation } from "../../db/segmentations.ts";
import { type CommandContext, defineCommand } from "../command.ts";
import { signFooter } from "../footer.ts";
import { pickSegment, requireActive, type SegmentReference, takeSegmentBefore } from "../segment-reader.ts";
import type { Words } from "../words-reader.ts";
import { movesReply, noHistoryReply } from "./reply.ts";
import { someMovesReply } from "./some-reply.ts";
import { daysBefore, type Since, takeSince } from "./since.ts";
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
    const period = await findPeriod(active, since, context);
    if (period === undefined) return { ...noHistoryReply(active, context.format), footer };
    const flows = await loadFlows(context.db, active.id, period);
    const migration = migrationOfFlows(
      flows,
      active.segments.map(({ id }) => id),
    );
    const moved = { segments: active.segments, period, migration };
    const reply =
      source === undefined && target === undefined
        ? movesReply(moved, context.format)
        : someMovesReply(moved, { source, target }, context.format);
    return { ...reply, footer };
  },
});

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

/** From the day meant, or the first that is known, to the data's day; undefined when there is nothing between. */
async function findPeriod(
  active: ActiveSegmentation,
  since: Since,
  { db }: CommandContext,
): Promise<Period | undefined> {
  const wanted = "day" in since ? since.day : daysBefore(active.asOf, since.days);
  const first = await loadFirstDay(db, active.id);
  if (first === undefined) return undefined;
  const from = first > wanted ? first : wanted;
  return from < active.asOf ? { from, to: active.asOf } : undefined;
}
