import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { addressOf, type Db } from "./connect.ts";
import { copyEnd, createCopyRows, type CopyRows } from "./copy-batches.ts";

/** Rows to bring in. */
export interface CopyBatch {
  /** Name → PostgreSQL type, in the order in which the values of a row are written. */
  readonly columns: Readonly<Record<string, string>>;
  /** Writes the rows, and awaits `flush` every now and then: it sends them and waits while the server is slow. */
  fill(rows: CopyRows, flush: () => Promise<void>): Promise<void>;
}

/** Rows to bring in, and what to do once they have arrived. */
export interface Arrival<Result> extends CopyBatch {
  /** The step from staging to the base, in one transaction. `table` may stand in SQL as it is. */
  store(tx: Db, table: string): Promise<Result>;
}

const sendFrom = 1 << 16;
const secondsToEnd = 0.2;

/**
 * Brings many rows in: binary `COPY` into an unlogged staging table, then one transaction into the base. Whatever
 * fails, the base is as before and the staging table is gone.
 *
 * `COPY` runs on a throw-away connection and outside of a transaction: a failed one never settles in postgres.js
 * and would leave a broken transaction behind (porsager/postgres 499, 917, 1173). The count afterwards is both the
 * barrier and the only sign that every row arrived.
 *
 * @param db A pool, not a transaction.
 */
export function copyIn<Result>(db: Db, arrival: Arrival<Result>): Promise<Result> {
  return copyAllIn(db, [arrival], (tx, [table = ""]) => arrival.store(tx, table));
}

/**
 * The same for rows of several kinds, which come into the base together or not at all.
 *
 * @param store The step to the base; gets the staging tables in the order of the batches.
 */
export async function copyAllIn<Result>(
  db: Db,
  batches: readonly CopyBatch[],
  store: (tx: Db, tables: readonly string[]) => Promise<Result>,
): Promise<Result> {
  await dropAbandoned(db);
  const connections: postgres.Sql[] = [];
  const tables: string[] = [];
  try {
    for (const batch of batches) {
      const connection = postgres(addressOf(db), { max: 1, onnotice: () => undefined });
      connections.push(connection);
      const table = await createStaging(connection, batch.columns);
      tables.push(table);
      await copyRows(connection, table, batch);
    }
    return await db.transaction((tx) => store(tx, tables));
  } finally {
    // First end the connections: when `fill` has failed half-way, its COPY still holds a lock on the table.
    await Promise.all(connections.map((connection) => connection.end({ timeout: secondsToEnd })));
    for (const table of tables) await db.execute(sql.raw(`drop table if exists ${table}`));
  }
}

async function createStaging(connection: postgres.Sql, columns: CopyBatch["columns"]): Promise<string> {
  const [own] = await connection<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (own === undefined) throw new Error("the server gave no process id");
  const table = `staging_${own.pid}_${randomBytes(4).toString("hex")}`;
  const definitions = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await connection.unsafe(`create unlogged table ${table} (${definitions.join(", ")})`);
  return table;
}

async function copyRows(connection: postgres.Sql, table: string, batch: CopyBatch): Promise<void> {
  const stream = await connection.unsafe(`copy ${table} from stdin (format binary)`).simple().writable();
  // `send` sees a failure at the next write; without a listener the same failure would end the process.
  stream.on("error", () => undefined);
  const rows = createCopyRows(Object.keys(batch.columns).length);
  await batch.fill(rows, async () => {
    if (rows.size >= sendFrom) await send(stream, rows.take());
  });
  await send(stream, rows.take());
  await finish(stream);
  const [arrived] = await connection.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`);
  if (arrived?.rows !== rows.count) {
    throw new Error(`the server took ${arrived?.rows ?? 0} of ${rows.count} rows`);
  }
}

/** Writes, and waits for room; rejects when the connection breaks. */
async function send(stream: Writable, bytes: Uint8Array): Promise<void> {
  if (stream.errored) throw stream.errored;
  if (!stream.write(bytes)) await once(stream, "drain");
}

/**
 * Ends the COPY. Its "finish" event would never come after a failure, and the connection refuses statements until
 * the stream has let go of it, one turn of the loop after its last bytes are out.
 */
async function finish(stream: Writable): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(copyEnd, (error) => (error ? reject(error) : resolve()));
  });
  stream.end();
  await setImmediate();
}

/** Staging tables carry the process id of their connection: those of a connection that is gone were left by a crash. */
async function dropAbandoned(db: Db): Promise<void> {
  const abandoned = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relkind = 'r' and relname ~ '^staging_\\d+_'
      and split_part(relname, '_', 2)::int not in (select pid from pg_stat_activity)`);
  for (const { name } of abandoned) await db.execute(sql.raw(`drop table if exists ${name}`));
}
