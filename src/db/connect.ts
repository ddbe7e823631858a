import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** The base as queries see it: a pool, or a transaction inside `db.transaction`. */
export type Db = PostgresJsDatabase;

export interface Connection {
  readonly db: Db;
  /** For `COPY`, which needs a connection of its own (db/copy.ts). */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens a pool, whose sessions count days in UTC on every server. Nothing is sent before the first query. */
export function connect(url: string, poolSize = 8): Connection {
  const client = postgres(url, {
    max: poolSize,
    connect_timeout: 15,
    connection: { application_name: "segmenta", TimeZone: "UTC" },
    onnotice: () => undefined,
  });
  return { db: drizzle(client), url, close: () => client.end({ timeout: 5 }) };
}
