import type { Day } from "../../../src/lib/day.ts";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { planFeatures } from "../../../src/analysis/features/plan.ts";
import { loadBaseFacts } from "../../../src/db/features/base-facts.ts";
import { saveFeatures } from "../../../src/db/features/features.ts";
import { freshDatabase } from "../../database.ts";
import { type PlantedOrder, plantCustomers, plantOrders } from "../planted-base.ts";

type Line = readonly [day: Day, order: string, cents: number, source?: number];

const missing = Number.NaN;

/** Features of a single customer on a day; a negative amount is a return. */
async function measure(
  lines: readonly Line[],
  asOf: Day = "2024-04-01",
): Promise<Readonly<Record<string, number>>> {
  const { db } = await freshDatabase(onTestFinished);
  await plantCustomers(db, [{ key: "ann" }]);
  const orders = lines.map(
    ([at, order, cents, source = 0]): PlantedOrder => ({
      key: "ann",
      at,
      order,
      cents,
      source,
      quantity: Math.sign(cents),
      kind: cents < 0 ? "return" : "purchase",
    }),
  );
  await plantOrders(db, orders);
  return db.transaction(async (tx) => {
    const planned = planFeatures(await loadBaseFacts(tx), asOf);
    await saveFeatures(tx, planned, asOf);
    const [row] = await tx.execute<{ values: readonly number[] }>(sql`select values from features`);
    return Object.fromEntries(planned.map(({ feature }, index) => [feature.name, row?.values[index] ?? 0]));
  });
}

describe("net sales of a customer (values by hand)", () => {
  it("leave out an order that was wholly given back under its number, in parts or at once", async () => {
    const lines: readonly Line[] = [
      ["2024-03-01", "1", 1000],
      ["2024-03-11", "2", 3000],
      ["2024-03-11", "2", 500],
      ["2024-03-20", "2", -3000],
      ["2024-03-25", "2", -500],
    ];
    expect(await measure(lines)).toMatchObject({
      recency_days: 31,
      tenure_days: 31,
      frequency: 1,
      monetary: 10,
      average_order: 10,
      returned: 35,
      returns_share: 35 / 45,
      basket_items: 1,
    });
  });

  it("count an order of which something was kept, and the free ones", async () => {
    const lines: readonly Line[] = [
      ["2024-03-01", "1", 1000],
      ["2024-03-02", "1", -999],
      ["2024-03-11", "2", 0],
    ];
    expect(await measure(lines)).toMatchObject({ recency_days: 21, frequency: 2, monetary: 0.01 });
  });

  it("take a return without the sale's number off the total, and no order while money is left", async () => {
    const lines: readonly Line[] = [
      ["2024-03-01", "1", 1000],
      ["2024-03-11", "2", 1000],
      ["2024-03-12", "C3", -1000],
    ];
    expect(await measure(lines)).toMatchObject({ recency_days: 21, frequency: 2, monetary: 10 });
  });

  it("are those of no customer where everything came back", async () => {
    const lines: readonly Line[] = [
      ["2011-01-18", "541431", 7_718_360],
      ["2011-01-18", "C541433", -7_718_360],
    ];
    expect(await measure(lines, "2011-11-01")).toMatchObject({
      recency_days: missing,
      tenure_days: missing,
      frequency: 0,
      monetary: 0,
      average_order: missing,
      basket_items: missing,
      returned: 77_183.6,
      returns_share: 1,
    });
  });

  it("join loose returns and those by number: what was left of the money is gone", async () => {
    const lines: readonly Line[] = [
      ["2024-03-01", "1", 1000],
      ["2024-03-02", "1", -1000],
      ["2024-03-11", "2", 500],
      ["2024-03-12", "C9", -700],
    ];
    expect(await measure(lines)).toMatchObject({ recency_days: missing, frequency: 0, monetary: -2 });
  });

  it("tell orders of the same number in two shops apart", async () => {
    const lines: readonly Line[] = [
      ["2024-03-01", "1", 1000, 0],
      ["2024-03-11", "1", 3000, 1],
      ["2024-03-20", "1", -3000, 1],
    ];
    expect(await measure(lines)).toMatchObject({ recency_days: 31, frequency: 1, monetary: 10 });
  });

  it("know on a past day only what had come back by then", async () => {
    const lines: readonly Line[] = [
      ["2024-03-01", "1", 1000],
      ["2024-03-20", "1", -1000],
    ];
    expect(await measure(lines, "2024-03-20")).toMatchObject({
      recency_days: 19,
      frequency: 1,
      monetary: 10,
    });
    expect(await measure(lines, "2024-03-21")).toMatchObject({ recency_days: missing, frequency: 0 });
  });
});
