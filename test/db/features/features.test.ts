import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { planFeatures } from "../../../src/analysis/features/plan.ts";
import { columnOf, rowOf } from "../../../src/analysis/numbers/matrix.ts";
import { loadBaseFacts } from "../../../src/db/features/base-facts.ts";
import type { Db } from "../../../src/db/connection/connect.ts";
import {
  deleteSupersededFeatures,
  loadFeatureSample,
  saveFeatures,
} from "../../../src/db/features/features.ts";
import { freshDatabase } from "../../database.ts";
import { plantCustomers, plantEvents, plantOrders } from "../planted-base.ts";

const { db } = await freshDatabase();
const asOf = "2024-03-10";

beforeAll(async () => {
  await plantCustomers(db, [
    {
      key: "ann",
      attributes: {
        income: 30000.5,
        birth_date: "1984-03-11",
        mnt_wine: 10,
        mnt_fish: 5,
        num_web_purchases: 2,
        num_store_purchases: 3,
        kids: 2,
        marital_status: "Married",
        joined_on: "2024-02-29",
        complain: false,
      },
    },
    {
      key: "bob",
      attributes: {
        birth_date: "1990-02-30",
        mnt_wine: 7,
        num_web_purchases: 0,
        num_store_purchases: 0,
        kids: 0,
        marital_status: "Alone",
        complain: true,
      },
    },
    { key: "cy", attributes: {} },
  ]);
  await plantOrders(db, [
    {
      key: "ann",
      at: "2024-03-01T23:30:00Z",
      order: "1",
      cents: 1050,
      quantity: 2,
      product: "a",
      channel: "web",
    },
    {
      key: "ann",
      at: "2024-03-01T23:30:00Z",
      order: "1",
      cents: 250,
      quantity: 1,
      product: "b",
      channel: "web",
    },
    {
      key: "ann",
      at: "2024-03-08T00:10:00Z",
      order: "2",
      cents: 1300,
      quantity: 3,
      product: "a",
      channel: "store",
    },
    {
      key: "ann",
      at: "2024-03-09T12:00:00Z",
      order: "C2",
      kind: "return",
      cents: -650,
      quantity: -1,
      product: "a",
    },
    { key: "ann", at: "2024-03-09T12:00:00Z", order: "4", kind: "other", cents: 99_999, product: "POST" },
    { key: "bob", at: "2024-03-09T12:00:00Z", order: "C9", kind: "return", cents: -100, quantity: -1 },
  ]);
  await plantEvents(db, [
    { key: "ann", at: "2024-03-07T10:00:00Z", kind: "visit" },
    { key: "ann", at: "2024-03-02T10:00:00Z", kind: "visit" },
    { key: "cy", at: "2024-03-09T10:00:00Z", kind: "app", value: 12.5 },
    { key: "cy", at: "2024-03-09T11:00:00Z", kind: "app", value: 2.5 },
  ]);
});

/** Feature values of ann, bob and cy by name. */
async function measure(base: Db): Promise<Readonly<Record<string, readonly number[]>>> {
  return base.transaction(async (tx) => {
    const planned = planFeatures(await loadBaseFacts(tx), asOf);
    const { featureSetId, customers } = await saveFeatures(tx, planned, asOf);
    expect(customers).toBe(3);
    const rows = await tx.execute<{ key: string; values: readonly number[] }>(sql`
      select key, values from features join customers using (customer_id)
      where feature_set_id = ${featureSetId} order by key`);
    return Object.fromEntries(
      planned.map(({ feature }, position) => [feature.name, rows.map(({ values }) => values[position] ?? 0)]),
    );
  });
}

describe("features computed by the database (values by hand)", () => {
  it("count what happened until the midnight that begins their day, and nothing from then on", async () => {
    const { db: base } = await freshDatabase(onTestFinished);
    await plantCustomers(base, [{ key: "ann" }, { key: "bob" }, { key: "cy" }]);
    const order = { order: "1", cents: 1000 };
    await plantOrders(base, [
      { ...order, key: "ann", at: "2024-03-09T00:00:00Z" },
      { ...order, key: "bob", at: "2024-03-09T23:59:59.999999Z" },
      { ...order, key: "cy", at: "2024-03-10T00:00:00Z" },
      { ...order, key: "cy", at: "2024-03-08T00:00:00Z", order: "2" },
    ]);
    await plantEvents(base, [
      { key: "ann", at: "2024-03-09T00:00:00Z", kind: "visit" },
      { key: "bob", at: "2024-03-10T00:00:00Z", kind: "visit" },
    ]);
    expect(await measure(base)).toMatchObject({
      recency_days: [1, 1, 2],
      frequency: [1, 1, 1],
      visit_count: [1, 0, 0],
    });
  });

  it("are net of what came back; other lines count nowhere", async () => {
    const found = await measure(db);
    expect(found).toMatchObject({
      recency_days: [2, Number.NaN, Number.NaN],
      frequency: [2, 0, 0],
      monetary: [19.5, -1, 0],
      returned: [6.5, 1, 0],
      average_order: [9.75, Number.NaN, Number.NaN],
      basket_items: [2.5, Number.NaN, Number.NaN],
      tenure_days: [9, Number.NaN, Number.NaN],
      returns_share: [0.25, Number.NaN, Number.NaN],
      product_variety: [2, Number.NaN, Number.NaN],
      channel_store: [0.5, Number.NaN, Number.NaN],
      channel_web: [0.5, Number.NaN, Number.NaN],
    });
  });

  it("come from the columns of a customers' file; an empty cell is missing", async () => {
    const found = await measure(db);
    expect(found).toMatchObject({
      income: [30000.5, Number.NaN, Number.NaN],
      age: [39, 34, Number.NaN], // 30 February is 1 March
      total_amount: [15, 7, Number.NaN],
      total_purchases: [5, 0, Number.NaN],
      average_ticket: [3, Number.NaN, Number.NaN],
      household_size: [4, 1, Number.NaN],
      customer_days: [10, Number.NaN, Number.NaN],
      complain: [0, 1, Number.NaN],
      marital_status_married: [1, 0, Number.NaN],
    });
  });

  it("come from events by kind", async () => {
    expect(await measure(db)).toMatchObject({
      visit_count: [2, 0, 0],
      visit_recency_days: [3, Number.NaN, Number.NaN],
      app_count: [0, 0, 2],
      app_recency_days: [Number.NaN, Number.NaN, 1],
      app_total: [0, 0, 15],
    });
  });
});

describe("a cell of another type than its column", () => {
  it("is missing, and stops nothing", async () => {
    const planned = planFeatures(await loadBaseFacts(db), asOf);
    const position = planned.findIndex(({ feature }) => feature.name === "income");
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`update customers set attributes = attributes || '{"income": "n/a"}' where key = 'ann'`,
      );
      const { featureSetId } = await saveFeatures(tx, planned, asOf);
      const sample = await loadFeatureSample(tx, featureSetId, { width: planned.length, limit: 3 });
      expect([...columnOf(sample, position)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
      await tx.execute(
        sql`update customers set attributes = attributes || '{"income": 30000.5}' where key = 'ann'`,
      );
    });
  });
});

describe("what the base holds", () => {
  it("is counted by column, with the last day and the channels by frequency", async () => {
    const facts = await loadBaseFacts(db);
    expect(facts.lastDay).toBe("2024-03-09");
    expect(facts.orders).toEqual({ products: true, returns: true, channels: ["web", "store"] });
    expect(facts.events).toEqual([
      { kind: "app", valued: true },
      { kind: "visit", valued: false },
    ]);
    const kinds = Object.fromEntries(facts.attributes.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({
      income: "number",
      complain: "flag",
      joined_on: "date",
      marital_status: "text",
    });
    const marital = facts.attributes.find(({ name }) => name === "marital_status");
    expect(marital?.levels.map(({ level, share }) => [level, share])).toEqual([
      ["Alone", 0.5],
      ["Married", 0.5],
    ]);
  });
});

describe("a sample of features", () => {
  it("holds every number as it is stored, and is the same each time", async () => {
    const planned = planFeatures(await loadBaseFacts(db), asOf);
    const { featureSetId } = await db.transaction((tx) => saveFeatures(tx, planned, asOf));
    const question = { width: planned.length, limit: 2 };
    const sample = await loadFeatureSample(db, featureSetId, question);
    expect(sample).toMatchObject({ rows: 2, columns: planned.length });
    expect(await loadFeatureSample(db, featureSetId, question)).toEqual(sample);
    const all = await loadFeatureSample(db, featureSetId, { ...question, limit: 10 });
    expect(
      columnOf(
        all,
        planned.findIndex(({ feature }) => feature.name === "income"),
      ),
    ).toContain(30000.5);
    expect(rowOf(all, 0)).toEqual(rowOf(sample, 0));
  });
});

describe("feature sets of one day", () => {
  it("are kept once, the latest", async () => {
    await measure(db);
    await deleteSupersededFeatures(db);
    const [count] = await db.execute(sql`
      select (select count(*)::int from feature_sets) as sets, (select count(*)::int from features) as rows`);
    expect(count).toEqual({ sets: 1, rows: 3 });
  });
});
