import { keepPlacement } from "../../analysis/placement/keep-placement.ts";
import { place } from "../../analysis/placement/place.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../../db/connection/connect.ts";
import { defineFeatures } from "../../db/features/features.ts";
import { loadGroupStatistics, updateMemberships } from "../../db/segmentations/memberships.ts";
import { type ActiveSegmentation, refreshSegmentation } from "../../db/segmentations/segmentations.ts";
import { describeSegments } from "./describe-segments.ts";
import type { SegmentOutcome } from "../../db/requests/tasks.ts";
import type { MeasuredBase, SegmentOptions } from "./measured-base.ts";
import { measureSegments } from "../../analysis/segments/measure.ts";
import { segmentSteps } from "./segment-words.ts";

/** Places everyone again in the segments there are: placement, numbers, keys and names stay. */
export async function placeAgain(
  db: Db,
  active: ActiveSegmentation,
  { asOf, saved, preprocessed }: MeasuredBase,
  { locale, report: tell }: SegmentOptions,
): Promise<SegmentOutcome> {
  tell({ step: segmentSteps[locale].place, done: 0, total: 0 });
  const { features, report } = keepPlacement(preprocessed, active.placement);
  await defineFeatures(db, saved, features);
  const { featureSetId, customers } = saved;
  const segmentIds = active.segments.map(({ id }) => id);
  const changes = await updateMemberships(
    db,
    { segmentationId: active.id, placement: active.placement, segmentIds, asOf, place },
    { featureSetId, names: features.map(({ name }) => name) },
  );
  const question = { segmentationId: active.id, featureSetId, width: features.length };
  const groups = await loadGroupStatistics(db, question);
  const { base, segments, inertia } = measureSegments(groups, segmentIds, features);
  const described = await describeSegments(db, {
    segmentationId: active.id,
    featureSetId,
    features,
    forming: active.placement.features,
    segmentIds,
    seed: active.seed,
  });
  await refreshSegmentation(db, active.id, {
    featureSetId,
    metrics: { ...active.metrics, base, inertia, features: report },
    statistics: new Map(
      segmentIds.map((id, index) => [id, { ...at(segments, index), ...at(described, index) }]),
    ),
  });
  return { kind: "placed", customers, ...changes };
}
