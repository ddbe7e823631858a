import { divide } from "../../analysis/division/divide.ts";
import type { Divisions, OnStep } from "../../analysis/division/division.ts";
import { place } from "../../analysis/placement/place.ts";
import { deleteOldCandidates } from "../../db/segmentations/candidates.ts";
import type { Db } from "../../db/connection/connect.ts";
import {
  loadActive,
  loadSegmentation,
  lockSegmentations,
  type StoredSegmentation,
} from "../../db/segmentations/segmentations.ts";
import type { Payload } from "../../db/requests/tasks.ts";
import { UserError } from "../../contract/errors.ts";
import type { Job, JobContext } from "../runner/job.ts";
import { loadReclusterBase, type ReclusterBase } from "./recluster-base.ts";
import { saveDivision, saveNothing } from "./recluster-save.ts";
import { methodRequestOf } from "./method-request.ts";
import { reclusterSays } from "./recluster-words.ts";
import { replayPast } from "./replay-past.ts";
import { segmentSteps } from "./segment-words.ts";

const usualSeed = 7;

/**
 * Divides the customers anew into two to four candidates, each proven and matched to the segments in force. Nothing that is
 * in force changes; where the same segments come out, nothing is written either.
 */
export const recluster: Job<"recluster"> = async (payload, context) => {
  const { db, actor, signal } = context;
  const words = reclusterSays[actor.locale];
  context.report({ step: words.load, done: 0, total: 0 });
  const active = await loadActive(db);
  if (active === undefined) throw new UserError(words.noSegmentation, { hint: "data import" });
  const forming = { using: payload.using, withoutValue: payload.method === "leaves" };
  const base = await loadReclusterBase(db, active, forming);
  const seed = payload.seed ?? usualSeed;
  const way = methodRequestOf(payload, base, active, actor.locale);
  const request = { points: base.points, customers: active.customers, seed, way };
  const divideOn = context.divide ?? ((...given) => Promise.resolve(divide(given[0], given[1])));
  const onStep: OnStep = (step, done, total) => {
    signal.throwIfAborted();
    context.report({ step: words[step], done, total });
  };
  const found = await divideOn(request, onStep, signal);
  return { segmentationIds: await save(active, base, found, { payload: { ...payload, seed }, context }) };
};

/** Saves what differs from the segments in force. @returns Ids of what to look at, the segmentation in force if it came out again. */
function save(
  active: StoredSegmentation,
  base: ReclusterBase,
  { divisions, nothing }: Divisions,
  {
    payload,
    context,
  }: { readonly payload: Payload<"recluster"> & { seed: number }; readonly context: JobContext },
): Promise<readonly number[]> {
  const { db, actor, signal } = context;
  const step = reclusterSays[actor.locale].save;
  return db.transaction(async (tx) => {
    await lockSegmentations(tx);
    const ids: number[] = [];
    const fresh: number[] = [];
    if (nothing !== undefined) ids.push(await saveNothing(tx, active, { base, evidence: nothing, payload }));
    for (const [index, division] of divisions.entries()) {
      signal.throwIfAborted();
      context.report({ step, done: index, total: divisions.length });
      const { id, isNew } = await saveDivision(tx, active, { base, division, payload });
      ids.push(id);
      if (isNew) fresh.push(id);
    }
    signal.throwIfAborted();
    await deleteOldCandidates(tx);
    await replay(tx, active, fresh, context);
    return [...new Set(ids)];
  });
}

/** New candidates get a past; what was there keeps its own. */
async function replay(
  db: Db,
  active: StoredSegmentation,
  ids: readonly number[],
  context: JobContext,
): Promise<void> {
  const found = await Promise.all(ids.map((id) => loadSegmentation(db, id)));
  const targets = found.flatMap((run) =>
    run === undefined
      ? []
      : [
          {
            segmentationId: run.id,
            placement: run.placement,
            segmentIds: run.segments.map(({ id }) => id),
            asOf: run.asOf,
            place,
          },
        ],
  );
  const { featureSetId, customers, features } = active;
  const set = { featureSetId, customers, names: features.map(({ name }) => name) };
  await replayPast(db, targets, set, (done, total) => {
    context.signal.throwIfAborted();
    context.report({ step: segmentSteps[context.actor.locale].past, done, total });
  });
}
