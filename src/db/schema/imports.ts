/** Files that were read, and what came of them. */
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { JsonObject } from "../../contract/reply.ts";
import { moment } from "./columns.ts";

/** Where rows come from: a shop or a program. Order and customer numbers are names within one. 0 is the first. */
export const sources = pgTable("sources", {
  id: serial("id").primaryKey(),
  name: text("name").notNull(),
  /** The known program whose export it is: `sources/programs`. */
  program: text("program"),
  /** Whether its customer numbers tell who somebody is, as an import found from the whole column or an admin said. */
  personalIds: boolean("personal_ids").notNull().default(false),
  /** Null for what an import found. */
  personalIdsSaidBy: text("personal_ids_said_by"),
  createdAt: moment("created_at").notNull().defaultNow(),
});

/** The files of a source by their columns, with what was agreed on for each: the next one like it asks nothing. */
export const sourceFiles = pgTable(
  "source_files",
  {
    id: serial("id").primaryKey(),
    sourceId: integer("source_id").notNull(),
    /** The headers as they stand in the file. */
    columns: text("columns").array().notNull(),
    /** A digest of the headers: there may be more of them than an index takes. */
    fingerprint: text("fingerprint").notNull(),
    /** Answers to the questions of the file, and the mapping where a person corrected it. */
    answers: jsonb("answers").$type<JsonObject>().notNull().default({}),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("source_files_fingerprint").on(table.fingerprint, table.sourceId)],
);

/** What an import brought. */
export type ImportTotals = {
  readonly people: number;
  readonly orders: number;
  readonly lines: number;
  readonly grossCents: number;
  /** What was given back, as a positive sum. */
  readonly returnedCents: number;
  /** First and last day of its orders or events, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
  /** People who said no in it, bounced ones included. */
  readonly saidNo: number;
};

/** One row a file: what was read, how it was understood, what was done with every kind of row. */
export const imports = pgTable("imports", {
  id: serial("id").primaryKey(),
  fileName: text("file_name").notNull(),
  kind: text("kind", { enum: ["customers", "orders", "events", "suppressions"] }).notNull(),
  /** The mapping in force: `sources/guess/mapping.ts`. */
  mapping: jsonb("mapping").$type<JsonObject>().notNull(),
  /** The quality report: `sources/report/quality.ts`. */
  report: jsonb("report").$type<JsonObject>().notNull(),
  importedBy: text("imported_by").notNull(),
  importedAt: moment("imported_at").notNull().defaultNow(),
  sourceId: integer("source_id").notNull().default(0),
  /** An undone import keeps its row here, and the refusals that it brought. */
  state: text("state", { enum: ["active", "undone"] })
    .notNull()
    .default("active"),
  undoneAt: moment("undone_at"),
  undoneBy: text("undone_by"),
  /** Null for an import of before they were counted. */
  totals: jsonb("totals").$type<ImportTotals>(),
  /** The whole days that its orders or events span, the end excluded: what lies outside the file does not speak of. */
  firstAt: moment("first_at"),
  lastAt: moment("last_at"),
  /** Whether its orders carry numbers: without them a file only ever adds. */
  hasOrderNumbers: boolean("has_order_numbers").notNull().default(false),
});

/** Rows of a file that could not become data, as they stood there; the first 10,000 of a file. */
export const importRejects = pgTable(
  "import_rejects",
  {
    importId: integer("import_id").notNull(),
    /** Counted from 1, as an editor shows it. */
    line: integer("line").notNull(),
    /** A finding code of `sources/report/quality.ts`. */
    code: text("code").notNull(),
    /** The header of the column in the way; empty when it was the row as a whole. */
    column: text("column_name").notNull(),
    cells: text("cells").array().notNull(),
  },
  (table) => [index("import_rejects_import").on(table.importId)],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Files that people sent to the bot, kept until they are read, so that any worker can read them. */
export const receivedFiles = pgTable("received_files", {
  id: serial("id").primaryKey(),
  name: text("name").notNull(),
  receivedFrom: text("received_from").notNull(),
  receivedAt: moment("received_at").notNull().defaultNow(),
  /** How it would be read (`sources/report/understanding.ts`); null until a job has looked at it. */
  understanding: jsonb("understanding").$type<JsonObject>(),
  /** What was answered to its questions, as `--set` takes it. */
  answers: text("answers").array().notNull().default([]),
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
