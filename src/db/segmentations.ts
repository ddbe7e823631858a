import { asc, eq, sql } from "drizzle-orm";
import type { Feature } from "../analysis/features/feature.ts";
import type { Placement } from "../analysis/features/placement.ts";
import type { SegmentationMetrics, SegmentStatistics } from "../analysis/segments/segmentation.ts";
import type { Localized } from "../locale.ts";
import type { Db } from "./connect.ts";
import { featureSets, segmentations, segments } from "./schema.ts";

/** A segment as people see it. */
export interface Segment {
  readonly id: number;
  /** Never changes: follows the segment from one segmentation to the next. */
  readonly key: string;
  /** 1 is the most valuable per customer. */
  readonly number: number;
  /** From what distinguishes the segment. */
  readonly names: Localized;
  /** A person's name for it; wins over `names`. */
  readonly customName: string | null;
  readonly notes: string | null;
  /** Lists have one entry per feature of the segmentation. */
  readonly statistics: SegmentStatistics;
}

/** The segmentation that answers questions, with everything but its customers. */
export interface ActiveSegmentation {
  readonly id: number;
  readonly version: number;
  readonly method: "kmeans" | "rfm" | "dbscan" | "leaves";
  readonly seed: number;
  /** The day that the features are about, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** How many customers are placed. */
  readonly customers: number;
  readonly featureSetId: number;
  /** One per position of `features.values` and of every list in the statistics. */
  readonly features: readonly Feature[];
  readonly placement: Placement;
  /** The base's statistics are `metrics.base`. */
  readonly metrics: SegmentationMetrics;
  /** By number, ascending. */
  readonly segments: readonly Segment[];
}

/** The active segmentation; undefined before the first import. */
export async function loadActive(db: Db): Promise<ActiveSegmentation | undefined> {
  const [active] = await db
    .select({
      id: segmentations.id,
      version: sql<number>`coalesce(${segmentations.version}, 0)`.mapWith(Number),
      method: segmentations.method,
      seed: segmentations.seed,
      asOf: featureSets.asOf,
      featureSetId: featureSets.id,
      features: featureSets.definition,
      placement: segmentations.placement,
      metrics: segmentations.metrics,
    })
    .from(segmentations)
    .innerJoin(featureSets, eq(featureSets.id, segmentations.featureSetId))
    .where(eq(segmentations.status, "active"));
  if (active === undefined) return undefined;
  const found = await loadSegments(db, active.id);
  return { ...active, customers: active.metrics.base.size, segments: found };
}

/** The segments of a segmentation by number, ascending. */
export function loadSegments(db: Db, segmentationId: number): Promise<readonly Segment[]> {
  return db
    .select({
      id: segments.id,
      key: segments.key,
      number: segments.number,
      names: segments.names,
      customName: segments.customName,
      notes: segments.notes,
      statistics: segments.statistics,
    })
    .from(segments)
    .where(eq(segments.segmentationId, segmentationId))
    .orderBy(asc(segments.number));
}

/** Gives a segment a person's name; null takes it away, so that the name from its features shows again. */
export async function renameSegment(db: Db, segmentId: number, name: string | null): Promise<void> {
  await db.update(segments).set({ customName: name }).where(eq(segments.id, segmentId));
}

/** Writes a note on a segment; null takes it away. */
export async function noteSegment(db: Db, segmentId: number, text: string | null): Promise<void> {
  await db.update(segments).set({ notes: text }).where(eq(segments.id, segmentId));
}
