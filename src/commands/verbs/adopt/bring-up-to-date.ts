import { place } from "../../../analysis/placement/place.ts";
import { measureSegments } from "../../../analysis/segments/measure.ts";
import { at } from "../../../lib/at.ts";
import type { Db } from "../../../db/connection/connect.ts";
import { loadGroupStatistics, updateMemberships } from "../../../db/segmentations/memberships.ts";
import { refreshSegmentation, type StoredSegmentation } from "../../../db/segmentations/segmentations.ts";

/**
 * Places everyone in a segmentation by the features of the one in force, where those are newer than its own: customers who
 * came since have a place too. Inside a transaction.
 */
export async function bringUpToDate(
  db: Db,
  run: StoredSegmentation,
  { featureSetId, features, asOf }: StoredSegmentation,
): Promise<void> {
  if (run.featureSetId === featureSetId) return;
  const segmentIds = run.segments.map(({ id }) => id);
  const names = features.map(({ name }) => name);
  const target = { segmentationId: run.id, placement: run.placement, segmentIds, asOf, place };
  await updateMemberships(db, target, { featureSetId, names });
  const question = { segmentationId: run.id, featureSetId, width: names.length };
  const groups = await loadGroupStatistics(db, question);
  const { base, segments, inertia } = measureSegments(groups, segmentIds, features);
  await refreshSegmentation(db, run.id, {
    featureSetId,
    metrics: { ...run.metrics, base, inertia },
    statistics: new Map(
      segmentIds.map((id, index) => [id, { ...at(run.segments, index).statistics, ...at(segments, index) }]),
    ),
  });
}
