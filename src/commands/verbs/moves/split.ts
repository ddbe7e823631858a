import type { Day } from "../../../lib/day.ts";
import { place } from "../../../analysis/placement/place.ts";
import { type Transition, decompose, type Decomposition } from "../../../analysis/shift/decomposition.ts";
import type { Flow } from "../../../analysis/shift/migration.ts";
import { findInForceOn, loadTransitions } from "../../../db/moves/transitions.ts";
import type { Db } from "../../../db/connection/connect.ts";
import type { Period } from "../../../db/moves/moves.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Fact } from "../../../contract/reply.ts";
import { formatPeople } from "../../speech/segment-words.ts";
import { splitSays } from "./split-words.ts";

/** Why customers are in another segment than on the first day. */
export interface Split extends Decomposition {
  /** Customers who were there both times. */
  readonly customersThen: number;
  /** The version that drew the lines anew in between; undefined when nobody did. */
  readonly redrawn: number | undefined;
}

/** Splits the moves of a period; where the lines are the same on both days, they were all the customers' doing. */
export async function loadSplit(
  db: Db,
  active: ActiveSegmentation,
  { period, flows }: { readonly period: Period; readonly flows: readonly Flow[] },
): Promise<Split> {
  const former = await findInForceOn(db, period.from, active);
  const transitions =
    former === undefined
      ? transitionsOf(flows)
      : await loadTransitions(db, { former, active, period, place });
  return {
    ...decompose(transitions),
    customersThen: transitions.reduce((total, { customers }) => total + customers, 0),
    redrawn: former && active.version,
  };
}

/** With the same lines on both days the old ones place a customer of today where the new ones do. */
function transitionsOf(flows: readonly Flow[]): readonly Transition[] {
  return flows.flatMap(({ from, to, customers }) =>
    from === null || to === null
      ? []
      : [{ before: from, customersOnly: to, linesOnly: from, after: to, customers }],
  );
}

/** "Why they moved": both shares; nothing where too few moved to tell. */
export function splitFacts({ movers, customers, lines }: Split, format: Format): readonly Fact[] {
  if (movers === 0 || isSmallCell(movers)) return [];
  const says = splitSays[format.locale];
  return [
    {
      label: says.why,
      value: says.customersChanged(format.percent(customers, 0)),
      comparison: says.lineMoved(format.percent(lines, 0)),
    },
  ];
}

/** Whose lines the figures go by. */
export function linesText({ movers, customersThen, redrawn }: Split, since: Day, format: Format): string {
  const says = splitSays[format.locale];
  const day = format.day(since);
  if (redrawn === undefined) return says.sameLines(day);
  const [moved, all] = [movers, customersThen].map((count) => formatPeople(count, format));
  return says.redrawn(day, String(redrawn), moved ?? "", all ?? "");
}
