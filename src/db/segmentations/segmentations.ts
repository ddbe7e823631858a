import type { Day } from "../../lib/day.ts";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Feature } from "../../analysis/features/feature.ts";
import type { Placement } from "../../analysis/placement/placement.ts";
import type { SegmentationMetrics, SegmentStatistics } from "../../analysis/segments/segmentation.ts";
import type { Localized } from "../../lib/locale.ts";
import type { JsonObject } from "../../contract/reply.ts";
import type { Db } from "../connection/connect.ts";
import { featureSets, segmentations, segments } from "../schema/index.ts";

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
  readonly asOf: Day;
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

/** A segmentation in force, in waiting, or of the past. */
export interface StoredSegmentation extends ActiveSegmentation {
  readonly status: "candidate" | "active" | "retired" | "refused";
  /** What was asked for. */
  readonly parameters: JsonObject;
  /** Who adopted it; null for the first, which nobody had to. */
  readonly adoptedBy: string | null;
}

/** The active segmentation; undefined before the first import. */
export function loadActive(db: Db): Promise<StoredSegmentation | undefined> {
  return loadWhere(db, eq(segmentations.status, "active"));
}

/** Any segmentation by its id; undefined when there is none. */
export function loadSegmentation(db: Db, id: number): Promise<StoredSegmentation | undefined> {
  return loadWhere(db, eq(segmentations.id, id));
}

async function loadWhere(db: Db, condition: SQL): Promise<StoredSegmentation | undefined> {
  const [found] = await db
    .select({
      id: segmentations.id,
      version: sql<number>`coalesce(${segmentations.version}, 0)`.mapWith(Number),
      method: segmentations.method,
      seed: segmentations.seed,
      status: segmentations.status,
      parameters: segmentations.parameters,
      adoptedBy: segmentations.adoptedBy,
      asOf: featureSets.asOf,
      featureSetId: featureSets.id,
      features: featureSets.definition,
      placement: segmentations.placement,
      metrics: segmentations.metrics,
    })
    .from(segmentations)
    .innerJoin(featureSets, eq(featureSets.id, segmentations.featureSetId))
    .where(condition);
  if (found === undefined) return undefined;
  const features = found.features.map((feature) => asUsed(feature, found.placement));
  const customers = found.metrics.base.size;
  return { ...found, features, customers, segments: await loadSegments(db, found.id) };
}

/** Several segmentations may rest on one feature set, and each is formed by features of its own choice. */
function asUsed(feature: Feature, placement: Placement): Feature {
  const column = placement.features.indexOf(feature.name);
  if (column < 0) return { ...feature, setAside: feature.setAside ?? "later" };
  const { setAside: _, ...used } = feature;
  return { ...used, transform: placement.preprocessings[column]?.transform ?? used.transform };
}

/** The segments of a segmentation by number, ascending. */
function loadSegments(db: Db, segmentationId: number): Promise<readonly Segment[]> {
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

/** A segmentation that is about to be saved. */
export interface NewSegmentation {
  readonly method: ActiveSegmentation["method"];
  readonly parameters: JsonObject;
  readonly featureSetId: number;
  readonly placement: Placement;
  readonly metrics: SegmentationMetrics;
  readonly seed: number;
}

/** Ids for a segmentation and its segments, so that memberships can be written before the segments have numbers. */
export async function reserveIds(
  db: Db,
  segmentCount: number,
): Promise<{ readonly segmentationId: number; readonly segmentIds: readonly number[] }> {
  const [row] = await db.execute<{ segmentationId: number; segmentIds: readonly number[] }>(sql`
    select nextval(pg_get_serial_sequence('segmentations', 'id'))::int as "segmentationId",
           array(select nextval(pg_get_serial_sequence('segments', 'id'))::int
                 from generate_series(1, ${segmentCount})) as "segmentIds"`);
  if (row === undefined) throw new Error("no ids were given");
  return row;
}

/**
 * Saves a segmentation under a reserved id and makes it the active one: the one before is retired, and the version
 * counts on. Inside a transaction.
 */
export async function adoptSegmentation(
  db: Db,
  segmentationId: number,
  segmentation: NewSegmentation,
): Promise<number> {
  await db.update(segmentations).set({ status: "retired" }).where(eq(segmentations.status, "active"));
  const [saved] = await db
    .insert(segmentations)
    .values({
      ...segmentation,
      id: segmentationId,
      status: "active",
      version: sql`(select coalesce(max(version), 0) + 1 from segmentations)`,
      adoptedAt: sql`now()`,
    })
    .returning({ version: segmentations.version });
  return saved?.version ?? 0;
}

/** Saves the segments of a segmentation under their reserved ids. */
export async function saveSegments(
  db: Db,
  segmentationId: number,
  found: readonly Omit<Segment, "customName" | "notes">[],
): Promise<void> {
  await db.insert(segments).values(found.map((segment) => ({ ...segment, segmentationId })));
}

/** What changes when everyone is placed again with new features. */
export interface SegmentationRefresh {
  readonly featureSetId: number;
  readonly metrics: SegmentationMetrics;
  /** By the segments' ids. */
  readonly statistics: ReadonlyMap<number, SegmentStatistics>;
}

/** Points a segmentation at new features; segments keep their key, number and names. */
export async function refreshSegmentation(
  db: Db,
  segmentationId: number,
  { featureSetId, metrics, statistics }: SegmentationRefresh,
): Promise<void> {
  await db.update(segmentations).set({ featureSetId, metrics }).where(eq(segmentations.id, segmentationId));
  // At most a dozen segments: not worth one statement for all.
  for (const [id, measured] of statistics) {
    await db.update(segments).set({ statistics: measured }).where(eq(segments.id, id));
  }
}
