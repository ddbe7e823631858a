/** Files that were read, and what came of them. */
import { customType, index, integer, jsonb, pgTable, primaryKey, serial, text } from "drizzle-orm/pg-core";
import type { JsonObject } from "../../contract/reply.ts";
import { moment } from "./columns.ts";

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

/**
 * Who asked for silence: a customer's key or a lower-case e-mail address. Kept for good, so that a customer who is
 * imported later is suppressed from the first day.
 */
export const suppressions = pgTable("suppressions", {
  entry: text("entry").primaryKey(),
  addedAt: moment("added_at").notNull().defaultNow(),
});

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
