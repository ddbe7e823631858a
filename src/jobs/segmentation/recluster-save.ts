import { type Division, withoutChoice } from "../../analysis/division/division.ts";
import type { DensityEvidence } from "../../analysis/clustering/evidence.ts";
import type { Feature } from "../../analysis/features/feature.ts";
import { findOrder, findValue } from "../../analysis/features/value.ts";
import { place } from "../../analysis/placement/place.ts";
import {
  type Placement,
  type Assigner,
  reorderSegments,
  segmentCount,
} from "../../analysis/placement/placement.ts";
import { type MeasuredSegments, measureSegments } from "../../analysis/segments/measure.ts";
import { nameSegments } from "../../analysis/segments/names.ts";
import { isSameDivision, orderByValue, succeedSegments } from "../../analysis/segments/succession.ts";
import { at } from "../../lib/at.ts";
import {
  deleteMemberships,
  findTwin,
  loadOverlaps,
  loadUsedNumbers,
  saveCandidate,
  saveRefused,
} from "../../db/segmentations/candidates.ts";
import type { Db } from "../../db/connection/connect.ts";
import { loadGroupStatistics, saveMemberships } from "../../db/segmentations/memberships.ts";
import {
  type ActiveSegmentation,
  type NewSegmentation,
  reserveIds,
} from "../../db/segmentations/segmentations.ts";
import type { JsonObject } from "../../contract/reply.ts";
import { describeSegments } from "./describe-segments.ts";
import type { ReclusterBase } from "./recluster-base.ts";

/** What was asked, with the seed that was taken. */
type Asked = JsonObject & { readonly seed: number };

/** A division that is about to become a candidate. */
interface NewDivision {
  readonly base: ReclusterBase;
  readonly division: Division;
  readonly payload: Asked;
}

/**
 * Places everyone, matches the segments to those in force and saves the candidate; inside a transaction.
 *
 * @returns Its id; that of the segmentation in force, or of a waiting candidate, where the same has come out again: then
 *   nothing is kept.
 */
export async function saveDivision(
  db: Db,
  active: ActiveSegmentation,
  found: NewDivision,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const { division, base } = found;
  const placement = placementOf(base, division.assigner);
  const { segmentationId, segmentIds } = await reserveIds(db, segmentCount(placement));
  const names = active.features.map(({ name }) => name);
  const { featureSetId, asOf } = active;
  await saveMemberships(db, { segmentationId, placement, segmentIds, asOf, place }, { featureSetId, names });
  const oldIds = active.segments.map(({ id }) => id);
  const overlaps = await loadOverlaps(db, oldIds, segmentIds);
  if (isSameWay(active, { method: division.method, placement }) && isSameDivision(overlaps)) {
    await deleteMemberships(db, [segmentationId]);
    return { id: active.id, isNew: false };
  }
  const groups = await loadGroupStatistics(db, { segmentationId, featureSetId, width: names.length });
  const features = asFormed(active.features, placement);
  const measured = measureSegments(groups, segmentIds, features);
  const order = orderOf(measured, features, placement);
  const { successors, lineage } = succeedSegments({
    old: active.segments,
    usedNumbers: await loadUsedNumbers(db),
    overlaps,
    order,
    names: namesByLabel(measured, features, order).map((own, label) => division.names?.[label] ?? own),
    keyPrefix: String(segmentationId),
  });
  const labels = successors.map(({ label }) => label);
  const candidate: NewSegmentation = {
    ...candidateOf(active, found, reorderSegments(placement, labels)),
    metrics: metricsOf(
      found,
      { measured, features },
      { labels, succession: { against: active.id, lineage } },
    ),
  };
  const twin = await findTwin(db, candidate);
  if (twin !== undefined) {
    await deleteMemberships(db, [segmentationId]);
    return { id: twin, isNew: false };
  }
  const described = await describeSegments(db, {
    segmentationId,
    featureSetId,
    features,
    forming: placement.features,
    segmentIds,
    seed: found.payload.seed,
  });
  const segments = successors.map(({ label, key, number, names: called, customName, notes }) => {
    const statistics = { ...at(measured.segments, label), ...at(described, label) };
    return { id: at(segmentIds, label), key, number, names: called, customName, notes, statistics };
  });
  await saveCandidate(db, segmentationId, candidate, segments);
  return { id: segmentationId, isNew: true };
}

/**
 * Keeps what a method saw where it found nothing usable, so that it can be looked at; inside a transaction.
 *
 * @returns The id to look at.
 */
export async function saveNothing(
  db: Db,
  active: ActiveSegmentation,
  {
    base,
    evidence,
    payload,
  }: { readonly base: ReclusterBase; readonly evidence: DensityEvidence; readonly payload: Asked },
): Promise<number> {
  const { segmentationId } = await reserveIds(db, 0);
  const assigner = { by: "density", epsilon: evidence.epsilon, core: [], labels: [], outliers: 0 } as const;
  const division = { method: "dbscan", assigner, silhouette: 0, choice: withoutChoice, evidence } as const;
  const { metrics } = active;
  const refused: NewSegmentation = {
    ...candidateOf(active, { base, division, payload }, placementOf(base, assigner)),
    metrics: { ...metrics, ...withoutChoice, inertia: 0, silhouette: 0, features: base.report, evidence },
  };
  const twin = await findTwin(db, refused);
  if (twin !== undefined) return twin;
  await saveRefused(db, segmentationId, refused);
  return segmentationId;
}

function placementOf({ forming }: ReclusterBase, assigner: Assigner): Placement {
  return {
    features: forming.map(({ name }) => name),
    preprocessings: forming.map(({ preprocessing }) => preprocessing),
    ...assigner,
  };
}

/** Whether two segmentations place alike, so that the same members mean the same segments. */
function isSameWay(
  active: Pick<ActiveSegmentation, "method" | "placement">,
  other: Pick<ActiveSegmentation, "method" | "placement">,
): boolean {
  const kindOf = ({ placement }: typeof other) =>
    placement.by === "centroids" ? placement.codes?.kind : undefined;
  return active.method === other.method && kindOf(active) === kindOf(other);
}

function candidateOf(
  { featureSetId }: ActiveSegmentation,
  { division, payload }: NewDivision,
  placement: Placement,
): Omit<NewSegmentation, "metrics"> {
  const { method } = division;
  const parameters = { ...payload, features: placement.features };
  return { method, parameters, featureSetId, placement, seed: payload.seed };
}

function metricsOf(
  { division, base }: NewDivision,
  { measured, features }: { readonly measured: MeasuredSegments; readonly features: readonly Feature[] },
  {
    labels,
    succession,
  }: { readonly labels: readonly number[] } & Required<Pick<NewSegmentation["metrics"], "succession">>,
): NewSegmentation["metrics"] {
  const { choice, silhouette, stability, evidence } = division;
  const { candidates, elbow, reason, naturalGroups, setAside } = choice;
  return {
    candidates,
    elbow,
    reason,
    naturalGroups,
    setAside,
    silhouette,
    features: base.report,
    base: measured.base,
    inertia: measured.inertia,
    value: findValue(features)?.name ?? null,
    orderedBy: findOrder(features).name,
    ...(stability && { stability: labels.map((label) => at(stability, label)) }),
    succession,
    ...(evidence && { evidence }),
  };
}

/** By value; outliers, who are no group, come last whatever they spend. */
function orderOf(
  { segments }: MeasuredSegments,
  features: readonly Feature[],
  placement: Placement,
): readonly number[] {
  const order = orderByValue(segments, features);
  if (placement.by !== "density") return order;
  return [...order.filter((label) => label !== placement.outliers), placement.outliers];
}

function asFormed(features: readonly Feature[], placement: Placement): readonly Feature[] {
  return features.map(({ setAside, ...feature }) =>
    placement.features.includes(feature.name) ? feature : { ...feature, setAside: setAside ?? "later" },
  );
}

/** Names are given in the order of value, so that the same segments get the same names whatever their labels. */
function namesByLabel(
  { base, segments }: MeasuredSegments,
  features: readonly Feature[],
  order: readonly number[],
) {
  const named = nameSegments(
    order.map((label) => at(segments, label)),
    base,
    features,
  );
  return segments.map((_, label) => at(named, order.indexOf(label)));
}
