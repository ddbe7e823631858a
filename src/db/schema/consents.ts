/** What people said of being contacted: dated facts, of which none is overwritten. */
import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";

/**
 * One row for each time something was said. It is said of a key, so that it holds for everybody who has the key, now and
 * later, and stands beside the key where customers are spread over machines.
 */
export const consents = pgTable(
  "consents",
  {
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    key: text("key").notNull(),
    keyKind: text("key_kind", { enum: ["id", "email", "phone"] }).notNull(),
    /** `bounced`: mail came back, or the program cleaned the address; `unknown`: never asked. */
    said: text("said", { enum: ["yes", "no", "bounced", "unknown"] }).notNull(),
    /** When it was said; null where nobody dated it. */
    day: date("day", { mode: "string" }).$type<Day>(),
    /** How we know: from a row about a person, from a list of those to silence, or from somebody here. */
    via: text("via", { enum: ["row", "list", "person"] }).notNull(),
    importId: integer("import_id"),
    sourceId: integer("source_id").notNull().default(0),
    /** Who of the team noted it, where no file did, and why. */
    saidBy: text("said_by"),
    why: text("why"),
    notedAt: moment("noted_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.id] }),
    check("consents_said", sql`${table.said} in ('yes', 'no', 'bounced', 'unknown')`),
    // What one import said, to settle and to undo it.
    index("consents_import").on(table.importId),
  ],
);
