import { desc, eq, sql } from "drizzle-orm";
import type { JsonObject } from "../../contract/reply.ts";
import { lockInTransaction } from "../connection/locks.ts";
import type { Db } from "../connection/connect.ts";
import { findSettings } from "../team/settings.ts";
import { importRejects, imports, type ImportTotals } from "../schema/index.ts";

/** One file that was read in. */
export interface Import {
  readonly id: number;
  readonly fileName: string;
  readonly kind: "customers" | "orders" | "events" | "suppressions";
  /** `Mapping` of sources/guess/mapping.ts. */
  readonly mapping: JsonObject;
  /** `QualityReport` of sources/report/quality.ts. */
  readonly report: JsonObject;
  readonly importedBy: string;
  readonly importedAt: Date;
  /** In whose numbers its orders and customers are named. */
  readonly sourceId: number;
  readonly state: "active" | "undone";
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  /** What it brought; null for one of before it was counted. */
  readonly totals: ImportTotals | null;
}

/** What every row carries: the import that brings it, and the source in whose numbers it is named. */
export interface ImportOrigin {
  readonly importId: number;
  readonly sourceId: number;
}

/** What is known of an import before its rows are stored. */
export type NewImport = Pick<
  Import,
  "fileName" | "kind" | "mapping" | "importedBy" | "importedAt" | "sourceId"
> & { readonly hasOrderNumbers: boolean };

/** What is known of it once they are. */
export interface ImportResult {
  readonly report: JsonObject;
  readonly rejects: readonly ImportReject[];
}

/** A row that could not become data, as it stood in the file. */
export interface ImportReject {
  /** Counted from 1, as an editor shows it. */
  readonly line: number;
  /** A finding code of `sources/report/quality.ts`. */
  readonly code: string;
  /** The header of the column in the way; empty when it was the row as a whole. */
  readonly column: string;
  readonly cells: readonly string[];
}

const rejectsAtOnce = 1_000;

/** Two imports at once would both make the customer that both files bring: the second waits for the first. */
export async function waitForTurn(tx: Db): Promise<void> {
  await lockInTransaction(tx, "imports");
}

/**
 * Begins the record of a file, inside the transaction that stores its rows. Imports take turns from here on, so that
 * their numbers are the order in which they came.
 */
export async function openImport(tx: Db, record: NewImport): Promise<ImportOrigin> {
  await waitForTurn(tx);
  const [opened] = await tx
    .insert(imports)
    .values({ ...record, report: {} })
    .returning({ importId: imports.id, sourceId: imports.sourceId });
  if (opened === undefined) throw new Error("the import was not recorded");
  return opened;
}

/** Completes the record with what came of the file. */
export async function closeImport(
  tx: Db,
  importId: number,
  { report, rejects }: ImportResult,
): Promise<void> {
  await tx.update(imports).set({ report }).where(eq(imports.id, importId));
  for (let start = 0; start < rejects.length; start += rejectsAtOnce) {
    const some = rejects.slice(start, start + rejectsAtOnce);
    await tx.insert(importRejects).values(some.map((reject) => toRow(reject, importId)));
  }
}

function toRow(reject: ImportReject, importId: number) {
  const { line, code, column, cells } = reject;
  return { importId, line, code, column, cells: [...cells] };
}

/** Every import, the newest first. */
export function loadImports(db: Db): Promise<Import[]> {
  return db.select().from(imports).orderBy(desc(imports.id));
}

/**
 * What was answered about the last file with these headers, as options; nothing where none came yet. The same file next
 * week asks nothing.
 */
export async function findAnswers(db: Db, headers: readonly string[]): Promise<readonly string[]> {
  const [last] = await db
    .select({ answers: sql<readonly string[] | null>`${imports.mapping} -> 'answers'` })
    .from(imports)
    .where(sql`${imports.mapping} #> '{layout,headers}' = ${JSON.stringify(headers)}::jsonb`)
    .orderBy(desc(imports.id))
    .limit(1);
  return last?.answers ?? [];
}

/** ISO 4217 of the currencies whose amounts can be added: the team's own, once it is set. */
export async function loadConvertible(db: Db): Promise<ReadonlySet<string>> {
  const { currency } = await findSettings(db, "team");
  return new Set(currency === undefined ? [] : [currency]);
}

/** The import with this id; undefined when there is none. */
export async function findImport(db: Db, id: number): Promise<Import | undefined> {
  const [found] = await db.select().from(imports).where(eq(imports.id, id));
  return found;
}

/** The rejects of an import in the order of the file; at most the 10,000 that were kept. */
export function loadRejects(db: Db, importId: number): Promise<ImportReject[]> {
  return db
    .select({
      line: importRejects.line,
      code: importRejects.code,
      column: importRejects.column,
      cells: importRejects.cells,
    })
    .from(importRejects)
    .where(eq(importRejects.importId, importId))
    .orderBy(importRejects.line);
}

/** Names of the attributes that some import marked as personal (name, e-mail, phone, address), in alphabetical order. */
export async function loadPersonalAttributes(db: Db): Promise<string[]> {
  const rows = await db.select({ mapping: imports.mapping }).from(imports);
  const names = rows.flatMap(({ mapping }) => personalColumns(mapping["columns"]));
  return [...new Set(names)].sort();
}

function personalColumns(columns: unknown): string[] {
  if (!Array.isArray(columns)) return [];
  return columns
    .filter((column: JsonObject) => column["personal"] === true && column["role"] === "attribute")
    .flatMap((column: JsonObject) => (typeof column["name"] === "string" ? [column["name"]] : []));
}
