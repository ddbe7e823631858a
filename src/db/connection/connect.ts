import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** The base as queries see it: a pool, or a transaction inside `db.transaction`. */
export type Db = PostgresJsDatabase;

export interface Connection {
  readonly db: Db;
  /** For `COPY`, which needs a connection of its own (db/connection/copy.ts). */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const addresses = new WeakMap<Db, string>();

/** Opens a pool, whose sessions count days in UTC on every server. Nothing is sent before the first query. */
export function connect(url: string, poolSize = 8): Connection {
  const client = postgres(url, {
    max: poolSize,
    connect_timeout: 15,
    connection: { application_name: "segmenta", TimeZone: "UTC" },
    onnotice: () => undefined,
  });
  const db = drizzle(client);
  addresses.set(db, url);
  return { db, url, close: () => client.end({ timeout: 5 }) };
}

/**
 * The address of the server behind a pool, for work that needs a connection of its own (db/connection/copy.ts).
 *
 * @throws {RangeError} For a transaction: what it has not committed cannot be seen from another connection.
 */
export function addressOf(db: Db): string {
  const address = addresses.get(db);
  if (address === undefined) throw new RangeError("only a pool made by `connect` has an address");
  return address;
}
