import { addDays, type Day } from "../../../lib/day.ts";
import { place } from "../../../analysis/placement/place.ts";
import { type Transition, decompose } from "../../../analysis/shift/decomposition.ts";
import { findInForceOn, loadTransitions } from "../../../db/moves/transitions.ts";
import { loadFirstDay, loadSegmentOn, type Period } from "../../../db/moves/moves.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { splitSays } from "../moves/split-words.ts";
import { titleOf } from "../../speech/segment-words.ts";

/** How one customer came to be in another segment than four weeks ago. */
export interface CustomerMove {
  readonly from: Segment;
  readonly since: Day;
  readonly cause: "customer" | "line" | "both";
}

const lookBackDays = 28;

/** The move of one customer; undefined for who stayed, or was not there yet. */
export async function loadMove(
  active: ActiveSegmentation,
  customerId: number,
  { db }: CommandContext,
): Promise<CustomerMove | undefined> {
  const first = (await loadFirstDay(db, active.id)) ?? active.asOf;
  const [from = first] = [addDays(active.asOf, -lookBackDays), first].sort().reverse();
  const period: Period = { from, to: active.asOf };
  const former = await findInForceOn(db, from, active);
  if (former === undefined) {
    const [before, after] = await Promise.all(
      [period.from, period.to].map((day) => loadSegmentOn(db, active.id, { customerId, day })),
    );
    if (before === undefined || after === undefined) return undefined;
    const transition = { before, customersOnly: after, linesOnly: before, after, customers: 1 };
    return moveOf(
      transition,
      from,
      active.segments.find(({ id }) => id === before),
    );
  }
  const [transition] = await loadTransitions(db, { former, active, period, place }, customerId);
  const isOrigin = ({ key }: Segment) => key === transition?.before;
  const origin = active.segments.find(isOrigin) ?? former.segments.find(isOrigin);
  return transition && moveOf(transition, from, origin);
}

function moveOf(transition: Transition, since: Day, from: Segment | undefined): CustomerMove | undefined {
  const { movers, customers } = decompose([transition]);
  if (movers === 0 || from === undefined) return undefined;
  return { from, since, cause: customers === 1 ? "customer" : customers === 0 ? "line" : "both" };
}

/** The move in words. */
export function moveText(move: CustomerMove, { format, locale }: CommandContext): readonly string[] {
  const says = splitSays[locale];
  return [says.was(titleOf(move.from, format), format.day(move.since)), says.because[move.cause]];
}
