import { addDays, type Day } from "../../../lib/day.ts";
import { migrationOfFlows } from "../../../analysis/shift/migration.ts";
import { type Outlook, outlook, snapshotsNeeded } from "../../../analysis/shift/outlook.ts";
import { loadWeeklyFlows } from "../../../db/moves/moves.ts";
import type { Db } from "../../../db/connection/connect.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import { sum } from "./migration-facts.ts";

/** How large the segments will be some weeks from now, in their order. */
export interface Ahead {
  readonly weeks: number;
  readonly sizes: readonly Outlook[];
}

const weeks = 4;
/** Older weeks say little of the next ones. */
const mostWeeks = 8;
const seed = 7;

/** The outlook by the moves of the last weeks; undefined before there are six snapshots. */
export async function loadAhead(
  db: Db,
  active: ActiveSegmentation,
  firstDay: Day,
): Promise<Ahead | undefined> {
  const days = Array.from({ length: mostWeeks }, (_, i) => addDays(active.asOf, -(7 * (mostWeeks - i))));
  const known = days.filter((day) => day >= firstDay);
  if (known.length + 1 < snapshotsNeeded) return undefined;
  const ids = active.segments.map(({ id }) => id);
  const flows = await loadWeeklyFlows(db, active.id, known);
  const migrations = known.map((day) =>
    migrationOfFlows(
      flows.filter((flow) => flow.day === day),
      ids,
    ),
  );
  const last = migrations.at(-1);
  if (last === undefined) return undefined;
  const now = ids.map((_, i) => sum(last.matrix.map((row) => row[i] ?? 0)) + (last.joined[i] ?? 0));
  const matrices = migrations.map(({ matrix }) => matrix);
  return { weeks, sizes: outlook(matrices, now, { weeks, seed }) };
}
