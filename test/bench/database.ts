import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { connect, type Connection } from "../../src/db/connection/connect.ts";
import { type EmbeddedServer, startEmbedded } from "../../src/db/connection/embedded/start.ts";
import { migrate } from "../../src/db/connection/migrate.ts";

/** The server of a benchmark, with the product's own settings, and what is to be removed after it. */
export interface BenchServer extends EmbeddedServer {
  readonly home: string;
}

/**
 * A server of its own, in a new home: its data are on the same disk as the reference's files.
 *
 * @param settings Beyond the product's own.
 */
export async function startServer(settings: readonly string[] = []): Promise<BenchServer> {
  const home = mkdtempSync(join(tmpdir(), "segmenta-bench-"));
  chmodSync(home, 0o711); // as root the server runs as somebody else
  return { ...(await startEmbedded(home, { settings })), home };
}

/** Removes the home of a server that has been left; it takes a moment to stop. */
export function removeHome({ home }: BenchServer): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

/** A new, migrated, empty database of the server. */
export async function openFresh(server: string, name: string): Promise<Connection> {
  const admin = connect(server, 1);
  await admin.db.execute(sql`drop database if exists ${sql.identifier(name)} with (force)`);
  await admin.db.execute(sql`create database ${sql.identifier(name)}`);
  await admin.close();
  const url = databaseUrl(server, name);
  await migrate(url);
  return connect(url);
}

/** The address of a database of the server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
