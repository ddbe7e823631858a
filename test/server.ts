import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { TestProject } from "vitest/node";
import { connect } from "../src/db/connection/connect.ts";
import { startEmbedded } from "../src/db/connection/embedded/start.ts";
import { migrate } from "../src/db/connection/migrate.ts";
import { removeHome } from "./db/connection/homes.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database; `test/database.ts` copies it. */
    readonly templateUrl: string;
  }
}

/** One server for the whole run, gone afterwards, so it need not survive a power cut. */
const fleeting = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];

let stop = async () => {};

export async function setup(project: TestProject): Promise<void> {
  const server = await startServer();
  stop = server.stop;
  const admin = connect(server.url, 1);
  const name = `segmenta_template_${process.pid}`;
  await admin.db.execute(sql`drop database if exists ${sql.identifier(name)}`);
  await admin.db.execute(sql`create database ${sql.identifier(name)}`);
  stop = async () => {
    await admin.db.execute(sql`drop database ${sql.identifier(name)} with (force)`);
    await admin.close();
    await server.stop();
  };
  const template = new URL(server.url);
  template.pathname = `/${name}`;
  await migrate(template.href);
  project.provide("templateUrl", template.href);
}

export async function teardown(): Promise<void> {
  await stop();
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env["TEST_DATABASE_URL"];
  if (url) return { url, stop: async () => {} };
  const home = mkdtempSync(join(tmpdir(), "segmenta-test-"));
  chmodSync(home, 0o711); // as root the server runs as somebody else
  const server = await startEmbedded(home, { settings: fleeting });
  return {
    url: server.url,
    stop() {
      server.leave();
      return removeHome(home);
    },
  };
}
