import { place } from "../analysis/placement/place.ts";
import { divide, type Division, type Divisions, type OnStep } from "../analysis/clustering/divide.ts";
import { hasDistinctRows } from "../analysis/clustering/trained-centroids.ts";
import { deleteOldCandidates } from "../db/candidates.ts";
import type { Db } from "../db/connect.ts";
import {
  loadActive,
  loadSegmentation,
  lockSegmentations,
  type StoredSegmentation,
} from "../db/segmentations.ts";
import { UserError } from "../errors.ts";
import type { Job, JobContext } from "./job.ts";
import { loadReclusterBase, type ReclusterBase } from "./recluster-base.ts";
import { saveDivision } from "./recluster-save.ts";
import { reclusterSays } from "./recluster-words.ts";
import { replayPast } from "./replay-past.ts";

/** What a `recluster` job is asked. */
export type ReclusterPayload = {
  readonly k: number | "auto";
  /** Names of features; without it those that form segments by themselves. */
  readonly using?: readonly string[];
  /** By default 7. */
  readonly seed?: number;
};

const usualSeed = 7;

/**
 * Divides the customers anew into two or three candidates, each proven and matched to the segments in force. Nothing that
 * is in force changes; where the same segments come out, nothing is written either.
 */
export const recluster: Job<ReclusterPayload> = {
  task: "recluster",
  async run(payload, context) {
    const { db, asker, signal } = context;
    const words = reclusterSays[asker.locale];
    context.report({ step: words.load, done: 0, total: 0 });
    const active = await loadActive(db);
    if (active === undefined) throw new UserError(words.noSegmentation, { hint: "data import" });
    const base = await loadReclusterBase(db, active, payload.using);
    checkDivisible(base, payload, context);
    const seed = payload.seed ?? usualSeed;
    const request = { points: base.points, k: payload.k, customers: active.customers, seed };
    const divideOn = context.divide ?? ((...given) => Promise.resolve(divide(given[0], given[1])));
    const onStep: OnStep = (step, done, total) => {
      signal.throwIfAborted();
      context.report({ step: words[step], done, total });
    };
    const found = await divideOn(request, onStep, signal);
    const ids = await save(active, base, found, { payload: { ...payload, seed }, context });
    return `look ${ids.map((id) => `r${id}`).join(" ")}`;
  },
};

function checkDivisible({ points }: ReclusterBase, { k }: ReclusterPayload, { asker }: JobContext): void {
  const words = reclusterSays[asker.locale];
  if (points.columns === 0 || !hasDistinctRows(points, 2)) {
    throw new UserError(words.alike, { hint: "recluster" });
  }
  if (k !== "auto" && !hasDistinctRows(points, k)) {
    throw new UserError(words.tooManySegments(String(k)), { hint: "recluster k auto" });
  }
}

/** Saves what differs from the segments in force. @returns Ids of what to look at, the segmentation in force if it came out again. */
function save(
  active: StoredSegmentation,
  base: ReclusterBase,
  { choice, divisions }: Divisions,
  {
    payload,
    context,
  }: { readonly payload: ReclusterPayload & { seed: number }; readonly context: JobContext },
): Promise<readonly number[]> {
  const { db, asker, signal } = context;
  const step = reclusterSays[asker.locale].save;
  return db.transaction(async (tx) => {
    await lockSegmentations(tx);
    const ids: number[] = [];
    for (const [index, division] of divisions.entries()) {
      signal.throwIfAborted();
      context.report({ step, done: index, total: divisions.length });
      const metrics = metricsOf(base, choice, division);
      const id = await saveDivision(tx, active, { base, division, metrics, payload });
      ids.push(id ?? active.id);
    }
    signal.throwIfAborted();
    await deleteOldCandidates(tx);
    await replay(tx, active, [...new Set(ids)]);
    return ids;
  });
}

/** New candidates get a past; the segmentation in force keeps its own. */
async function replay(db: Db, active: StoredSegmentation, ids: readonly number[]): Promise<void> {
  const found = await Promise.all(ids.filter((id) => id !== active.id).map((id) => loadSegmentation(db, id)));
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
  await replayPast(db, targets, { featureSetId, customers, names: features.map(({ name }) => name) });
}

function metricsOf({ report }: ReclusterBase, choice: Divisions["choice"], { silhouette }: Division) {
  const { candidates, elbow, reason, naturalGroups, setAside } = choice;
  return { candidates, elbow, reason, naturalGroups, setAside, silhouette, features: report };
}
