import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { UserError } from "../../contract/errors.ts";
import { packageFile } from "../../lib/package-files.ts";
import { connect, type Db } from "./connect.ts";
import { lockSession } from "./locks.ts";

const migrationsFolder = () => packageFile("migrations");

/** How far a database is in our migrations. */
export interface MigrationState {
  readonly applied: number;
  readonly known: number;
  /** Migrations of ours that are still to run. */
  readonly pending: number;
  /** Whether a later version of Segmenta has migrated it further than we know. */
  readonly isNewer: boolean;
}

export async function readMigrationState(db: Db): Promise<MigrationState> {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() }).map((file) => file.folderMillis);
  const [table] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  const rows = table?.there
    ? await db.execute<{ at: string }>(sql`select created_at as at from drizzle.__drizzle_migrations`)
    : [];
  const last = Math.max(0, ...rows.map((row) => Number(row.at)));
  return {
    applied: rows.length,
    known: known.length,
    pending: known.filter((at) => at > last).length,
    isNewer: last > Math.max(...known),
  };
}

/** PostgreSQL's `server_version_num` of the oldest version that the queries are tested on. */
const oldestVersion = 150_000;

/**
 * Brings a database up to date: all pending migrations in one transaction. Several processes may start at once: one
 * migrates, the others wait. With nothing to do nothing is written, so that a user without such rights may run the
 * bot on a base that its owner has migrated.
 *
 * @returns How many migrations were applied.
 * @throws {UserError} When the server is too old, or a later version of Segmenta has been at work on this database.
 */
export async function migrate(url: string): Promise<number> {
  const connection = connect(url, 1); // one connection: a session's lock holds for what follows
  const { db } = connection;
  try {
    await refuseOldServer(db);
    if ((await countPending(db)) === 0) return 0;
    await lockSession(db, "migrations");
    const pending = await countPending(db);
    if (pending > 0) await applyMigrations(db, { migrationsFolder: migrationsFolder() });
    return pending;
  } finally {
    await connection.close();
  }
}

async function refuseOldServer(db: Db): Promise<void> {
  const [row] = await db.execute<{ version: number; name: string }>(
    sql`select current_setting('server_version_num')::integer as version, current_setting('server_version') as name`,
  );
  if (row !== undefined && row.version < oldestVersion) {
    throw new UserError(`The server in DATABASE_URL is PostgreSQL ${row.name}. Segmenta needs 15 or later.`);
  }
}

async function countPending(db: Db): Promise<number> {
  const { pending, isNewer } = await readMigrationState(db);
  if (isNewer)
    throw new UserError("This database was migrated by a later version of Segmenta. Use that one.");
  return pending;
}
