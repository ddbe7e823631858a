import type { Division } from "../analysis/clustering/divide.ts";
import { findOrder, findValue } from "../analysis/features/value.ts";
import type { Feature } from "../analysis/features/feature.ts";
import { place } from "../analysis/placement/place.ts";
import { type Placement, reorderSegments, segmentCount } from "../analysis/placement/placement.ts";
import { rowsOf } from "../analysis/matrix.ts";
import { type MeasuredSegments, measureSegments } from "../analysis/segments/measure.ts";
import { nameSegments } from "../analysis/segments/names.ts";
import type { SegmentationMetrics } from "../analysis/segments/segmentation.ts";
import { isSameDivision, orderByValue, succeedSegments } from "../analysis/segments/succession.ts";
import { at } from "../at.ts";
import { deleteMemberships, loadOverlaps, loadUsedNumbers, saveCandidate } from "../db/candidates.ts";
import type { Db } from "../db/connect.ts";
import { loadGroupStatistics, saveMemberships } from "../db/memberships.ts";
import { type ActiveSegmentation, reserveIds } from "../db/segmentations.ts";
import type { JsonObject } from "../reply.ts";
import { describeSegments } from "./describe-segments.ts";
import type { ReclusterBase } from "./recluster-base.ts";

/** A division that is about to become a candidate. */
interface NewDivision {
  readonly base: ReclusterBase;
  readonly division: Division;
  /** What is known before everyone is placed. */
  readonly metrics: Omit<SegmentationMetrics, "base" | "inertia" | "value" | "orderedBy">;
  readonly payload: JsonObject & { readonly seed: number };
}

/**
 * Places everyone, matches the segments to those in force and saves the candidate; inside a transaction.
 *
 * @returns Its id; undefined when it holds the same customers together as the segmentation in force: then nothing is kept.
 */
export async function saveDivision(
  db: Db,
  active: ActiveSegmentation,
  found: NewDivision,
): Promise<number | undefined> {
  const placement = placementOf(found);
  const { segmentationId, segmentIds } = await reserveIds(db, segmentCount(placement));
  const names = active.features.map(({ name }) => name);
  const { featureSetId, asOf } = active;
  await saveMemberships(db, { segmentationId, placement, segmentIds, asOf, place }, { featureSetId, names });
  const oldIds = active.segments.map(({ id }) => id);
  const overlaps = await loadOverlaps(db, oldIds, segmentIds);
  if (active.method === "kmeans" && isSameDivision(overlaps)) {
    await deleteMemberships(db, [segmentationId]);
    return undefined;
  }
  const groups = await loadGroupStatistics(db, { segmentationId, featureSetId, width: names.length });
  const features = asFormed(active.features, placement);
  const measured = measureSegments(groups, segmentIds, features);
  const described = await describeSegments(db, {
    segmentationId,
    featureSetId,
    features,
    forming: placement.features,
    segmentIds,
    seed: found.payload.seed,
  });
  const { successors, lineage } = succeedSegments({
    old: active.segments,
    usedNumbers: await loadUsedNumbers(db),
    overlaps,
    order: orderByValue(measured.segments, features),
    names: namesByLabel(measured, features),
    keyPrefix: String(segmentationId),
  });
  const { stability } = found.division;
  const { base, inertia } = measured;
  const candidate = {
    method: "kmeans",
    parameters: { ...found.payload, features: placement.features },
    featureSetId,
    placement: reorderSegments(
      placement,
      successors.map(({ label }) => label),
    ),
    metrics: {
      ...found.metrics,
      base,
      inertia,
      value: findValue(features)?.name ?? null,
      orderedBy: findOrder(features).name,
      stability: successors.map(({ label }) => at(stability, label)),
      succession: { against: active.id, lineage },
    },
    seed: found.payload.seed,
  } as const;
  const segments = successors.map(({ label, key, number, names: called, customName, notes }) => {
    const statistics = { ...at(measured.segments, label), ...at(described, label) };
    return { id: at(segmentIds, label), key, number, names: called, customName, notes, statistics };
  });
  await saveCandidate(db, segmentationId, candidate, segments);
  return segmentationId;
}

function placementOf({ base: { forming }, division }: NewDivision): Placement {
  return {
    features: forming.map(({ name }) => name),
    treatments: forming.map(({ treatment }) => treatment),
    by: "centroids",
    centroids: rowsOf(division.clustering.centroids),
  };
}

function asFormed(features: readonly Feature[], placement: Placement): readonly Feature[] {
  return features.map(({ setAside, ...feature }) =>
    placement.features.includes(feature.name) ? feature : { ...feature, setAside: setAside ?? "later" },
  );
}

/** Names are given in the order of value, so that the same segments get the same names whatever their labels. */
function namesByLabel({ base, segments }: MeasuredSegments, features: readonly Feature[]) {
  const order = orderByValue(segments, features);
  const named = nameSegments(
    order.map((label) => at(segments, label)),
    base,
    features,
  );
  return segments.map((_, label) => at(named, order.indexOf(label)));
}
