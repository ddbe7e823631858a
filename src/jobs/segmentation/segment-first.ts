import { automatic } from "../../analysis/division/division.ts";
import { hasDistinctRows } from "../../analysis/clustering/trained-centroids.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { SegmentOutcome } from "../../db/requests/tasks.ts";
import { adoptSegmentation, saveSegments } from "../../db/segmentations/segmentations.ts";
import { divideBase } from "./divide-base.ts";
import type { MeasuredBase } from "./measured-base.ts";
import { describeNumbered, numberSegments, placeDivision, targetByNumber } from "./place-division.ts";
import { replayPast } from "./replay-past.ts";
import type { SegmentOptions } from "./segment-options.ts";
import { segmentSteps } from "./segment-words.ts";

/** Below this there are no segments, only people. */
const fewestCustomers = 50;
const usualSeed = 7;

/** Divides a base that has no segments yet, and adopts the division. */
export async function segmentFirst(
  db: Db,
  base: MeasuredBase,
  options: SegmentOptions,
): Promise<SegmentOutcome> {
  const { customers, forming, points } = base;
  if (customers < fewestCustomers) return { kind: "none", customers, why: "few" };
  if (forming.length === 0) return { kind: "none", customers, why: "unmeasured" };
  if (!hasDistinctRows(points, 2)) return { kind: "none", customers, why: "alike" };
  const { seed = usualSeed, locale, signal, report } = options;
  const steps = segmentSteps[locale];
  const { divisions } = await divideBase(base, { seed, way: automatic }, options, steps);
  report({ step: steps.place, done: 0, total: 0 });
  const division = at(divisions, 0);
  const placed = await placeDivision(db, { base, division, parameters: { k: "auto" }, seed });
  const numbered = await numberSegments(db, placed);
  const segments = await describeNumbered(db, numbered);
  const { segmentationId } = placed.target;
  const version = await adoptSegmentation(db, segmentationId, numbered.segmentation);
  await saveSegments(db, segmentationId, segments);
  await replayPast(db, [targetByNumber(numbered, segments)], base, (done, total) => {
    signal.throwIfAborted();
    report({ step: steps.past, done, total });
  });
  return { kind: "divided", customers, segments: segments.length, version };
}
