import { keepPlacement } from "../../analysis/placement/keep-placement.ts";
import { place } from "../../analysis/placement/place.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../../db/connection/connect.ts";
import { defineFeatures } from "../../db/features/features.ts";
import type { SegmentOutcome } from "../../db/requests/tasks.ts";
import { loadGroupStatistics, updateMemberships } from "../../db/segmentations/memberships.ts";
import { type ActiveSegmentation, refreshSegmentation } from "../../db/segmentations/segmentations.ts";
import { describeSegments } from "./describe-segments.ts";
import type { MeasuredBase } from "./measured-base.ts";
import { measureSegments } from "../../analysis/segments/measure.ts";
import type { SegmentOptions } from "./segment-options.ts";
import { segmentSteps } from "./segment-words.ts";

/** Places everyone again in the segments there are: placement, numbers, keys and names stay. */
export async function placeAgain(
  db: Db,
  active: ActiveSegmentation,
  base: MeasuredBase,
  { locale, report: tell }: SegmentOptions,
): Promise<SegmentOutcome> {
  tell({ step: segmentSteps[locale].place, done: 0, total: 0 });
  const { id: segmentationId, placement, seed } = active;
  const { features, report } = keepPlacement(base, placement);
  await defineFeatures(db, base, features);
  const { asOf, featureSetId, customers } = base;
  const segmentIds = active.segments.map(({ id }) => id);
  const names = features.map(({ name }) => name);
  const target = { segmentationId, placement, segmentIds, asOf, place };
  const changes = await updateMemberships(db, target, { featureSetId, names });
  const groups = await loadGroupStatistics(db, { segmentationId, featureSetId, width: features.length });
  const { base: everyone, segments, inertia } = measureSegments(groups, segmentIds, features);
  const forming = placement.features;
  const question = { segmentationId, featureSetId, features, forming, segmentIds, seed };
  const described = await describeSegments(db, question);
  await refreshSegmentation(db, segmentationId, {
    featureSetId,
    metrics: { ...active.metrics, base: everyone, inertia, features: report },
    statistics: new Map(
      segmentIds.map((id, index) => [id, { ...at(segments, index), ...at(described, index) }]),
    ),
  });
  return { kind: "placed", customers, ...changes };
}
