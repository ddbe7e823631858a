import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Arrival, copyIn } from "../../../src/db/connection/copy.ts";
import { freshDatabase } from "../../database.ts";
import { fileOf } from "../../sources/files.ts";
import { importInto, loadBase } from "../../story/import-into.ts";

const { db } = await freshDatabase();

async function stagingTables(): Promise<number> {
  const [row] = await db.execute<{ tables: string }>(
    sql`select count(*) as tables from pg_class where relname like 'staging%' and relkind = 'r'`,
  );
  return Number(row?.tables);
}

/** Rows of one value each, stored nowhere: what arrives is what is told. */
function arrival(fill: Arrival<unknown>["fill"], type = "text"): Arrival<unknown[]> {
  return {
    columns: { value: type },
    fill,
    store: async (tx, table) => {
      const rows = await tx.execute<{ value: unknown }>(sql.raw(`select value from ${table}`));
      return rows.map(({ value }) => value);
    },
  };
}

describe("copying rows in", () => {
  it.each<[string, string, unknown, unknown]>([
    ["text", "text", "Peñíscola 🦉 \\N \t", "Peñíscola 🦉 \\N \t"],
    ["text", "text", "a\0b", "ab"], // PostgreSQL's text holds no NUL
    ["integer", "int", -7, -7],
    ["bigint", "bigint", -8_000_000_123, "-8000000123"],
    ["bigint", "bigint", 2 ** 52, String(2 ** 52)],
    ["double", "double precision", 0.1, 0.1],
    ["boolean", "boolean", true, true],
    ["json", "jsonb", { name: 'O"Hara\0', age: null }, { name: 'O"Hara', age: null }],
  ])("brings a value of type %s (%s) %j as it is", async (write, type, value, expected) => {
    const rows = await copyIn(
      db,
      arrival(async (copied) => {
        copied.row();
        (copied[write as "text"] as (given: unknown) => void)(value);
      }, type),
    );
    expect(rows).toEqual([expected]);
  });

  it("brings moments to the millisecond, before 1970 and after 2000", async () => {
    const moments = ["1893-01-01T00:00:00.001Z", "1999-12-31T23:59:59.999Z", "2041-07-08T09:10:11.120Z"];
    const rows = await copyIn(
      db,
      arrival(async (copied) => {
        for (const moment of moments) {
          copied.row();
          copied.moment(Date.parse(moment));
        }
      }, "timestamptz"),
    );
    expect(rows.map((row) => new Date(String(row)).toISOString())).toEqual(moments);
  });

  it("brings half a million rows in pieces, every one", async () => {
    const rows = await copyIn(db, {
      columns: { value: "int" },
      async fill(copied, flush) {
        for (let value = 0; value < 500_000; value++) {
          copied.row();
          copied.integer(value);
          if (value % 1000 === 0) await flush();
        }
      },
      store: (tx, table) =>
        tx.execute(sql.raw(`select count(*)::int as rows, sum(value)::text as sum from ${table}`)),
    });
    expect(rows[0]).toEqual({ rows: 500_000, sum: "124999750000" }); // by hand: n(n - 1)/2
  });

  it("fails when the server refuses a row, and leaves no table behind", async () => {
    const broken = arrival(async (copied) => {
      copied.row();
      copied.text("no number");
    }, "int");
    await expect(copyIn(db, broken)).rejects.toThrow("the server took 0 of 1 rows");
    expect(await stagingTables()).toBe(0);
  });

  it("fails with what went wrong in the middle of it, and leaves no table behind", async () => {
    const stopped = arrival(async (copied, flush) => {
      for (let row = 0; row < 100_000; row++) {
        copied.row();
        copied.text("x");
      }
      await flush();
      throw new Error("stopped");
    });
    await expect(copyIn(db, stopped)).rejects.toThrow("stopped");
    expect(await stagingTables()).toBe(0);
  });

  it("clears what a process left that was killed in mid-copy", async () => {
    await db.execute(sql`create unlogged table staging_999999_dead (value text)`);
    await copyIn(
      db,
      arrival(async () => undefined),
    );
    expect(await stagingTables()).toBe(0);
  });
});

describe("an import", () => {
  const people = (count: number) =>
    fileOf(`customer_id,age\n${Array.from({ length: count }, (_, n) => `${n},${n % 90}`).join("\n")}\n`);

  it("that is stopped leaves the base as it was", async () => {
    const stop = new AbortController();
    const reading = importInto(db, people(200_000), {
      signal: stop.signal,
      onStep: (step) => (step.startsWith("Reading") ? stop.abort() : undefined),
    });
    await expect(reading).rejects.toThrow(/aborted/i);
    expect(await loadBase(db)).toEqual({});
    expect(await stagingTables()).toBe(0);
  });

  it("of two files at once makes each customer once", async () => {
    const files = [people(3000), people(3000)];
    await Promise.all(files.map((file) => importInto(db, file)));
    expect(Object.keys(await loadBase(db))).toHaveLength(3000);
  });

  it("lays order lines down customer by customer, and tells the planner of them", async () => {
    const own = await freshDatabase();
    const lines = ["i1,a,2024-05-01", "i2,b,2024-05-02", "i3,a,2024-05-03", "i4,b,2024-05-04"];
    const head = "invoice_no,customer_id,invoice_date,quantity,unit_price";
    await importInto(own.db, fileOf(`${head}\n${lines.map((line) => `${line},1,2.50`).join("\n")}\n`));
    const laid = await own.db.execute<{ key: string }>(
      sql`select key from orders join customers using (customer_id) order by orders.ctid`,
    );
    expect(laid.map(({ key }) => key)).toEqual(["a", "a", "b", "b"]); // by hand
    const [counted] = await own.db.execute<{ lines: number }>(
      sql`select reltuples::int as lines from pg_class where relname = 'orders'`,
    );
    expect(counted?.lines).toBe(4);
  });
});
