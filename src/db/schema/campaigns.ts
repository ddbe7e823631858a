/** Response models, plans, and the lists of people that left. */
import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { PlanDefinition } from "../../analysis/campaigns/plan.ts";
import type { Watched } from "../../analysis/response/drift.ts";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import type { JsonObject } from "../../contract/reply.ts";
import { customerId, moment } from "./columns.ts";

/** A model of who answers a campaign; frozen with everything that scoring needs. One is active. */
export const responseModels = pgTable(
  "response_models",
  {
    id: serial("id").primaryKey(),
    /** The campaign whose answers it learned from. */
    campaign: text("campaign").notNull(),
    /** Names and preprocessing of its features, weights, calibration, cut-offs, held-out figures. */
    definition: jsonb("definition").$type<StoredModel>().notNull(),
    seed: integer("seed").notNull(),
    status: text("status", { enum: ["candidate", "active", "retired"] }).notNull(),
    /** Counts the adopted ones. */
    version: integer("version"),
    createdAt: moment("created_at").notNull().defaultNow(),
    adoptedAt: moment("adopted_at"),
    /** What has moved since the training: written whenever everyone is scored anew. */
    watched: jsonb("watched").$type<Watched>(),
  },
  (table) => [
    uniqueIndex("response_models_one_active").on(table.status).where(sql`${table.status} = 'active'`),
    uniqueIndex("response_models_version").on(table.version),
  ],
);

/** What a model says of a customer. Kept by model, so that a reader never sees two models mixed. */
export const scores = pgTable(
  "scores",
  {
    customerId: customerId(),
    modelId: integer("model_id").notNull(),
    /** Calibrated, in (0, 1). */
    probability: doublePrecision("probability").notNull(),
  },
  // By model first, so that a million new scores go to the end of the index; one by probability as well made scoring
  // take five times as long, to spare the few who ask for the top half a second.
  (table) => [primaryKey({ columns: [table.modelId, table.customerId] })],
);

/** Whom a campaign will contact: a rule over scores, with what was promised when it was made. */
export const plans = pgTable("plans", {
  id: serial("id").primaryKey(),
  modelId: integer("model_id").notNull(),
  /** The rule and its promise. */
  definition: jsonb("definition").$type<PlanDefinition>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
});

/** Every list of people that left: who took what, when, and where it went. */
export const exportLedger = pgTable("export_ledger", {
  id: serial("id").primaryKey(),
  exportedBy: text("exported_by").notNull(),
  /** What was exported, as a `FileSource`. */
  source: jsonb("source").$type<JsonObject>().notNull(),
  columns: text("columns").array().notNull(),
  customers: integer("customers").notNull(),
  personal: boolean("personal").notNull(),
  /** `channel`, `direct` or `terminal`. */
  destination: text("destination").notNull(),
  exportedAt: moment("exported_at").notNull().defaultNow(),
});

/** Who was in a list that left: overlap with later lists, and erasure that follows the exports. */
export const exportMembers = pgTable(
  "export_members",
  {
    customerId: customerId(),
    exportId: integer("export_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.exportId] })],
);
