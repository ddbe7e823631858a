import { addDays, dayMs } from "../../../lib/day.ts";
import { type Check, type Findings, findChanges } from "../../../analysis/shift/findings.ts";
import { migrationOfFlows } from "../../../analysis/shift/migration.ts";
import { loadFirstDay, loadFlows } from "../../../db/moves/moves.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import { findSettings } from "../../../db/team/settings.ts";
import { loadWeeklyResponses } from "../../../db/moves/weekly-responses.ts";
import {
  loadLastImport,
  loadSilences,
  loadWeeklyMeasures,
  type Silence,
} from "../../../db/moves/weekly-measures.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { type Moved, movedIn } from "../moves/migration-facts.ts";
import { floorsOf, measureChecks, responseChecks, sizeChecks } from "./checks.ts";

/** What a week brought. */
export interface Week extends Findings {
  /** The position of the one segment that was looked at; all of them where it is missing. */
  readonly segment?: number;
  /** Everything that was looked at. */
  readonly checks: readonly Check[];
  readonly moved: Moved;
  /** Whether the segments stood a week ago; without that nothing can have moved. */
  readonly hasHistory: boolean;
  readonly problems: DataProblems;
}

/** Why a week's numbers may be wrong. */
export interface DataProblems {
  readonly silences: readonly Silence[];
  /** Days since anything was read in, when that is too long. */
  readonly staleDays: number | undefined;
}

/** Data older than a week and a day cannot tell about this week. */
const staleAfterDays = 8;

/** Looks at everything that may have changed in the week before the data's day. */
export async function loadWeek(active: ActiveSegmentation, { db, now }: CommandContext): Promise<Week> {
  const { id, asOf } = active;
  const period = { from: addDays(asOf, -7), to: asOf };
  const segmentIds = active.segments.map((segment) => segment.id);
  // They do not wait for each other: the server counts on all its cores.
  const [flows, measures, answers, silences] = await Promise.all([
    loadFlows(db, id, period),
    loadWeeklyMeasures(db, id, asOf),
    loadWeeklyResponses(db, id, { since: period.from, asOf }),
    loadSilences(db, asOf),
  ]);
  const first = await loadFirstDay(db, id);
  const floors = floorsOf(await findSettings(db, "team"));
  const migration = migrationOfFlows(flows, segmentIds);
  const checks = [
    ...sizeChecks(migration, floors.segment),
    ...measureChecks(measures, segmentIds, floors),
    ...responseChecks(answers, segmentIds, floors.segment),
  ];
  return {
    ...findChanges(checks),
    checks,
    moved: movedIn(active.segments, period, migration),
    hasHistory: first !== undefined && first <= period.from,
    problems: { silences, staleDays: staleDays(await loadLastImport(db), now) },
  };
}

function staleDays(imported: Date | undefined, now: Date): number | undefined {
  if (imported === undefined) return undefined;
  const days = Math.floor((now.getTime() - imported.getTime()) / dayMs);
  return days > staleAfterDays ? days : undefined;
}
