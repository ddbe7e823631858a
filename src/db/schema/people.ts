/** What holds for one person, one channel or the team. */
import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, serial, text } from "drizzle-orm/pg-core";
import type { Actor } from "../../contract/actor.ts";
import type { PrivacyClass } from "../../contract/reply.ts";
import { moment } from "./columns.ts";

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

/** What comes by itself: the weekly digest, and alerts about one segment. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: serial("id").primaryKey(),
    /** The line that is answered when it is due: `digest now`, `watch s2 size now`. */
    line: text("line").notNull(),
    /** Whose it is, in the language and the time zone that it is sent in. */
    actor: jsonb("asker").$type<Actor>().notNull(),
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

/** What an answer was computed from, so that it can be computed again to the same numbers. */
export const receipts = pgTable("receipts", {
  id: text("id").primaryKey(),
  line: text("line").notNull(),
  /** The class of the line; of receipts from before it was kept, a doubt is decided for privacy. */
  privacy: text("privacy").$type<PrivacyClass>().notNull().default("person"),
  asOf: date("as_of", { mode: "string" }).$type<Day>(),
  featureSetId: integer("feature_set_id"),
  segmentationId: integer("segmentation_id"),
  seed: integer("seed"),
  answeredAt: moment("answered_at").notNull().defaultNow(),
});
