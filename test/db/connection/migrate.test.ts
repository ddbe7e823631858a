import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Db } from "../../../src/db/connection/connect.ts";
import { migrate, readMigrationState } from "../../../src/db/connection/migrate.ts";
import { freshDatabase } from "../../database.ts";
import { makeBaseOf } from "./release-base.ts";

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

  it("takes people, refusals and lines of a base along that kept one key a person and replaced whole orders", async () => {
    const { db, url } = await freshDatabase(onTestFinished);
    await makeBaseOf(db, 7);
    await db.execute(sql`
      insert into customers (key, attributes, consent, suppressed) values
        ('00001', '{"email": "Ana@Example.org"}', 'no', false), ('b@example.org', '{}', 'yes', false),
        ('00003', '{"email": "ana@example.org"}', 'unknown', true), ('00004', '{}', 'yes', true)`);
    await db.execute(sql`insert into customer_keys select key, customer_id from customers`);
    await db.execute(sql`insert into suppressions (entry) values ('00003'), ('later@example.org')`);
    await db.execute(sql`
      insert into imports (file_name, kind, mapping, report, imported_by) values
        ('people.csv', 'customers', '{"columns": [{"role": "customer"}]}', '{}', 'U1'),
        ('orders.csv', 'orders', '{"columns": [{"role": "customer"}, {"role": "order"}]}', '{}', 'U1')`);
    await db.execute(sql`
      insert into orders (customer_id, at, order_key, kind, amount_cents, quantity)
      values (1, '2026-06-01', '100', 'purchase', 4200, 1)`);

    await migrate(url);

    expect(
      await db.execute(
        sql`select key, kind, customer_id::int as id from customer_keys order by kind, key, id`,
      ),
    ).toEqual([
      { key: "ana@example.org", kind: "email", id: 1 },
      { key: "ana@example.org", kind: "email", id: 3 },
      { key: "b@example.org", kind: "email", id: 2 },
      { key: "00001", kind: "id", id: 1 },
      { key: "00003", kind: "id", id: 3 },
      { key: "00004", kind: "id", id: 4 },
    ]);
    const said = await db.execute(sql`select key, said, via from consents order by via, key`);
    expect(said).toEqual([
      { key: "00003", said: "no", via: "list" },
      { key: "later@example.org", said: "no", via: "list" },
      { key: "00001", said: "no", via: "row" },
      { key: "00004", said: "no", via: "row" },
      { key: "ana@example.org", said: "no", via: "row" },
      { key: "b@example.org", said: "yes", via: "row" },
    ]);
    // The first said no, and the third has the same address.
    const states = await db.execute(sql`select key, consent, suppressed from customers order by key`);
    expect(states).toEqual([
      { key: "00001", consent: "no", suppressed: false },
      { key: "00003", consent: "no", suppressed: true },
      { key: "00004", consent: "no", suppressed: true },
      { key: "b@example.org", consent: "yes", suppressed: false },
    ]);
    // Two files brought people, so that nobody can tell whose each is; one brought orders.
    expect(await db.execute(sql`select order_key, source_id, import_id from orders`)).toEqual([
      { order_key: "100", source_id: 0, import_id: 2 },
    ]);
    const imports = await db.execute(
      sql`select state, has_order_numbers as numbered from imports order by id`,
    );
    expect(imports).toEqual([
      { state: "active", numbered: false },
      { state: "active", numbered: true },
    ]);
    expect(await db.execute(sql`select id, name from sources`)).toEqual([{ id: 0, name: "people.csv" }]);
  });
});
