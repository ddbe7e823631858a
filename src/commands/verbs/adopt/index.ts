import { lockInTransaction } from "../../../db/connection/locks.ts";
import { reorderSegments } from "../../../analysis/placement/placement.ts";
import { orderByValue, succeedSegments } from "../../../analysis/segments/succession.ts";
import { at } from "../../../lib/at.ts";
import {
  activateCandidate,
  carryWords,
  loadOverlaps,
  loadUsedNumbers,
  replaceSegments,
} from "../../../db/segmentations/candidates.ts";
import type { Db } from "../../../db/connection/connect.ts";
import { type StoredSegmentation } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import { requireRun, takeRun } from "../../speech/candidate.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { about, says } from "./words.ts";

export const adopt = defineCommand({
  name: "adopt",
  role: "analyst",
  privacy: "totals",
  writes: true,
  about,
  read(words) {
    const id = takeRun(words);
    return { id, over: words.takeKeyword("over") ? takeVersion(words) : undefined };
  },

  async answer({ id, over }, context) {
    const { db, locale, format } = context;
    const words = says[locale];
    const version = await db.transaction((tx) => adoptIn(tx, { id, over }, context));
    const run = await requireRun(id, context);
    return {
      headline: words.adopted(`r${id}`, String(version), format.number(run.segments.length)),
      actions: [
        { label: words.list, line: "list" },
        { label: words.rollback, line: "rollback" },
      ],
      data: { run: id, version },
    };
  },
});

/** Whoever comes second sees what the first has done, since the lock is held to the end of the transaction. */
async function adoptIn(
  tx: Db,
  { id, over }: { readonly id: number; readonly over: number | undefined },
  context: CommandContext,
): Promise<number> {
  await lockInTransaction(tx, "segmentations");
  const inside = { ...context, db: tx };
  const active = await requireActive(inside);
  const run = await requireRun(id, inside);
  checkTurn(run, active, over, context);
  await bringUpToDate(tx, run, active);
  if (run.metrics.succession?.against === active.id) await carryWords(tx, active.id, id);
  else await succeedAnew(tx, run, active);
  return activateCandidate(tx, { id, user: context.actor.user });
}

/** @throws {UserError} When it is in force, of the past, or somebody else was quicker. */
function checkTurn(
  run: StoredSegmentation,
  active: StoredSegmentation,
  over: number | undefined,
  { locale }: CommandContext,
): void {
  const words = says[locale];
  const name = `r${run.id}`;
  const list = { label: words.list, line: "list" };
  if (run.status === "active") {
    throw new UserError(words.already(name, String(active.version)), { actions: [list] });
  }
  if (run.status === "refused") throw new UserError(words.nothing(name), { hint: `look ${name}` });
  if (run.status === "retired") throw new UserError(words.notWaiting(name), { hint: "rollback" });
  if (run.metrics.succession?.against === active.id || over === active.version) return;
  const anyway = { label: words.allTheSame(name), line: `adopt ${name} over v${active.version}` };
  throw new UserError(words.overtaken(name, String(active.version), active.adoptedBy), {
    actions: [list, anyway],
  });
}

/** Matches a candidate to other segments than those it was made beside. */
async function succeedAnew(db: Db, run: StoredSegmentation, active: StoredSegmentation): Promise<void> {
  const ids = (one: StoredSegmentation) => one.segments.map((segment) => segment.id);
  const { successors, lineage } = succeedSegments({
    old: active.segments,
    usedNumbers: await loadUsedNumbers(db),
    overlaps: await loadOverlaps(db, ids(active), ids(run)),
    order: orderByValue(
      run.segments.map(({ statistics }) => statistics),
      run.features,
    ),
    names: run.segments.map(({ names }) => names),
    keyPrefix: String(run.id),
  });
  const segments = successors.map(({ label, key, number, names, customName, notes }) => {
    const { id, statistics } = at(run.segments, label);
    return { id, key, number, names, customName, notes, statistics };
  });
  const { placement, metrics } = run;
  const { stability } = metrics;
  await replaceSegments(db, run.id, segments, {
    placement: reorderSegments(
      placement,
      successors.map(({ label }) => label),
    ),
    metrics: {
      ...metrics,
      succession: { against: active.id, lineage },
      ...(stability && { stability: successors.map(({ label }) => at(stability, label)) }),
    },
  });
}

function takeVersion(words: Words): number {
  const number = /^v(\d{1,9})$/u.exec(words.take()?.folded ?? "")?.[1];
  if (number === undefined) throw words.missing(says[words.locale].whichVersion);
  return Number(number);
}
