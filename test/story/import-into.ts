import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../src/db/connection/connect.ts";
import { findImport, type Import } from "../../src/db/imports/imports.ts";
import { customers } from "../../src/db/schema/index.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { readIn } from "../../src/jobs/import/import.ts";
import type { Locale } from "../../src/lib/locale.ts";
import type { Finding, QualityReport } from "../../src/sources/report/quality.ts";
import { now } from "../sources/files.ts";

/** How an import of a test is made; everything has an everyday value. */
export interface ImportOptions {
  readonly map?: string;
  readonly locale?: Locale;
  readonly signal?: AbortSignal;
  /** The day of the import; June 1, 2026 by default. */
  readonly now?: Date;
  readonly onStep?: (step: string) => void;
}

/** Reads a file in, and gives its record. */
export async function importInto(db: Db, path: string, options: ImportOptions = {}): Promise<Import> {
  const id = await readIn(
    { path, ...(options.map === undefined ? {} : { map: options.map }) },
    {
      db,
      actor: { user: "tester", role: "analyst", locale: options.locale ?? "en", timeZone: "UTC" },
      now: options.now ?? now,
      report: ({ step }) => options.onStep?.(step),
      keep: () => undefined,
      ...onThisThread,
      signal: options.signal ?? new AbortController().signal,
    },
  );
  const record = await findImport(db, id);
  if (record === undefined) throw new Error("the import left no record");
  return record;
}

export function reportOf(record: Import): QualityReport {
  return record.report as unknown as QualityReport;
}

/** Finding code → count, for findings about rows; those about columns carry the column: `missing_cells income`. */
export function counts(record: Import): Record<string, number> {
  return Object.fromEntries(reportOf(record).findings.map((finding) => [label(finding), finding.count]));
}

function label({ code, column }: Finding): string {
  return column === undefined ? code : `${code} ${column}`;
}

/** Empties the tables that an import fills: quicker than a new database for every test. */
export async function emptyBase(db: Db): Promise<void> {
  await db.execute(sql`
    truncate customers, customer_keys, customer_attributes, consents, orders, order_versions, events, event_versions, responses,
      rows_aside, source_files, imports, import_rejects`);
}

/** Every customer: key → attributes, in the order of the file. */
export async function loadBase(db: Db): Promise<Record<string, unknown>> {
  const rows = await db.select().from(customers).orderBy(asc(customers.customerId));
  return Object.fromEntries(rows.map(({ key, attributes }) => [key, attributes]));
}

/** What the base says of one customer. */
export async function findByKey(db: Db, key: string) {
  const [found] = await db.select().from(customers).where(eq(customers.key, key));
  return found;
}
