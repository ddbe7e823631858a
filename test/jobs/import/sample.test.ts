import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { adjustedRandIndex } from "../../../src/analysis/clustering/adjusted-rand-index.ts";
import type { Db } from "../../../src/db/connection/connect.ts";
import { loadPersonalAttributes } from "../../../src/db/imports/imports.ts";
import { loadActive } from "../../../src/db/segmentations/segmentations.ts";
import { loadSampleState } from "../../../src/db/imports/sample.ts";
import { onThisThread } from "../../../src/jobs/runner/computation.ts";
import { loadSample, sample } from "../../../src/jobs/import/sample.ts";
import { shopGroups } from "../../../src/sources/sample-shop/groups.ts";
import { sampleShop, sampleWeek } from "../../../src/sources/sample-shop/sample-shop.ts";
import { freshDatabase } from "../../database.ts";

const now = new Date("2026-07-01T08:00:00Z");
const by = "U1";
const shop = sampleShop();

async function countRows(db: Db): Promise<Record<string, number>> {
  const [row] = await db.execute<Record<string, number>>(sql`
    select (select count(*)::int from customers) as customers, (select count(*)::int from orders) as orders,
           (select count(*)::int from events) as events, (select count(*)::int from responses) as responses,
           (select sum(amount_cents)::float8 from orders) as cents`);
  return { ...row };
}

const wholeShop = {
  customers: 2_400,
  orders: shop.orders.length,
  events: new Set(shop.events.map(({ key, at, kind }) => `${key}|${at}|${kind}`)).size,
  responses: shop.truth.responses.length,
  cents: shop.orders.reduce((sum, { amountCents }) => sum + amountCents, 0),
};

function context(db: Db) {
  const actor = { user: by, role: "analyst", locale: "en", timeZone: "UTC" } as const;
  return {
    db,
    actor,
    now,
    report: () => undefined,
    keep: () => undefined,
    ...onThisThread,
    signal: new AbortController().signal,
  };
}

describe("loading the sample shop", async () => {
  const { db } = await freshDatabase();

  it("stores every row once, however often it is loaded", async () => {
    expect(await sample({}, context(db))).toMatchObject({ week: 0, customers: 2_400 });
    expect(await countRows(db)).toEqual(wholeShop);
    await loadSample(db, { week: 0, by, now });
    expect(await countRows(db)).toEqual(wholeShop);
  }, 120_000);

  it("ends in five segments that are the five groups", async () => {
    const segmentation = await loadActive(db);
    expect(segmentation?.segments).toHaveLength(5);
    const members = await db.execute<{ key: string; segment: number }>(
      sql`select c.key, m.segment_id as segment from memberships m join customers c using (customer_id)
          where m.valid_to is null order by c.customer_id`,
    );
    const truth = members.map(({ key }) => shopGroups.indexOf(shop.truth.groups.get(key) ?? "families"));
    const found = members.map(({ segment }) => segment);
    expect(adjustedRandIndex(truth, found)).toBeGreaterThan(0.97);
  });

  it("dates the campaigns, and says which attributes are personal", async () => {
    const days = await db.execute<{ day: string }>(
      sql`select distinct (at at time zone 'UTC')::date::text as day from responses order by day`,
    );
    expect(days.map(({ day }) => day)).toEqual(shop.campaigns.map(({ startedOn }) => startedOn).toSorted());
    expect(await loadPersonalAttributes(db)).toEqual(["email", "name"]);
  });

  it("goes on with the week after", async () => {
    expect(await sample({ next: true }, context(db))).toMatchObject({ week: 1 });
    expect(await loadSampleState(db)).toEqual({ week: 1, hasOthers: false });
    const counts = await countRows(db);
    expect(counts["customers"]).toBe(2_400 + 8);
    expect(counts["orders"]).toBe(wholeShop.orders + sampleWeek(1).orders.length);
  });

  it("does not mix with data of one's own", async () => {
    const { db } = await freshDatabase(onTestFinished);
    await db.execute(sql`insert into customers (key) values ('mine')`);
    await expect(sample({}, context(db))).rejects.toThrow(/^This base holds data of your own/);
  });

  it("has no next week before it is loaded", async () => {
    const { db } = await freshDatabase(onTestFinished);
    await expect(sample({ next: true }, context(db))).rejects.toThrow(/^The sample shop is not loaded yet/);
  });
});
