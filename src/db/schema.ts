/**
 * The base (ARCHITECTURE.md 5). Every table that grows with customers carries `customer_id`, has it in every unique
 * key and is joined on it alone, so that Citus could distribute it without a change in code.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Feature } from "../analysis/features/feature.ts";
import type { Placement } from "../analysis/placement/placement.ts";
import type { Watched } from "../analysis/response/drift.ts";
import type { SegmentationMetrics, SegmentStatistics } from "../analysis/segments/segmentation.ts";
import type { Asker } from "../asker.ts";
import type { DeliveryState, Origin, Posted } from "../delivery.ts";
import type { JsonObject, Reply } from "../reply.ts";
import type { Localized } from "../locale.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });
const customerId = () => bigint("customer_id", { mode: "number" }).notNull();

/** The customer's key in the outside world → our id. Alone in its table, so that it can be distributed by key. */
export const customerKeys = pgTable("customer_keys", {
  key: text("key").primaryKey(),
  customerId: customerId(),
});

export const customers = pgTable(
  "customers",
  {
    customerId: bigint("customer_id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** The key again, to show and export without a second look-up. */
    key: text("key").notNull(),
    /** Cells of the customers' file by their mapped names: numbers, texts, ISO dates, booleans. */
    attributes: jsonb("attributes").$type<JsonObject>().notNull().default({}),
    consent: text("consent", { enum: ["yes", "no", "unknown"] })
      .notNull()
      .default("unknown"),
    /** On the suppression list: never leaves in an audience. */
    suppressed: boolean("suppressed").notNull().default(false),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    check("customers_consent", sql`${table.consent} in ('yes', 'no', 'unknown')`),
    index("customers_email").on(sql`lower(${table.attributes} ->> 'email')`),
  ],
);

/** Order lines, cancellations and returns included. */
export const orders = pgTable(
  "orders",
  {
    customerId: customerId(),
    at: moment("at").notNull(),
    /** The invoice; a file imported again replaces the lines of its invoices. */
    orderKey: text("order_key").notNull(),
    /** What happened: only a purchase counts for frequency and monetary. */
    kind: text("kind", { enum: ["purchase", "return", "other"] }).notNull(),
    /** Money of the line in hundredths of a cent-bearing currency; negative for a return. */
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    quantity: integer("quantity").notNull(),
    product: text("product"),
    channel: text("channel"),
  },
  // Files come in the order of time: some kilobytes find a week in years.
  (table) => [index("orders_customer").on(table.customerId), index("orders_at").using("brin", table.at)],
);

/** Visits, app use, Wi-Fi: what a customer did, when, and how much of it. */
export const events = pgTable(
  "events",
  {
    customerId: customerId(),
    at: moment("at").notNull(),
    kind: text("kind").notNull(),
    value: doublePrecision("value").notNull().default(1),
  },
  (table) => [index("events_customer").on(table.customerId), index("events_at").using("brin", table.at)],
);

/** Who was asked in a campaign, and who answered. */
export const responses = pgTable(
  "responses",
  {
    customerId: customerId(),
    campaign: text("campaign").notNull(),
    responded: boolean("responded").notNull(),
    at: moment("at"),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.campaign] })],
);

/** One row a file: what was read, how it was understood, what was done with every kind of row. */
export const imports = pgTable("imports", {
  id: serial("id").primaryKey(),
  fileName: text("file_name").notNull(),
  kind: text("kind", { enum: ["customers", "orders", "events", "suppressions"] }).notNull(),
  /** The mapping in force: `sources/mapping.ts`. */
  mapping: jsonb("mapping").$type<JsonObject>().notNull(),
  /** The quality report: `sources/quality.ts`. */
  report: jsonb("report").$type<JsonObject>().notNull(),
  importedBy: text("imported_by").notNull(),
  importedAt: moment("imported_at").notNull().defaultNow(),
});

/** Rows of a file that could not become data, as they stood there; the first 10,000 of a file. */
export const importRejects = pgTable(
  "import_rejects",
  {
    importId: integer("import_id").notNull(),
    /** Counted from 1, as an editor shows it. */
    line: integer("line").notNull(),
    /** A finding code of `sources/quality.ts`. */
    code: text("code").notNull(),
    /** The header of the column in the way; empty when it was the row as a whole. */
    column: text("column_name").notNull(),
    cells: text("cells").array().notNull(),
  },
  (table) => [index("import_rejects_import").on(table.importId)],
);

/**
 * Who asked for silence: a customer's key or a lower-case e-mail address. Kept for good, so that a customer who is
 * imported later is suppressed from the first day.
 */
export const suppressions = pgTable("suppressions", {
  entry: text("entry").primaryKey(),
  addedAt: moment("added_at").notNull().defaultNow(),
});

/** A versioned list of features: what each is called, where it comes from, how it was treated. */
export const featureSets = pgTable("feature_sets", {
  id: serial("id").primaryKey(),
  /** One entry per position of `features.values`: `analysis/features/feature.ts`. */
  definition: jsonb("definition").$type<readonly Feature[]>().notNull(),
  asOf: date("as_of", { mode: "string" }).notNull(),
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

/** An interval opens and closes only when someone moves, so any past day can be read as it was. */
export const memberships = pgTable(
  "memberships",
  {
    customerId: customerId(),
    segmentationId: integer("segmentation_id").notNull(),
    segmentId: integer("segment_id").notNull(),
    /** Euclidean distance to the segment's centroid in scaled units. */
    distance: doublePrecision("distance").notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validTo: date("valid_to", { mode: "string" }),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.segmentationId, table.validFrom] }),
    index("memberships_current").on(table.segmentId, table.customerId).where(sql`${table.validTo} is null`),
  ],
);

/** Long work: asked, followed, stopped, and answered through this row; any process may run it. */
export const jobs = pgTable("jobs", {
  id: serial("id").primaryKey(),
  task: text("task").notNull(),
  payload: jsonb("payload").$type<JsonObject>().notNull(),
  asker: jsonb("asker").$type<Asker>().notNull(),
  state: text("state", { enum: ["queued", "running", "stopping", "done", "failed", "stopped"] })
    .notNull()
    .default("queued"),
  step: text("step"),
  done: doublePrecision("done").notNull().default(0),
  total: doublePrecision("total").notNull().default(0),
  /** The answer, once the state is done, failed or stopped. */
  reply: jsonb("reply").$type<Reply>(),
  createdAt: moment("created_at").notNull().defaultNow(),
  startedAt: moment("started_at"),
  endedAt: moment("ended_at"),
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

/** Settings by scope: `team`, `user:U123`, `channel:C123`. */
export const settings = pgTable(
  "settings",
  {
    scope: text("scope").notNull(),
    name: text("name").notNull(),
    value: text("value").notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.name] })],
);

/** Roles given by an admin; without a row a person is a marketer. */
export const roleGrants = pgTable("roles", {
  user: text("user_id").primaryKey(),
  role: text("role", { enum: ["viewer", "marketer", "analyst", "admin"] }).notNull(),
  grantedBy: text("granted_by").notNull(),
  grantedAt: moment("granted_at").notNull().defaultNow(),
});

/** What an answer was computed from, so that it can be computed again to the same numbers. */
export const receipts = pgTable("receipts", {
  id: text("id").primaryKey(),
  line: text("line").notNull(),
  asOf: date("as_of", { mode: "string" }),
  featureSetId: integer("feature_set_id"),
  segmentationId: integer("segmentation_id"),
  seed: integer("seed"),
  answeredAt: moment("answered_at").notNull().defaultNow(),
});

/** Requests of an edge, each answered once: a repetition has the same key. */
export const inbox = pgTable(
  "inbox",
  {
    key: text("key").primaryKey(),
    user: text("user_id").notNull(),
    line: text("line").notNull(),
    origin: jsonb("origin").$type<Origin>().notNull(),
    attempts: integer("attempts").notNull().default(1),
    receivedAt: moment("received_at").notNull().defaultNow(),
    /** Until then a process is at it. */
    leasedUntil: moment("leased_until").notNull(),
    finishedAt: moment("finished_at"),
  },
  (table) => [index("inbox_open").on(table.leasedUntil).where(sql`${table.finishedAt} is null`)],
);

/** Answers of an edge, each posted once: see `delivery.ts`. */
export const outbox = pgTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    line: text("line").notNull(),
    asker: jsonb("asker").$type<Asker>().notNull(),
    origin: jsonb("origin").$type<Origin>().notNull(),
    kind: text("kind", { enum: ["channel", "ephemeral", "direct"] }).notNull(),
    reply: jsonb("reply").$type<Reply>().notNull(),
    state: text("state").$type<DeliveryState>().notNull().default("waiting"),
    message: jsonb("message").$type<Posted>(),
    uploaded: integer("uploaded").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    /** Due again then: after a lease that ran out, a rate limit, or to look at a job. */
    dueAt: moment("due_at").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("outbox_open").on(table.dueAt).where(sql`${table.state} in ('waiting', 'posting', 'posted')`),
  ],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Files that people sent to the bot, kept until they are read, so that any worker can read them. */
export const receivedFiles = pgTable("received_files", {
  id: serial("id").primaryKey(),
  name: text("name").notNull(),
  receivedFrom: text("received_from").notNull(),
  receivedAt: moment("received_at").notNull().defaultNow(),
});

export const receivedFileParts = pgTable(
  "received_file_parts",
  {
    fileId: integer("file_id").notNull(),
    position: integer("position").notNull(),
    content: bytes("content").notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.position] })],
);

/** Workers that live: one that is silent for 30 s loses its jobs to the others. */
export const workers = pgTable("workers", {
  id: text("id").primaryKey(),
  beatAt: moment("beat_at").notNull(),
});
/** A model of who answers a campaign; frozen with everything that scoring needs. One is active. */
export const responseModels = pgTable(
  "response_models",
  {
    id: serial("id").primaryKey(),
    /** The campaign whose answers it learned from. */
    campaign: text("campaign").notNull(),
    /** Names and treatments of its features, weights, calibration, cut-offs, held-out figures. */
    definition: jsonb("definition").$type<JsonObject>().notNull(),
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
  (table) => [
    primaryKey({ columns: [table.customerId, table.modelId] }),
    // Targeting takes the likeliest first.
    index("scores_by_probability").on(table.modelId, table.probability.desc()),
  ],
);

/** Whom a campaign will contact: a rule over scores, with what was promised when it was made. */
export const plans = pgTable("plans", {
  id: serial("id").primaryKey(),
  modelId: integer("model_id").notNull(),
  /** The rule and its promise: `analysis/response/plan.ts`. */
  definition: jsonb("definition").$type<JsonObject>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
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

/** What comes by itself: the weekly digest, and alerts about one segment. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: serial("id").primaryKey(),
    /** The line that is answered when it is due: `digest now`, `watch s2 size now`. */
    line: text("line").notNull(),
    /** Whose it is, in the language and the time zone that it is sent in. */
    asker: jsonb("asker").$type<Asker>().notNull(),
    /** Null for the direct message with the owner. */
    channel: text("channel"),
    /** 1 is Monday. */
    weekday: integer("weekday").notNull(),
    /** After midnight, by the owner's clock. */
    minutes: integer("minutes").notNull(),
    /** Whether it is silent when there is nothing to tell. */
    quiet: boolean("quiet").notNull(),
    state: text("state", { enum: ["on", "off"] })
      .notNull()
      .default("on"),
    /** Nothing is sent before it. */
    pausedUntil: moment("paused_until"),
    nextDue: moment("next_due").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [index("subscriptions_due").on(table.nextDue).where(sql`${table.state} = 'on'`)],
);

/** Each time a subscription was due: a second run for the same moment finds its row. */
export const digestRuns = pgTable(
  "digest_runs",
  {
    subscriptionId: integer("subscription_id").notNull(),
    dueAt: moment("due_at").notNull(),
    /** Whether something was put into the outbox; a quiet week is not. */
    sent: boolean("sent").notNull(),
    ranAt: moment("ran_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.subscriptionId, table.dueAt] })],
);
