import { lockInTransaction } from "../../db/connection/locks.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { Payload, SegmentOutcome } from "../../db/requests/tasks.ts";
import { defineFeatures, deleteSupersededFeatures } from "../../db/features/features.ts";
import { scoreAgain } from "../../db/campaigns/score-everyone.ts";
import { type ActiveSegmentation, loadActive } from "../../db/segmentations/segmentations.ts";
import type { Progress } from "../../contract/reply.ts";
import type { Job, JobContext } from "../runner/job.ts";
import { type MeasuredBase, measureBase } from "./measured-base.ts";
import { segmentFirst } from "./segment-first.ts";
import type { SegmentOptions } from "./segment-options.ts";
import { placeAgain } from "./segment-refresh.ts";
import { segmentSteps } from "./segment-words.ts";

/**
 * Measures every customer and divides the base: the first time into new segments, afterwards into the segments there
 * are, with placement, numbers and names as they were. In one transaction, so that nobody ever sees half of it.
 *
 * The same base and seed give the same segments.
 */
export function segmentBase(db: Db, options: SegmentOptions): Promise<SegmentOutcome> {
  return db.transaction(async (tx) => {
    await lockInTransaction(tx, "segmentations");
    options.report({ step: segmentSteps[options.locale].features, done: 0, total: 0 });
    const base = await measureBase(tx, options);
    await defineFeatures(tx, base, base.features);
    options.signal.throwIfAborted();
    const active = options.anew ? undefined : await loadActive(tx);
    const outcome =
      active !== undefined && fits(active, base)
        ? await placeAgain(tx, active, base, options)
        : await segmentFirst(tx, base, options);
    await scoreAgain(tx);
    await deleteSupersededFeatures(tx);
    return outcome;
  });
}

/** A placement most of whose features are gone belongs to another base: everyone would be placed by fills. */
function fits({ placement }: ActiveSegmentation, { features }: MeasuredBase): boolean {
  const names = new Set(features.map(({ name }) => name));
  const present = placement.features.filter((name) => names.has(name));
  return present.length > placement.features.length / 2;
}

/** Divides the base for whoever asked for the job that it is part of. */
export function segmentIn(
  { db, actor, now, signal, divide, ...context }: JobContext,
  payload: Payload<"segment"> = {},
): Promise<SegmentOutcome> {
  const report = (progress: Progress) => context.report(progress);
  return segmentBase(db, { ...payload, locale: actor.locale, now, signal, report, divide });
}

/** Divides the base as a job of its own: when a clock moves on, or another day is asked for. */
export const segment: Job<"segment"> = (payload, context) => segmentIn(context, payload);
