import { withoutChoice } from "../../analysis/division/division.ts";
import type { DensityEvidence } from "../../analysis/clustering/evidence.ts";
import { isSameDivision } from "../../analysis/segments/succession.ts";
import {
  deleteMemberships,
  findTwin,
  loadOverlaps,
  loadUsedNumbers,
  saveCandidate,
  saveRefused,
} from "../../db/segmentations/candidates.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { PlacementTarget } from "../../db/segmentations/memberships.ts";
import {
  type ActiveSegmentation,
  type NewSegmentation,
  reserveIds,
} from "../../db/segmentations/segmentations.ts";
import {
  describeNumbered,
  type NewDivision,
  numberSegments,
  placeDivision,
  targetByNumber,
} from "./place-division.ts";

/** What is to be looked at after a division. */
export interface SavedDivision {
  readonly id: number;
  /** Where everyone was placed; undefined where nothing new was kept. */
  readonly target?: PlacementTarget;
}

/**
 * Places everyone, matches the segments to those in force and saves the candidate; inside a transaction.
 *
 * @returns The id of the segmentation in force, or of a waiting candidate, where the same has come out again: then nothing
 *   is kept.
 */
export async function saveDivision(
  db: Db,
  active: ActiveSegmentation,
  found: NewDivision,
): Promise<SavedDivision> {
  const placed = await placeDivision(db, found);
  const { segmentationId, segmentIds, placement } = placed.target;
  const oldIds = active.segments.map(({ id }) => id);
  const overlaps = await loadOverlaps(db, oldIds, segmentIds);
  const isSame = isSameWay(active, { method: found.division.method, placement }) && isSameDivision(overlaps);
  if (isSame) return forget(db, segmentationId, active.id);
  const usedNumbers = await loadUsedNumbers(db);
  const predecessors = { old: active.segments, usedNumbers, overlaps, against: active.id };
  const numbered = await numberSegments(db, placed, predecessors);
  const twin = await findTwin(db, numbered.segmentation);
  if (twin !== undefined) return forget(db, segmentationId, twin);
  const segments = await describeNumbered(db, numbered);
  await saveCandidate(db, segmentationId, numbered.segmentation, segments);
  return { id: segmentationId, target: targetByNumber(numbered, segments) };
}

/** Nobody keeps a place in what has come out again. */
async function forget(db: Db, segmentationId: number, known: number): Promise<SavedDivision> {
  await deleteMemberships(db, [segmentationId]);
  return { id: known };
}

/**
 * Keeps what a method saw where it found nothing usable, so that it can be looked at; inside a transaction.
 *
 * @returns The id to look at.
 */
export async function saveNothing(
  db: Db,
  active: ActiveSegmentation,
  { base, parameters, seed }: Omit<NewDivision, "division">,
  evidence: DensityEvidence,
): Promise<number> {
  const features = base.forming.map(({ name }) => name);
  const refused: NewSegmentation = {
    method: "dbscan",
    parameters: { ...parameters, features },
    featureSetId: active.featureSetId,
    placement: {
      features,
      preprocessings: base.forming.map(({ preprocessing }) => preprocessing),
      by: "density",
      epsilon: evidence.epsilon,
      core: [],
      labels: [],
      outliers: 0,
    },
    metrics: {
      ...active.metrics,
      ...withoutChoice,
      inertia: 0,
      silhouette: 0,
      features: base.report,
      evidence,
    },
    seed,
  };
  const twin = await findTwin(db, refused);
  if (twin !== undefined) return twin;
  const { segmentationId } = await reserveIds(db, 0);
  await saveRefused(db, segmentationId, refused);
  return segmentationId;
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
