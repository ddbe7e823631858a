import { lockInTransaction } from "../../db/connection/locks.ts";
import type { Divisions } from "../../analysis/division/division.ts";
import { deleteOldCandidates } from "../../db/segmentations/candidates.ts";
import type { PlacementTarget } from "../../db/segmentations/memberships.ts";
import { type ActiveSegmentation, loadActive } from "../../db/segmentations/segmentations.ts";
import { UserError } from "../../contract/errors.ts";
import type { Job, JobContext } from "../runner/job.ts";
import { divideBase } from "./divide-base.ts";
import { methodRequestOf } from "./method-request.ts";
import type { NewDivision } from "./place-division.ts";
import { loadReclusterBase } from "./recluster-base.ts";
import { saveDivision, saveNothing } from "./recluster-save.ts";
import { reclusterSays } from "./recluster-words.ts";
import { replayPast } from "./replay-past.ts";
import { segmentSteps } from "./segment-words.ts";

const usualSeed = 7;

/**
 * Divides the customers anew into two to four candidates, each proven and matched to the segments in force. Nothing that is
 * in force changes; where the same segments come out, nothing is written either.
 */
export const recluster: Job<"recluster"> = async (payload, context) => {
  const { db, actor } = context;
  const words = reclusterSays[actor.locale];
  context.report({ step: words.load, done: 0, total: 0 });
  const active = await loadActive(db);
  if (active === undefined) throw new UserError(words.noSegmentation, { hint: "data import" });
  const forming = { using: payload.using, withoutValue: payload.method === "leaves" };
  const base = await loadReclusterBase(db, active, forming);
  const seed = payload.seed ?? usualSeed;
  const way = methodRequestOf(payload, base, active, actor.locale);
  const found = await divideBase(base, { seed, way }, context, words);
  const asked = { base, parameters: { ...payload, seed }, seed };
  return { segmentationIds: await save(active, asked, found, context) };
};

/** Saves what differs from the segments in force. @returns Ids of what to look at, the segmentation in force if it came out again. */
function save(
  active: ActiveSegmentation,
  asked: Omit<NewDivision, "division">,
  { divisions, nothing }: Divisions,
  context: JobContext,
): Promise<readonly number[]> {
  const { db, actor, signal } = context;
  const step = reclusterSays[actor.locale].save;
  return db.transaction(async (tx) => {
    await lockInTransaction(tx, "segmentations");
    const ids: number[] = [];
    const targets: PlacementTarget[] = [];
    if (nothing !== undefined) ids.push(await saveNothing(tx, active, asked, nothing));
    for (const [index, division] of divisions.entries()) {
      signal.throwIfAborted();
      context.report({ step, done: index, total: divisions.length });
      const { id, target } = await saveDivision(tx, active, { ...asked, division });
      ids.push(id);
      if (target !== undefined) targets.push(target);
    }
    signal.throwIfAborted();
    await deleteOldCandidates(tx);
    // New candidates get a past; what was there keeps its own.
    await replayPast(tx, targets, asked.base, (done, total) => {
      signal.throwIfAborted();
      context.report({ step: segmentSteps[actor.locale].past, done, total });
    });
    return [...new Set(ids)];
  });
}
