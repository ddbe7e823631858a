import { statfs } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Config } from "../../lib/config.ts";
import type { DatabaseCheck } from "../../contract/diagnosis.ts";
import { connect, type Db } from "./connect.ts";
import { startEmbedded } from "./embedded/start.ts";
import { readFailure } from "./failure.ts";
import { readMigrationState } from "./migrate.ts";

/** PostgreSQL's `server_version_num`: the versions that the suite runs on. */
const tested = { from: 150_000, before: 190_000 };
/** Slack refuses requests whose time is five minutes off; digests are due to the minute. */
const clockSeconds = { warning: 5, bad: 60 };
const freeBytes = { warning: 1e9, bad: 2e8 };

/**
 * Looks at the database without changing it, but for starting the embedded server.
 *
 * @param now Reads our clock; asked at the moment the server's is.
 * @returns What was found, in the order in which to mend it; only `reachable` when nothing answers.
 */
export async function checkDatabase(
  { databaseUrl, home }: Pick<Config, "databaseUrl" | "home">,
  now: () => Date,
): Promise<readonly DatabaseCheck[]> {
  const embedded = databaseUrl === undefined;
  let leave = () => {};
  try {
    const server = embedded ? await startEmbedded(home) : undefined;
    leave = server?.leave ?? leave;
    const checks = await checkServer(server?.url ?? databaseUrl ?? "", now);
    return [
      { name: "reachable", state: "good", embedded },
      ...checks,
      ...(embedded ? [await checkSpace(home)] : []),
    ];
  } catch (error) {
    const failure = readFailure(error);
    if (failure === undefined) throw error;
    return [{ name: "reachable", state: "bad", embedded, reason: failure.message }];
  } finally {
    leave();
  }
}

async function checkServer(url: string, now: () => Date): Promise<readonly DatabaseCheck[]> {
  const connection = connect(url, 1);
  try {
    const { db } = connection;
    return [await checkVersion(db), await checkMigrations(db), await checkClock(db, now)];
  } finally {
    await connection.close();
  }
}

async function checkVersion(db: Db): Promise<DatabaseCheck> {
  const [row] = await db.execute<{ number: number; version: string }>(
    sql`select current_setting('server_version_num')::integer as number, current_setting('server_version') as version`,
  );
  const number = row?.number ?? 0;
  const state = number < tested.from ? "bad" : number < tested.before ? "good" : "warning";
  return { name: "version", state, version: row?.version ?? "" };
}

async function checkMigrations(db: Db): Promise<DatabaseCheck> {
  const { pending, isNewer } = await readMigrationState(db);
  return { name: "migrations", state: isNewer ? "bad" : pending > 0 ? "warning" : "good", pending, isNewer };
}

/** The server's clock is read half-way between our two readings, so a slow line does not count as a wrong clock. */
async function checkClock(db: Db, now: () => Date): Promise<DatabaseCheck> {
  const before = now().getTime();
  const [row] = await db.execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::double precision as ms`,
  );
  const after = now().getTime();
  const aheadSeconds = ((row?.ms ?? Number.NaN) - (before + after) / 2) / 1000;
  const off = Math.abs(aheadSeconds);
  const state = off < clockSeconds.warning ? "good" : off < clockSeconds.bad ? "warning" : "bad";
  return { name: "clock", state, aheadSeconds };
}

async function checkSpace(home: string): Promise<DatabaseCheck> {
  const { bavail, bsize } = await statfs(home);
  const free = bavail * bsize;
  const state = free > freeBytes.warning ? "good" : free > freeBytes.bad ? "warning" : "bad";
  return { name: "space", state, freeBytes: free };
}
