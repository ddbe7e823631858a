/** Customers and what they did. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
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

/**
 * What names a customer in the outside world → our id; a customer has several, and an address may be several people's.
 * In a table of its own, so that it can be distributed by key.
 */
export const customerKeys = pgTable(
  "customer_keys",
  {
    key: text("key").notNull(),
    kind: text("kind", { enum: ["id", "email", "phone"] }).notNull(),
    /** Whose number it is; 0 for what holds everywhere: addresses, telephones, and numbers of the first source. */
    sourceId: integer("source_id").notNull().default(0),
    customerId: customerId(),
    /** The import that brought it; null for one of before imports were kept apart. */
    importId: integer("import_id"),
    /** Later imports that named the customer by it: it stays when the first one is undone. */
    alsoImports: integer("also_imports").array().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.kind, table.sourceId, table.customerId] }),
    // A person's keys are read together, and joined and parted together.
    index("customer_keys_customer").on(table.customerId),
  ],
);

export const customers = pgTable(
  "customers",
  {
    customerId: bigint("customer_id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** The key again, to show and export without a second look-up. */
    key: text("key").notNull(),
    /** Cells of the customers' file by their mapped names: numbers, texts, ISO dates, booleans. */
    attributes: jsonb("attributes").$type<JsonObject>().notNull().default({}),
    /** What follows from the facts in `consents`, written by `settleConsent`; `bounced`: mail comes back. */
    consent: text("consent", { enum: ["yes", "no", "bounced", "unknown"] })
      .notNull()
      .default("unknown"),
    /** On a list of those to silence, as the facts in `consents` have it. */
    suppressed: boolean("suppressed").notNull().default(false),
    /** The import that made them and their attributes, as long as no other one did: see `customer_attributes`. */
    importId: integer("import_id"),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [check("customers_consent", sql`${table.consent} in ('yes', 'no', 'bounced', 'unknown')`)],
);

/** Order lines, cancellations and returns included. */
export const orders = pgTable(
  "orders",
  {
    customerId: customerId(),
    at: moment("at").notNull(),
    /** The invoice; a later export of the whole invoice replaces its lines. */
    orderKey: text("order_key").notNull(),
    /** What happened: sales are purchases less returns, and anything else is no sale. */
    kind: text("kind", { enum: ["purchase", "return", "other"] }).notNull(),
    /** Money of the line in hundredths of a cent-bearing currency; negative for a return. */
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    quantity: integer("quantity").notNull(),
    product: text("product"),
    channel: text("channel"),
    /** In whose numbers the order is named. */
    sourceId: integer("source_id").notNull().default(0),
    /** The first import that shows the line; null for a line of before imports were kept apart. */
    importId: integer("import_id"),
    /** ISO 4217, where the line was in another currency than the team's; the cents are converted then. */
    currency: text("currency"),
    originalCents: bigint("original_cents", { mode: "number" }),
  },
  (table) => [
    // Features are made customer by customer: in the order of this index the lines lie side by side (db/orders/store-orders.ts),
    // so a pass over all of them neither sorts nor jumps, however little memory there is. 8 bytes a line.
    index("orders_customer").on(table.customerId),
    // A week of years, for digests. Lines lie by customer within a file, so a block says nothing of its days. 9 bytes a line.
    index("orders_at").on(table.at),
    // A file replaces the lines of its invoices: without it each import would read every line there is. 11 bytes a line.
    index("orders_order_key").on(table.orderKey),
  ],
);

/** Visits, app use, Wi-Fi: what a customer did, when, and how much of it. */
export const events = pgTable(
  "events",
  {
    customerId: customerId(),
    at: moment("at").notNull(),
    kind: text("kind").notNull(),
    value: doublePrecision("value").notNull().default(1),
    importId: integer("import_id"),
  },
  // Files come in the order of time: some kilobytes find a week in years.
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
    importId: integer("import_id"),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.campaign] })],
);

/** What was a customer's own when an admin said that they are the same as another, so that both can be parted again. */
export interface OwnRows {
  readonly importId: number | null;
  /** Numbers of their orders, as `[source, number]`. */
  readonly orders: readonly (readonly [number, string])[];
  /** Moments and kinds of what they did. */
  readonly events: readonly (readonly [string, string])[];
  readonly campaigns: readonly string[];
  /** What each import said of them: `customer_attributes`. */
  readonly versions: JsonObject;
}

/** Customers whom an admin said to be one: the second lives on in the first. */
export const customerJoins = pgTable("customer_joins", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  customerId: customerId(),
  /** The customer who is no longer one of their own. */
  joinedId: bigint("joined_id", { mode: "number" }).notNull(),
  /** Keys that were theirs, as `[key, kind, source]`. */
  keys: jsonb("keys").$type<readonly (readonly [string, string, number])[]>().notNull(),
  kept: jsonb("kept").$type<OwnRows>().notNull(),
  joined: jsonb("joined").$type<OwnRows>().notNull(),
  joinedBy: text("joined_by").notNull(),
  joinedAt: moment("joined_at").notNull().defaultNow(),
  partedBy: text("parted_by"),
  partedAt: moment("parted_at"),
});
