import type { Division } from "../../analysis/division/division.ts";
import type { Feature } from "../../analysis/features/feature.ts";
import { findOrder, findValue } from "../../analysis/features/value.ts";
import { place } from "../../analysis/placement/place.ts";
import { type Placement, reorderSegments, segmentCount } from "../../analysis/placement/placement.ts";
import { type MeasuredSegments, measureSegments } from "../../analysis/segments/measure.ts";
import { nameSegments } from "../../analysis/segments/names.ts";
import type { SegmentationMetrics } from "../../analysis/segments/segmentation.ts";
import {
  orderByValue,
  type SegmentSuccession,
  succeedSegments,
  type SuccessionFacts,
} from "../../analysis/segments/succession.ts";
import type { JsonObject } from "../../contract/reply.ts";
import type { Db } from "../../db/connection/connect.ts";
import {
  loadGroupStatistics,
  type PlacementTarget,
  saveMemberships,
} from "../../db/segmentations/memberships.ts";
import { type NewSegmentation, reserveIds, type Segment } from "../../db/segmentations/segmentations.ts";
import { at } from "../../lib/at.ts";
import { describeSegments } from "./describe-segments.ts";
import type { MeasuredBase } from "./measured-base.ts";

/** A division that is about to become a segmentation. */
export interface NewDivision {
  readonly base: MeasuredBase;
  readonly division: Division;
  /** What was asked. */
  readonly parameters: JsonObject;
  readonly seed: number;
}

/** Everyone has a segment of the division, by the division's own order of them. */
export interface PlacedDivision extends NewDivision {
  /** The features, marked by whether they form these segments. */
  readonly features: readonly Feature[];
  readonly target: PlacementTarget;
}

/** The segments follow these: numbers, keys and names go on where members are shared. */
export interface Predecessors extends Pick<SuccessionFacts, "old" | "usedNumbers" | "overlaps"> {
  /** The id of their segmentation. */
  readonly against: number;
}

/** The segments have numbers, keys and names. */
export interface NumberedDivision extends PlacedDivision {
  readonly segmentation: NewSegmentation;
  readonly measured: MeasuredSegments;
  readonly successors: SegmentSuccession["successors"];
}

/** Places everyone by what the division learned; inside a transaction. */
export async function placeDivision(db: Db, found: NewDivision): Promise<PlacedDivision> {
  const { base, division } = found;
  const placement: Placement = {
    features: base.forming.map(({ name }) => name),
    preprocessings: base.forming.map(({ preprocessing }) => preprocessing),
    ...division.assigner,
  };
  const target = { ...(await reserveIds(db, segmentCount(placement))), placement, asOf: base.asOf, place };
  await saveMemberships(db, target, {
    featureSetId: base.featureSetId,
    names: base.features.map(({ name }) => name),
  });
  return { ...found, features: asFormed(base.features, placement), target };
}

function asFormed(features: readonly Feature[], placement: Placement): readonly Feature[] {
  return features.map(({ setAside, ...feature }) =>
    placement.features.includes(feature.name) ? feature : { ...feature, setAside: setAside ?? "later" },
  );
}

/** Measures the segments and gives them numbers by value, keys and names: their predecessors' where they have some. */
export async function numberSegments(
  db: Db,
  placed: PlacedDivision,
  predecessors?: Predecessors,
): Promise<NumberedDivision> {
  const { base, division, features, target, parameters, seed } = placed;
  const { segmentationId, segmentIds, placement } = target;
  const { featureSetId } = base;
  const groups = await loadGroupStatistics(db, { segmentationId, featureSetId, width: features.length });
  const measured = measureSegments(groups, segmentIds, features);
  const order = orderOf(measured, features, placement);
  const { against, ...facts } = predecessors ?? nobodyBefore(segmentIds.length);
  const { successors, lineage } = succeedSegments({
    ...facts,
    order,
    names: namesByLabel(measured, features, order).map((own, label) => division.names?.[label] ?? own),
    keyPrefix: String(segmentationId),
  });
  const labels = successors.map(({ label }) => label);
  const segmentation: NewSegmentation = {
    method: division.method,
    parameters: { ...parameters, features: placement.features },
    featureSetId,
    placement: reorderSegments(placement, labels),
    metrics: {
      ...metricsOf(placed, measured, labels),
      ...(against !== undefined && { succession: { against, lineage } }),
    },
    seed,
  };
  return { ...placed, segmentation, measured, successors };
}

/** The first segments follow none. */
function nobodyBefore(segments: number): Omit<Predecessors, "against"> & { readonly against?: undefined } {
  return { old: [], usedNumbers: [], overlaps: { rows: 0, columns: segments, values: new Float64Array() } };
}

/** The segments by number, with what each is like beyond its averages. */
export async function describeNumbered(
  db: Db,
  { base, features, target, measured, successors, seed }: NumberedDivision,
): Promise<readonly Segment[]> {
  const { segmentationId, segmentIds, placement } = target;
  const { featureSetId } = base;
  const forming = placement.features;
  const question = { segmentationId, featureSetId, features, forming, segmentIds, seed };
  const described = await describeSegments(db, question);
  return successors.map(({ label, ...identity }) => ({
    ...identity,
    id: at(segmentIds, label),
    statistics: { ...at(measured.segments, label), ...at(described, label) },
  }));
}

/** Where everyone is placed in the segments, in the order of their numbers. */
export function targetByNumber(
  { target, segmentation }: NumberedDivision,
  segments: readonly Segment[],
): PlacementTarget {
  return { ...target, placement: segmentation.placement, segmentIds: segments.map(({ id }) => id) };
}

function metricsOf(
  { base, division, features }: PlacedDivision,
  measured: MeasuredSegments,
  labels: readonly number[],
): SegmentationMetrics {
  const { choice, silhouette, stability, evidence } = division;
  const { candidates, elbow, reason, naturalGroups, setAside } = choice;
  return {
    base: measured.base,
    inertia: measured.inertia,
    silhouette,
    candidates,
    elbow,
    reason,
    naturalGroups,
    setAside,
    value: findValue(features)?.name ?? null,
    orderedBy: findOrder(features).name,
    features: base.report,
    ...(stability && { stability: labels.map((label) => at(stability, label)) }),
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
