import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Db } from "../../../src/db/connection/connect.ts";
import { migrate, readMigrationState } from "../../../src/db/connection/migrate.ts";
import { freshDatabase } from "../../database.ts";

async function makeBare(db: Db): Promise<void> {
  await db.execute(sql`drop schema drizzle cascade`);
  await db.execute(sql`drop schema public cascade`);
  await db.execute(sql`create schema public`);
}

describe("migrate", () => {
  it("lets one of five processes migrate an empty database while the others wait", async () => {
    const { db, url } = await freshDatabase(onTestFinished);
    await makeBare(db);
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, (await readMigrationState(db)).known]);
    expect(await readMigrationState(db)).toMatchObject({ pending: 0, isNewer: false });
  });

  it("leaves a database alone that a later version has migrated", async () => {
    const { db, url } = await freshDatabase(onTestFinished);
    await db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
    );
    await expect(migrate(url)).rejects.toThrow(
      "This database was migrated by a later version of Segmenta. Use that one.",
    );
  });

  it("lets a user without the right to create open a base that is up to date", async () => {
    const { db, url } = await freshDatabase(onTestFinished);
    const reader = `segmenta_reader_${process.pid}`;
    await db.execute(sql`create role ${sql.identifier(reader)} login password 'secret'`);
    onTestFinished(async () => {
      await db.execute(sql`drop owned by ${sql.identifier(reader)}`);
      await db.execute(sql`drop role ${sql.identifier(reader)}`);
    });
    await db.execute(sql`grant usage on schema drizzle to ${sql.identifier(reader)}`);
    await db.execute(sql`grant select on all tables in schema drizzle to ${sql.identifier(reader)}`);
    const address = new URL(url);
    address.username = reader;
    address.password = "secret";
    expect(await migrate(address.href)).toBe(0);
  });
});
