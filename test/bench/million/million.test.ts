import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../database.ts";
import { extrapolate } from "./cost.ts";
import { perform } from "./deed.ts";
import { lifeOf } from "./life.ts";
import { writeShop } from "./shop.ts";
import { measureTables } from "./sizes.ts";

const folder = mkdtempSync(join(tmpdir(), "segmenta-million-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = await writeShop(folder, { customers: 800, lines: 12_000 });

describe("the made-up shop", () => {
  it("has the size that was asked for, and then a week that is a 104th of it", () => {
    expect(files.customers.rows).toBe(800);
    // Invoices have 1 to 7 lines, so 3,000 of them have 12,000 ± 110 (standard deviation 2 a line).
    expect(Math.abs(files.orders.rows - 12_000)).toBeLessThan(440);
    expect(files.week.rows).toBeGreaterThan(60); // 29 invoices
  });

  it("is the same for the same seed", async () => {
    const again = await writeShop(mkdtempSync(join(folder, "again-")), { customers: 800, lines: 12_000 });
    expect(readFileSync(again.orders.path).equals(readFileSync(files.orders.path))).toBe(true);
  });
});

describe("the life of the made-up shop", () => {
  it("goes through imports, segments, scores, every answer and file without a mistake", async () => {
    const { db, url } = await freshDatabase();
    const written = new Map<string, number>();
    for (const { name, deed } of lifeOf(files)) written.set(name, (await perform(deed, url)).written);
    expect(written.get("export of a segment")).toBeGreaterThan(0);
    const sizes = await measureTables(db);
    expect(sizes.find(({ table }) => table === "orders")?.rows).toBe(files.orders.rows + files.week.rows);
    expect(sizes.find(({ table }) => table === "scores")?.rows).toBe(800);
  });
});

describe("extrapolate", () => {
  const costs = {
    bytesPerLine: 100,
    bytesPerCustomer: 1_000,
    importSecondsPerMillionLines: 10,
    importSecondsPerMillionCustomers: 20,
    passSecondsPerMillionLines: 6,
    linesPerCustomer: 20,
  };

  it("spreads a billion lines and their customers over the workers", () => {
    // By hand: 250 million lines, 12.5 million customers a worker: 25 + 12.5 GB; 2,500 + 250 s; 1,500 s.
    expect(extrapolate(costs, 4)).toEqual({
      workers: 4,
      gigabytesPerWorker: 37.5,
      importHours: 2_750 / 3_600,
      passMinutes: 25,
    });
  });
});
