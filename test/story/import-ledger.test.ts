import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { countBase } from "../../src/db/imports/base-totals.ts";
import { findImport } from "../../src/db/imports/imports.ts";
import { undoImport } from "../../src/db/imports/undo-import.ts";
import { loadSample } from "../../src/jobs/import/sample.ts";
import { freshDatabase } from "../database.ts";
import { describeBase } from "../db/imports/import-steps.ts";
import { counts, emptyBase, importInto, reportOf } from "./import-into.ts";

const { db } = await freshDatabase();
const now = new Date("2026-12-01T09:00:00Z");
const read = (name: string) =>
  importInto(db, fileURLToPath(new URL(`cases/${name}.csv`, import.meta.url)), { now });

/** Orders with a sale, lines, and money in hundredths, as the base holds them. */
async function base() {
  const [row] = await db.execute<{ orders: number; lines: number; gross: number; returned: number }>(sql`
    select count(distinct (source_id, order_key)) filter (where kind = 'purchase')::int as orders,
           count(*)::int as lines,
           coalesce(sum(amount_cents) filter (where kind = 'purchase'), 0)::int as gross,
           coalesce(-sum(amount_cents) filter (where kind = 'return'), 0)::int as returned from orders`);
  return row;
}

async function linesOf(order: string) {
  const rows = await db.execute<{ line: string }>(sql`
    select concat_ws(' ', to_char(at, 'MM-DD'), kind, amount_cents) as line from orders
    where order_key = ${order} order by at, line`);
  return rows.map(({ line }) => line);
}

// 80 people and 365 orders of one line each, as counted in the files with awk.
const shop = { orders: 365, lines: 365, gross: 2_748_684, returned: 0 };

beforeEach(async () => {
  await emptyBase(db);
  await read("customers");
  await read("orders");
  expect(await base()).toEqual(shop);
});

describe("orders of a second file", () => {
  it("add nothing where it is the same file", async () => {
    const record = await read("orders");
    expect(await base()).toEqual(shop);
    expect(counts(record)).toMatchObject({ known_lines: 365 });
    expect(reportOf(record).findings.map(({ code }) => code)).not.toContain("replaced_lines");
  });

  it("keep a sale beside a refund under its number", async () => {
    await read("july-with-refund");
    expect(await linesOf("1159")).toEqual(["01-06 purchase 6363", "07-03 return -2000"]);
    // By hand: 27,486.84 + 55.00 + 60.00, and 20.00 given back.
    expect(await base()).toEqual({ orders: 367, lines: 368, gross: 2_760_184, returned: 2_000 });
  });

  it("keep the refund when the sales are exported again", async () => {
    await read("july-with-refund");
    await read("orders");
    expect(await linesOf("1159")).toEqual(["01-06 purchase 6363", "07-03 return -2000"]);
  });

  it("may bring a sale and its refund together", async () => {
    await read("refund-in-one-file");
    expect(await linesOf("9001")).toEqual(["06-20 purchase 8000", "06-22 return -4000"]);
  });

  it("without numbers add up, and the same file again adds nothing", async () => {
    for (const name of ["till-one", "till-two", "till-one"]) await read(name);
    // By hand: 20 lines of each till, 1,197.67 together.
    expect(await base()).toMatchObject({ lines: 405, gross: 2_868_451 });
  });
});

describe("a file that is undone", () => {
  it.each(["orders", "july-with-refund", "refund-in-one-file", "till-one", "second-shop"])(
    "leaves the base as it was before: %s",
    async (name) => {
      const before = await describeBase(db);
      const { id } = await read(name);
      await undoImport(db, id, { by: "U1", at: now });
      expect(await describeBase(db)).toEqual(before);
      expect(await findImport(db, id)).toMatchObject({ state: "undone", undoneBy: "U1" });
    },
  );

  it("leaves what a later file shows again", async () => {
    const [{ id } = { id: 0 }] = await db.execute<{ id: number }>(
      sql`select id from imports where file_name = 'orders.csv'`,
    );
    await read("july-with-refund");
    await read("orders");
    await undoImport(db, id, { by: "U1", at: now });
    expect(await base()).toEqual({ orders: 367, lines: 368, gross: 2_760_184, returned: 2_000 });
  });

  it("is counted by its totals until then", async () => {
    expect((await read("july-with-refund")).totals).toEqual({
      people: 3,
      orders: 3,
      lines: 3,
      grossCents: 11_500,
      returnedCents: 2_000,
      from: "2026-07-02",
      to: "2026-07-03",
      saidNo: 0,
    });
  });
});

describe("the sample shop", () => {
  it("leaves when one's own data arrive, and says so", async () => {
    await emptyBase(db);
    await loadSample(db, { week: 0, by: "U1", now });
    const record = await read("refund-in-one-file");
    expect(counts(record)).toMatchObject({ sample_left: 1 });
    expect(await countBase(db)).toMatchObject({
      people: 1,
      orders: 1,
      lines: 2,
      grossCents: 8_000,
      returnedCents: 4_000,
      netCents: 4_000,
      newestDay: "2026-06-22",
      sources: 1,
    });
  });
});
