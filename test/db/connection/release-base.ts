import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Db } from "../../../src/db/connection/connect.ts";
import { packageFile } from "../../../src/lib/package-files.ts";

interface Journal {
  readonly entries: readonly { readonly idx: number }[];
}

/**
 * Makes a base as an earlier version left it: everything dropped, then only the first migrations.
 *
 * @param last Number of the last migration that was known then.
 */
export async function makeBaseOf(db: Db, last: number): Promise<void> {
  await db.execute(sql`drop schema drizzle cascade`);
  await db.execute(sql`drop schema public cascade`);
  await db.execute(sql`create schema public`);
  const folder = mkdtempSync(join(tmpdir(), "segmenta-migrations-"));
  try {
    cpSync(packageFile("migrations"), folder, { recursive: true });
    const path = join(folder, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(path, "utf8")) as Journal;
    const entries = journal.entries.filter(({ idx }) => idx <= last);
    writeFileSync(path, JSON.stringify({ ...journal, entries }));
    await migrate(db, { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
