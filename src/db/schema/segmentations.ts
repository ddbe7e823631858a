/** Features, the segments made of them, and who is in which. */
import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Feature } from "../../analysis/features/feature.ts";
import type { Placement } from "../../analysis/placement/placement.ts";
import type { SegmentationMetrics, SegmentStatistics } from "../../analysis/segments/segmentation.ts";
import type { JsonObject } from "../../contract/reply.ts";
import type { Localized } from "../../lib/locale.ts";
import { customerId, moment } from "./columns.ts";

/** A versioned list of features: what each is called, where it comes from, how it was preprocessed. */
export const featureSets = pgTable("feature_sets", {
  id: serial("id").primaryKey(),
  /** One entry per position of `features.values`: `analysis/features/feature.ts`. */
  definition: jsonb("definition").$type<readonly Feature[]>().notNull(),
  asOf: date("as_of", { mode: "string" }).$type<Day>().notNull(),
  customers: integer("customers").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
});

/** Raw feature values of a customer; NaN where missing. Scaling is applied at placement, from the segmentation. */
export const features = pgTable(
  "features",
  {
    customerId: customerId(),
    featureSetId: integer("feature_set_id").notNull(),
    values: doublePrecision("values").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.featureSetId] })],
);

/** One way to divide the customers; the active one answers questions. */
export const segmentations = pgTable(
  "segmentations",
  {
    id: serial("id").primaryKey(),
    method: text("method", { enum: ["kmeans", "rfm", "dbscan", "leaves"] }).notNull(),
    /** What was asked: k, features, compression. */
    parameters: jsonb("parameters").$type<JsonObject>().notNull(),
    featureSetId: integer("feature_set_id").notNull(),
    /** Everything needed to place a customer: winsorising limits, scaling, what decides. Frozen. */
    placement: jsonb("placement").$type<Placement>().notNull(),
    /** Inertia, silhouette, the table behind the choice of k, warnings. */
    metrics: jsonb("metrics").$type<SegmentationMetrics>().notNull(),
    seed: integer("seed").notNull(),
    /** `refused` is what a method saw where it found nothing usable: it has no segments. */
    status: text("status", { enum: ["candidate", "active", "retired", "refused"] }).notNull(),
    /** Counts the adopted ones; what a receipt calls "version". */
    version: integer("version"),
    createdAt: moment("created_at").notNull().defaultNow(),
    adoptedAt: moment("adopted_at"),
    adoptedBy: text("adopted_by"),
  },
  (table) => [
    uniqueIndex("segmentations_one_active").on(table.status).where(sql`${table.status} = 'active'`),
    uniqueIndex("segmentations_version").on(table.version),
  ],
);

export const segments = pgTable(
  "segments",
  {
    id: serial("id").primaryKey(),
    segmentationId: integer("segmentation_id").notNull(),
    /** Never changes: follows the segment from one segmentation to the next. */
    key: text("key").notNull(),
    number: integer("number").notNull(),
    /** The name from what distinguishes the segment, in every language. */
    names: jsonb("names").$type<Localized>().notNull(),
    /** A person's name for it; wins over `names`. */
    customName: text("custom_name"),
    notes: text("notes"),
    /** Size, share of value, means by feature: `analysis/segments/segmentation.ts`. */
    statistics: jsonb("statistics").$type<SegmentStatistics>().notNull(),
  },
  (table) => [
    uniqueIndex("segments_number").on(table.segmentationId, table.number),
    uniqueIndex("segments_key").on(table.segmentationId, table.key),
  ],
);

/** Which candidate each person is for: one voice a person, which moves when they vote again. */
export const votes = pgTable("votes", {
  user: text("user_id").primaryKey(),
  segmentationId: integer("segmentation_id").notNull(),
  votedAt: moment("voted_at").notNull().defaultNow(),
});

/**
 * An interval opens and closes only when someone moves, so any past day can be read as it was. Its pages are filled by less than
 * half (`leave-room-beside-memberships`), for everyone's distance is written anew each week: an index on it would undo that.
 */
export const memberships = pgTable(
  "memberships",
  {
    customerId: customerId(),
    segmentationId: integer("segmentation_id").notNull(),
    segmentId: integer("segment_id").notNull(),
    /** Euclidean distance to the segment's centroid in scaled units. */
    distance: doublePrecision("distance").notNull(),
    validFrom: date("valid_from", { mode: "string" }).$type<Day>().notNull(),
    validTo: date("valid_to", { mode: "string" }).$type<Day>(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.segmentationId, table.validFrom] }),
    index("memberships_current").on(table.segmentId, table.customerId).where(sql`${table.validTo} is null`),
  ],
);
