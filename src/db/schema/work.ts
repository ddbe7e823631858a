/** What is asked, done and posted, by any process. */
import { sql } from "drizzle-orm";
import { doublePrecision, index, integer, jsonb, pgTable, serial, text } from "drizzle-orm/pg-core";
import type { Actor } from "../../contract/actor.ts";
import type { DeliveryPurpose, DeliveryState, Origin, Posted } from "../../contract/delivery.ts";
import type { Reply } from "../../contract/reply.ts";
import type { Payload, TaskName } from "../requests/tasks.ts";
import { moment } from "./columns.ts";

/** Long work: asked, followed, stopped, and answered through this row; any process may run it. */
export const jobs = pgTable("jobs", {
  id: serial("id").primaryKey(),
  task: text("task").$type<TaskName>().notNull(),
  payload: jsonb("payload").$type<Payload<TaskName>>().notNull(),
  actor: jsonb("asker").$type<Actor>().notNull(),
  /** Of the request that started it, for the log. */
  requestId: text("request_id"),
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

/** Workers that live: one that is silent for 30 s loses its jobs to the others. */
export const workers = pgTable("workers", {
  id: text("id").primaryKey(),
  beatAt: moment("beat_at").notNull(),
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
    actor: jsonb("asker").$type<Actor>().notNull(),
    origin: jsonb("origin").$type<Origin>().notNull(),
    purpose: text("purpose").$type<DeliveryPurpose>().notNull().default("asked"),
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
