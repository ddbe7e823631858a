import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "../../src/db/connection/connect.ts";
import { loadActive } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { importFile } from "../../src/jobs/import/import.ts";
import type { ClubSums } from "../../src/db/segmentations/club.ts";
import { personAt } from "../commands/recluster-on.ts";
import { freshDatabase } from "../database.ts";
import { hasRealData, realData } from "./real-data.ts";

const now = new Date("2026-01-01T00:00:00Z");
const signal = new AbortController().signal;
const report = () => undefined;

// Two cores, shared: reading and dividing a real file takes seconds, and several times as many beside other work.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** A base with one of the real files, divided. */
async function divided(file: string) {
  const { db } = await freshDatabase();
  const actor = { user: "U1", role: "analyst", locale: "en", timeZone: "UTC" } as const;
  await importFile(
    { path: join(realData, file) },
    { db, actor, now, signal, keep: () => undefined, ...onThisThread, report },
  );
  const active = await loadActive(db);
  if (active === undefined) throw new Error("no segmentation came of it");
  return { db, active };
}

async function placedCustomers(db: Db): Promise<unknown> {
  const [row] = await db.execute(sql`
    select count(*)::int as placed, (select count(*)::int from customers) as customers
    from memberships where valid_to is null`);
  return row;
}

describe.skipIf(!hasRealData)("the first segmentation of a real file", () => {
  it("divides the visitors of a mall by age, income and score into six groups", async () => {
    const { db, active } = await divided("Mall_Customers.csv");
    expect(active.placement.features).toEqual(["age", "income", "spending_score"]);
    expect(active.segments).toHaveLength(6);
    // reference.json, scikit-learn 1.2.1: mall_age_income_score_k6
    expect(active.metrics.inertia).toBeCloseTo(133.868334, 5);
    expect(active.metrics.silhouette).toBeCloseTo(0.427428, 5);
    const sizes = active.segments.map(({ statistics }) => statistics.size);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([21, 24, 33, 38, 39, 45]);
    expect(active.metrics).toMatchObject({ value: null, orderedBy: "spending_score" });
    expect(await placedCustomers(db)).toEqual({ placed: 200, customers: 200 });
  });

  it("places all 2,240 customers of the campaign file, those without income among them", async () => {
    const { db, active } = await divided("marketing_campaign.csv");
    expect(await placedCustomers(db)).toEqual({ placed: 2240, customers: 2240 });
    expect(active.asOf).toBe("2014-06-30"); // the last to join did on 2014-06-29
    expect([...active.placement.features].sort()).toEqual([
      "age",
      "income",
      "num_web_visits_month",
      "recency",
      "total_amount",
      "total_purchases",
    ]);
    const notes = Object.fromEntries(active.metrics.features.features.map((note) => [note.name, note]));
    expect(notes["income"]).toMatchObject({ use: "used", missing: 24, transform: "none", pulledDown: 1 });
    expect(notes["age"]).toMatchObject({ use: "used", pulledDown: 3 }); // born 1893, 1899 and 1900
    expect(notes["z_revenue"]?.use).toBe("constant");
    expect(notes["mnt_wines"]).toMatchObject({ use: "part", instead: "total_amount" });
    const answers = active.features.filter(({ family }) => family === "response");
    expect(answers.every(({ setAside }) => setAside !== undefined)).toBe(true);
    const value = active.segments.map(({ statistics }) => statistics.valueShare ?? 0);
    expect(value.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(value[0]).toBeGreaterThan(active.segments[0]?.statistics.share ?? 1);
  });
});

describe.skipIf(!hasRealData)("the first segmentation of the order file", () => {
  let shop: Awaited<ReturnType<typeof divided>>;
  beforeAll(async () => {
    shop = await divided("online_retail_to_2011-10-31.csv.gz");
  });

  it("rests on the reference's recency, frequency and monetary of each customer", async () => {
    const rows = await shop.db.execute<{ key: string; r: number; f: number; m: number }>(sql`
      select key, values[1] as r, values[2] as f, values[3] as m
      from features join customers using (customer_id) where values[2] > 0 order by key`);
    const text = readFileSync(join(realData, "reference/online_retail_rfm.csv"), "utf8");
    const [, ...lines] = text.trim().split("\n");
    const reference = lines.map((line) => line.split(",").map(Number));
    expect(rows.map(({ key, r, f, m }) => [Number(key), r, f, m])).toEqual(reference);
    expect(shop.active.asOf).toBe("2011-11-01");
    expect(shop.active.placement.features).toEqual(["recency_days", "frequency", "monetary"]);
    const transforms = shop.active.placement.preprocessings.map(({ transform }) => transform);
    expect(transforms).toEqual(["log", "log", "log"]);
  });

  it("never ends in 26 against everybody: each segment is large enough to write to", () => {
    for (const { statistics } of shop.active.segments) expect(statistics.share).toBeGreaterThanOrEqual(0.03);
  });

  it("numbers the segments by money a customer, and gives those who only returned a place too", async () => {
    expect(shop.active.metrics.value).toBe("monetary");
    const spending = shop.active.segments.map(({ statistics }) => statistics.means[2] ?? 0);
    expect(spending).toEqual(spending.toSorted((a, b) => b - a));
    const { customers } = shop.active;
    expect(await placedCustomers(shop.db)).toEqual({ placed: customers, customers });
  });

  it("becomes groups by plain rules, and a club whose worth stands beside the plain sort line (R3)", async () => {
    const { say } = personAt(shop.db);
    const found = await say("recluster method rfm");
    const { candidates, run } = found.data as { candidates?: readonly { run: number }[]; run?: number };
    expect((await say(`adopt r${run ?? candidates?.[0]?.run}`)).outcome).toBe("ok");
    expect((await say("list")).table?.rows).toHaveLength(10);
    const club = await say("club");
    const { bySegment, byValue, tenth, everybody } = club.data as unknown as Record<string, ClubSums>;
    // reference: the top 10 % by revenue hold 60.5 % of it, without any model
    expect((tenth?.value ?? 0) / (everybody?.value ?? 1)).toBeCloseTo(0.605, 2);
    expect(byValue?.customers).toBe(bySegment?.customers);
    expect(byValue?.value).toBeGreaterThanOrEqual(bySegment?.value ?? Infinity);
    expect((bySegment?.value ?? 0) / (everybody?.value ?? 1)).toBeGreaterThan(
      (2 * (bySegment?.customers ?? 0)) / (everybody?.customers ?? 1),
    );
  });
});
