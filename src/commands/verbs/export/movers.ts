import { defaultColumns } from "../../../db/campaigns/audiences.ts";
import { type Movers, moversAudience } from "../../../db/moves/movers.ts";
import { loadFirstDay, type Period } from "../../../db/moves/moves.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { CommandContext } from "../../grammar/command.ts";
import type { MovesAsked } from "../moves/read.ts";
import { periodSince } from "../moves/since.ts";
import { pickSegment } from "../../grammar/segment-reader.ts";
import { titleOf } from "../../speech/segment-words.ts";
import type { FoundList } from "./found-list.ts";
import { moversSays } from "./movers-words.ts";

/** A week, as the digest looks back. */
const usualSince = { days: 7 };

/** The customers who changed segment, as a list. */
export async function findMovers(
  asked: MovesAsked,
  active: ActiveSegmentation,
  context: CommandContext,
): Promise<FoundList> {
  const { db, locale, format } = context;
  const [from, to] = [asked.from, asked.to].map((meant) => meant && pickSegment(active, meant, context));
  const first = (await loadFirstDay(db, active.id)) ?? active.asOf;
  const period = periodSince(active, asked.since ?? usualSince, first);
  const movers: Movers = {
    kind: "movers",
    segmentationId: active.id,
    since: period.from,
    until: period.to,
    from: from?.id ?? null,
    to: to?.id ?? null,
  };
  const [id = "id", ...others] = defaultColumns(active);
  return {
    title: moversSays[locale].title(
      from && titleOf(from, format),
      to && titleOf(to, format),
      format.day(period.from),
    ),
    fileName: moversSays[locale].fileName,
    source: movers,
    back: { label: moversSays[locale].back, line: movesLine({ from, to }, period) },
    data: { from: from?.number ?? null, to: to?.number ?? null, since: period.from },
    audience: moversAudience(movers),
    columns: [id, "previous", ...others],
  };
}

/** The line that tells the same moves as totals. */
function movesLine(
  { from, to }: { readonly from: Segment | undefined; readonly to: Segment | undefined },
  period: Period,
): string {
  const parts = [from && `from ${from.number}`, to && `to ${to.number}`, `since ${period.from}`];
  return ["moves", ...parts].filter((part) => part !== undefined).join(" ");
}
