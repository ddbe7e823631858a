/**
 * What lets an import be undone: the base is what its active imports say, one after the other. A row that a single import
 * brought carries its id and is kept nowhere else; only where several spoke of the same order, event or customer, what
 * each said is kept here.
 */
import {
  bigint,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import type { JsonObject } from "../../contract/reply.ts";
import { customerId, moment } from "./columns.ts";

/** A line of an order that several imports touched, whether it counts now or not, and who shows it. */
export const orderVersions = pgTable(
  "order_versions",
  {
    /** 0 where an import shows the order without a customer, and so without a line. */
    customerId: customerId(),
    at: moment("at").notNull(),
    orderKey: text("order_key").notNull(),
    kind: text("kind", { enum: ["purchase", "return", "other", "none"] }).notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    quantity: integer("quantity").notNull(),
    product: text("product"),
    channel: text("channel"),
    sourceId: integer("source_id").notNull(),
    currency: text("currency"),
    originalCents: bigint("original_cents", { mode: "number" }),
    /** Counts lines that are alike in an order: 1, 2, … */
    occurrence: integer("occurrence").notNull(),
    /** Imports that show it, in their order; 0 stands for all of before imports were kept apart. */
    imports: integer("imports").array().notNull(),
  },
  (table) => [index("order_versions_order").on(table.orderKey)],
);

/** A value of an event that several imports brought. */
export const eventVersions = pgTable(
  "event_versions",
  {
    customerId: customerId(),
    at: moment("at").notNull(),
    kind: text("kind").notNull(),
    value: doublePrecision("value").notNull(),
    imports: integer("imports").array().notNull(),
  },
  (table) => [index("event_versions_customer").on(table.customerId)],
);

/** What an import said of a customer of whom several spoke: attributes come back to their value before. */
export const customerAttributes = pgTable(
  "customer_attributes",
  {
    customerId: customerId(),
    importId: integer("import_id").notNull(),
    attributes: jsonb("attributes").$type<JsonObject>().notNull(),
    /** Campaign → answered. */
    responses: jsonb("responses").$type<Readonly<Record<string, boolean>>>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.importId] })],
);

/** Rows far from all others in time, kept aside until somebody takes them: they move nobody. */
export const rowsAside = pgTable(
  "rows_aside",
  {
    customerId: customerId(),
    importId: integer("import_id").notNull(),
    kind: text("kind", { enum: ["order", "event"] }).notNull(),
    at: moment("at").notNull(),
    /** The row of `orders` or `events` that it would be. */
    cells: jsonb("cells").$type<JsonObject>().notNull(),
  },
  (table) => [index("rows_aside_import").on(table.importId)],
);
