import { divide } from "../../analysis/division/divide.ts";
import { automatic, type Division, type OnStep } from "../../analysis/division/division.ts";
import { hasDistinctRows } from "../../analysis/clustering/trained-centroids.ts";
import { place } from "../../analysis/placement/place.ts";
import { type Placement, reorderSegments, segmentCount } from "../../analysis/placement/placement.ts";
import { preprocessRows } from "../../analysis/features/preprocessing.ts";
import { findOrder, findValue } from "../../analysis/features/value.ts";
import { type Matrix, takeColumns } from "../../analysis/numbers/matrix.ts";
import { nameSegments } from "../../analysis/segments/names.ts";
import type { SegmentationMetrics } from "../../analysis/segments/segmentation.ts";
import { orderByValue } from "../../analysis/segments/succession.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../../db/connection/connect.ts";
import { defineFeatures } from "../../db/features/features.ts";
import {
  loadGroupStatistics,
  type PlacementTarget,
  saveMemberships,
} from "../../db/segmentations/memberships.ts";
import { adoptSegmentation, reserveIds, saveSegments } from "../../db/segmentations/segmentations.ts";
import { describeSegments } from "./describe-segments.ts";
import type { SegmentOutcome } from "../../db/requests/tasks.ts";
import type { MeasuredBase, SegmentOptions } from "./measured-base.ts";
import { type MeasuredSegments, measureSegments } from "../../analysis/segments/measure.ts";
import { replayPast } from "./replay-past.ts";
import { segmentSteps } from "./segment-words.ts";

/** Below this there are no segments, only people (PRODUCT.md 3). */
const fewestCustomers = 50;
const usualSeed = 7;

/** Divides a base that has no segments yet, and adopts the division. */
export async function divideBase(
  db: Db,
  base: MeasuredBase,
  options: SegmentOptions,
): Promise<SegmentOutcome> {
  const { saved, preprocessed, sample } = base;
  await defineFeatures(db, saved, preprocessed.features);
  const { customers } = saved;
  if (customers < fewestCustomers) return { kind: "none", customers, why: "few" };
  if (preprocessed.forming.length === 0) return { kind: "none", customers, why: "unmeasured" };
  const columns = takeColumns(
    sample,
    preprocessed.forming.map(({ position }) => position),
  );
  const points = preprocessRows(
    columns,
    preprocessed.forming.map(({ preprocessing }) => preprocessing),
  );
  if (!hasDistinctRows(points, 2)) return { kind: "none", customers, why: "alike" };
  const found = await choose(points, customers, options);
  options.report({ step: segmentSteps[options.locale].place, done: 0, total: 0 });
  const version = await adopt(db, base, found, options);
  return { kind: "divided", customers, segments: segmentCount(found.assigner), version };
}

/** The division that was chosen, with its proof, and why it was. */
async function choose(points: Matrix, customers: number, options: SegmentOptions): Promise<Division> {
  const { seed = usualSeed, locale, signal, report } = options;
  const onStep: OnStep = (step, done, total) => {
    signal.throwIfAborted();
    report({ step: segmentSteps[locale][step], done, total });
  };
  const divideOn = options.divide ?? ((...given) => Promise.resolve(divide(given[0], given[1])));
  const { divisions } = await divideOn({ points, customers, seed, way: automatic }, onStep, signal);
  return at(divisions, 0);
}

/** Numbers the segments by value, names them, and makes them the active ones. */
async function adopt(db: Db, base: MeasuredBase, found: Division, options: SegmentOptions): Promise<number> {
  const { seed = usualSeed } = options;
  const { features } = base.preprocessed;
  const { segmentationId, segmentIds, placement, measured } = await placeEveryone(db, base, found);
  const order = orderByValue(measured.segments, features);
  const described = await describeSegments(db, {
    segmentationId,
    featureSetId: base.saved.featureSetId,
    features,
    forming: placement.features,
    segmentIds,
    seed,
  });
  const statistics = order.map((label) => ({ ...at(measured.segments, label), ...at(described, label) }));
  const names = nameSegments(statistics, measured.base, features);
  const ordered = reorderSegments(placement, order);
  const version = await adoptSegmentation(db, segmentationId, {
    method: "kmeans",
    parameters: { k: "auto", features: placement.features },
    featureSetId: base.saved.featureSetId,
    placement: ordered,
    metrics: metricsOf(base, found, { measured, order }),
    seed,
  });
  const segments = order.map((label, index) => ({
    id: at(segmentIds, label),
    key: `${segmentationId}-${index + 1}`,
    number: index + 1,
    names: at(names, index),
    statistics: at(statistics, index),
  }));
  await saveSegments(db, segmentationId, segments);
  const target = { segmentationId, placement: ordered, segmentIds: segments.map(({ id }) => id) };
  await placeInPast(db, base, target, options);
  return version;
}

/** Places everyone in the new segments as of earlier weeks too, and tells how far it is. */
function placeInPast(
  db: Db,
  { asOf, saved, preprocessed }: MeasuredBase,
  target: Pick<PlacementTarget, "segmentationId" | "placement" | "segmentIds">,
  { locale, signal, report }: SegmentOptions,
): Promise<void> {
  const set = { ...saved, names: preprocessed.features.map(({ name }) => name) };
  return replayPast(db, [{ ...target, asOf, place }], set, (done, total) => {
    signal.throwIfAborted();
    report({ step: segmentSteps[locale].past, done, total });
  });
}

/** Places everyone by the learned centroids and measures the segments, before they have numbers. */
async function placeEveryone(db: Db, { asOf, saved, preprocessed }: MeasuredBase, { assigner }: Division) {
  const { features, forming } = preprocessed;
  const placement: Placement = {
    features: forming.map(({ name }) => name),
    preprocessings: forming.map(({ preprocessing }) => preprocessing),
    ...assigner,
  };
  const { segmentationId, segmentIds } = await reserveIds(db, segmentCount(placement));
  const target = { segmentationId, placement, segmentIds, asOf, place };
  const { featureSetId } = saved;
  await saveMemberships(db, target, { featureSetId, names: features.map(({ name }) => name) });
  const groups = await loadGroupStatistics(db, { segmentationId, featureSetId, width: features.length });
  return { segmentationId, segmentIds, placement, measured: measureSegments(groups, segmentIds, features) };
}

function metricsOf(
  { preprocessed }: MeasuredBase,
  { choice, silhouette, stability }: Division,
  { measured, order }: { readonly measured: MeasuredSegments; readonly order: readonly number[] },
): SegmentationMetrics {
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
    value: findValue(preprocessed.features)?.name ?? null,
    orderedBy: findOrder(preprocessed.features).name,
    features: preprocessed.report,
    ...(stability && { stability: order.map((label) => at(stability, label)) }),
  };
}
