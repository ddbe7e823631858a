import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, inject } from "vitest";
import { connect, type Connection } from "../src/db/connection/connect.ts";

/**
 * A migrated, empty database of one's own (about 50 ms), dropped at the end of the test file.
 *
 * @param atTheEnd `onTestFinished` for a database of a single test.
 * @example
 * const { db, url } = await freshDatabase();
 */
export async function freshDatabase(
  atTheEnd: (cleanUp: () => Promise<void>) => void = afterAll,
): Promise<Connection> {
  const template = inject("templateUrl");
  const name = `segmenta_test_${randomBytes(6).toString("hex")}`;
  await asAdmin(sql`create database ${sql.identifier(name)} template ${sql.identifier(nameOf(template))}`);
  const url = template.replace(nameOf(template), name);
  const connection = connect(url, 4);
  atTheEnd(async () => {
    await connection.close();
    await asAdmin(sql`drop database ${sql.identifier(name)} with (force)`);
  });
  return connection;
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

async function asAdmin(statement: ReturnType<typeof sql>): Promise<void> {
  const template = inject("templateUrl");
  const admin = connect(template.replace(nameOf(template), "postgres"), 1);
  try {
    await admin.db.execute(statement);
  } finally {
    await admin.close();
  }
}
