import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { place } from "../../../src/analysis/placement/place.ts";
import {
  countAudience,
  defaultColumns,
  openAudienceRows,
  segmentAudience,
} from "../../../src/db/campaigns/audiences.ts";
import { recordExport } from "../../../src/db/exports/export-ledger.ts";
import type { Db } from "../../../src/db/connection/connect.ts";
import { findCustomer, loadAttributeNames } from "../../../src/db/people/customers.ts";
import {
  loadFeatureRange,
  loadHistogram,
  loadLevels,
  loadMapSample,
} from "../../../src/db/features/distributions.ts";
import {
  type ActiveSegmentation,
  loadActive,
  noteSegment,
  renameSegment,
} from "../../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../../src/jobs/runner/computation.ts";
import type { SegmentOptions } from "../../../src/jobs/segmentation/segment-options.ts";
import { segmentBase } from "../../../src/jobs/segmentation/segment.ts";
import { freshDatabase } from "../../database.ts";
import { plantCustomers, threeGroups } from "../planted-base.ts";

const { db } = await freshDatabase();

function options(more: Partial<SegmentOptions> = {}): SegmentOptions {
  const signal = new AbortController().signal;
  return {
    ...onThisThread,
    locale: "en",
    now: new Date("2024-01-01T00:00:00Z"),
    signal,
    report: () => undefined,
    ...more,
  };
}

async function active(base: Db = db): Promise<ActiveSegmentation> {
  const found = await loadActive(base);
  if (found === undefined) throw new Error("there is no active segmentation");
  return found;
}

beforeAll(async () => {
  const people = threeGroups(300).map((customer, index) => ({
    ...customer,
    consent: (["yes", "no", "unknown"] as const)[Math.floor(index / 3) % 3] ?? "unknown",
    suppressed: index % 30 === 0,
  }));
  await plantCustomers(db, people);
  await segmentBase(db, options());
});

describe("the first segmentation", () => {
  it("finds the planted groups, the most valuable first, everyone in one of them", async () => {
    const { segments, version, customers, metrics, asOf, seed } = await active();
    expect({ version, customers, asOf, seed }).toEqual({
      version: 1,
      customers: 300,
      asOf: "2024-01-01",
      seed: 7,
    });
    expect(segments.map(({ number, statistics }) => [number, statistics.size])).toEqual([
      [1, 100],
      [2, 100],
      [3, 100],
    ]);
    expect(metrics).toMatchObject({ value: "revenue", orderedBy: "revenue", naturalGroups: true });
    expect(metrics.candidates.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(metrics.features.features.find(({ name }) => name === "income")).toMatchObject({
      use: "used",
      missing: 8,
    });
    const shares = segments.map(({ statistics }) => statistics.valueShare ?? Number.NaN);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("measures segments and base as the database's own aggregates do", async () => {
    const { features, metrics, segments } = await active();
    const position = features.findIndex(({ name }) => name === "income");
    const [base] = await db.execute(sql`
      select avg((attributes -> 'income')::float8) as mean, stddev_samp((attributes -> 'income')::float8) as deviation,
             count(attributes -> 'income')::int as count from customers`);
    expect(metrics.base.means[position]).toBeCloseTo(Number(base?.["mean"]), 6);
    expect(metrics.base.deviations[position]).toBeCloseTo(Number(base?.["deviation"]), 6);
    expect(metrics.base.counts[position]).toBe(base?.["count"]);
    const counted = segments.reduce((sum, { statistics }) => sum + (statistics.counts[position] ?? 0), 0);
    expect(counted).toBe(base?.["count"]);
  });

  it("takes a segment where one customer's income alone is known for what it knows", async () => {
    const { db: sparse } = await freshDatabase();
    // Their unknown income becomes the median, which is that of the one.
    const people = threeGroups(120).map((customer, index) => {
      const { income: _income, ...others } = { income: null, ...customer.attributes };
      if (index === 0) return { ...customer, attributes: { ...others, income: 81_000 } };
      return index % 3 === 0 ? { ...customer, attributes: others } : customer;
    });
    await plantCustomers(sparse, people);
    await segmentBase(sparse, options());
    const { features, metrics, segments } = await active(sparse);
    const position = features.findIndex(({ name }) => name === "income");
    const [known] = await sparse.execute(sql`
      select stddev_samp((attributes -> 'income')::float8) as deviation from customers`);
    expect(segments.map(({ statistics }) => statistics.counts[position])).toContain(1);
    const lonely = segments.find(({ statistics }) => statistics.counts[position] === 1);
    expect(lonely?.statistics.deviations[position]).toBeNull();
    expect(metrics.base.deviations[position]).toBeCloseTo(Number(known?.["deviation"]), 6);
  });

  it("is the same for the same base and seed", async () => {
    const { db: twin } = await freshDatabase();
    await plantCustomers(twin, threeGroups(300));
    await segmentBase(twin, options());
    const [one, other] = [await active(), await active(twin)];
    expect(other.placement).toEqual(one.placement);
    expect(other.segments.map(({ names, statistics }) => [names, statistics])).toEqual(
      one.segments.map(({ names, statistics }) => [names, statistics]),
    );
  });

  it("is not made of fewer than 50 customers, of nothing to measure, or of people all alike", async () => {
    const { db: small } = await freshDatabase();
    expect(await segmentBase(small, options())).toEqual({ kind: "none", customers: 0, why: "few" });
    await plantCustomers(small, threeGroups(49));
    expect(await segmentBase(small, options())).toEqual({ kind: "none", customers: 49, why: "few" });
    const { db: alike } = await freshDatabase();
    const same = Array.from({ length: 60 }, (_, index) => ({ key: `C${index}`, attributes: { revenue: 5 } }));
    await plantCustomers(alike, same);
    expect(await segmentBase(alike, options())).toEqual({ kind: "none", customers: 60, why: "unmeasured" });
    expect(await loadActive(alike)).toBeUndefined();
  });

  it("leaves nothing behind when it is stopped", async () => {
    const { db: stopped } = await freshDatabase();
    await plantCustomers(stopped, threeGroups(90));
    const stop = new AbortController();
    const report = () => stop.abort();
    await expect(segmentBase(stopped, options({ signal: stop.signal, report }))).rejects.toThrow("aborted");
    const [count] = await stopped.execute(sql`
      select (select count(*)::int from feature_sets) + (select count(*)::int from features) as rows`);
    expect(count).toEqual({ rows: 0 });
  });
});

describe("reading a segmentation", () => {
  it("finds a customer by key and by e-mail address in any case, with the place they have", async () => {
    await db.execute(
      sql`update customers set attributes = attributes || '{"email": "Ann@Example.org"}' where key = 'C2'`,
    );
    await db.execute(sql`
      insert into customer_keys (key, kind, customer_id)
      select 'ann@example.org', 'email', customer_id from customers where key = 'C2'`);
    const now = await active();
    const found = await findCustomer(db, now, ["C2"]);
    expect(found).toMatchObject({ key: "C2", segment: 1, since: "2024-01-01", consent: "yes" });
    expect(found?.values).toHaveLength(now.features.length);
    expect(await findCustomer(db, now, ["ann@example.org"])).toEqual(found);
    expect(await findCustomer(db, now, ["C999"])).toBeUndefined();
    expect(await loadAttributeNames(db)).toEqual(["city", "email", "income", "revenue", "visits"]);
  });

  it("counts a feature in bins for a segment and the base, missing values apart", async () => {
    const now = await active();
    const position = now.features.findIndex(({ name }) => name === "income");
    const range = await loadFeatureRange(db, now, position);
    expect(range.smallest).toBeGreaterThanOrEqual(18_000);
    expect(range.largest).toBeLessThanOrEqual(99_000);
    const question = { segmentId: now.segments[0]?.id ?? 0, position };
    const { segment, base, missing } = await loadHistogram(db, now, question, [0, 30_000, 70_000, 100_000]);
    expect(base.reduce((sum, count) => sum + count, 0) + missing.base).toBe(300);
    expect(segment.slice(0, 2)).toEqual([0, 0]);
    expect((segment[2] ?? 0) + missing.segment).toBe(100);
    expect(missing.base).toBe(8);
  });

  it("counts levels of a text", async () => {
    const now = await active();
    const levels = await loadLevels(db, now, now.segments[2]?.id ?? 0, "city");
    expect(levels).toEqual([
      { level: "Oslo", segment: 50, base: 150 },
      { level: "Rome", segment: 50, base: 150 },
    ]);
  });

  it("samples placed customers, always the same", async () => {
    const now = await active();
    const sample = await loadMapSample(db, now, 40);
    expect(sample.points).toMatchObject({ rows: 40, columns: now.placement.features.length });
    const { labels } = place(sample.points, now.placement);
    expect(sample.segments).toEqual([...labels].map((label) => label + 1));
    expect(await loadMapSample(db, now, 40)).toEqual(sample);
  });

  it("streams an audience without those who said no or are suppressed", async () => {
    const now = await active();
    const segment = now.segments[2];
    if (segment === undefined) throw new Error("three segments were planted");
    const count = await countAudience(db, segmentAudience(segment.id));
    expect(count).toMatchObject({ members: 100 });
    expect(count.contactable + count.refused + count.suppressed).toBe(100);
    const rows = [];
    for await (const row of openAudienceRows(db, now, segmentAudience(segment.id), [
      ...defaultColumns(now),
      "city",
    ]))
      rows.push(row);
    expect(rows).toHaveLength(count.contactable);
    expect(rows[0]?.slice(0, 2)).toEqual(["C6", 3]); // C0 is suppressed, C3 said no
    expect(defaultColumns(now)).toEqual(["id", "segment", "distance", "revenue", "visits"]);
    expect(rows[0]?.at(-1)).toBe("Rome");
  });

  it("writes names, notes and exports", async () => {
    const [first] = (await active()).segments;
    await renameSegment(db, first?.id ?? 0, "Golden");
    await noteSegment(db, first?.id ?? 0, "call them");
    expect((await active()).segments[0]).toMatchObject({ customName: "Golden", notes: "call them" });
    const source = { kind: "segment", segmentId: first?.id ?? 0, columns: ["id"] } as const;
    const entry = { exportedBy: "U1", source, columns: ["id"], customers: 3, personal: false } as const;
    await recordExport(db, { ...entry, destination: "terminal" });
    // Those who are in the file, whoever was counted before it left.
    const { contactable } = await countAudience(db, segmentAudience(first?.id ?? 0));
    const [saved] = await db.execute(
      sql`select columns, customers, source ->> 'kind' as kind from export_ledger`,
    );
    expect(saved).toEqual({ columns: ["id"], customers: contactable, kind: "segment" });
  });
});

describe("placing everyone again", () => {
  it("opens an interval for who moved and for who is new, and keeps placement, numbers and names", async () => {
    const { db: base } = await freshDatabase();
    await plantCustomers(base, threeGroups(300));
    await segmentBase(base, options());
    const before = await active(base);
    await base.execute(sql`
      update customers set attributes = '{"revenue": 2500, "visits": 30, "income": 90000}' where key = 'C0'`);
    await plantCustomers(base, threeGroups(3, 1000));
    const outcome = await segmentBase(base, options({ now: new Date("2024-01-08T00:00:00Z") }));
    expect(outcome).toEqual({ kind: "placed", customers: 303, moved: 1, added: 3 });
    const after = await active(base);
    expect(after.placement).toEqual(before.placement);
    expect(after).toMatchObject({ version: 1, customers: 303, asOf: "2024-01-08" });
    expect(after.segments.map(({ key, names }) => [key, names])).toEqual(
      before.segments.map(({ key, names }) => [key, names]),
    );
    expect(after.segments.map(({ statistics }) => statistics.size)).toEqual([102, 101, 100]);
    const intervals = await base.execute(sql`
      select number, valid_from, valid_to from memberships join segments on segments.id = segment_id
      join customers using (customer_id) where customers.key = 'C0' order by valid_from`);
    expect([...intervals]).toEqual([
      { number: 3, valid_from: "2024-01-01", valid_to: "2024-01-08" },
      { number: 1, valid_from: "2024-01-08", valid_to: null },
    ]);
    const [rows] = await base.execute(sql`select count(*)::int as count from memberships`);
    expect(rows).toEqual({ count: 304 });
  });

  it("on the same day moves nobody twice", async () => {
    const { db: base } = await freshDatabase();
    await plantCustomers(base, threeGroups(90));
    await segmentBase(base, options());
    await base.execute(sql`
      update customers set attributes = '{"revenue": 2500, "visits": 30, "income": 90000}' where key = 'C0'`);
    expect(await segmentBase(base, options())).toMatchObject({ kind: "placed", moved: 1 });
    expect(await segmentBase(base, options())).toMatchObject({ kind: "placed", moved: 0 });
    const [rows] = await base.execute(sql`
      select count(*)::int as memberships, (select count(*)::int from feature_sets) as sets from memberships`);
    expect(rows).toEqual({ memberships: 90, sets: 1 });
  });

  it("gives another base segments of its own, and a feature that came later no part in the old ones", async () => {
    const { db: base } = await freshDatabase();
    await plantCustomers(base, threeGroups(90));
    await segmentBase(base, options());
    await base.execute(
      sql`update customers set attributes = attributes || jsonb_build_object('score', customer_id)`,
    );
    await segmentBase(base, options());
    expect((await active(base)).features.find(({ name }) => name === "score")?.setAside).toBe("later");
    await base.execute(sql`
      update customers set attributes = jsonb_build_object('points', customer_id % 2 * 100 + customer_id % 15)`);
    expect(await segmentBase(base, options())).toMatchObject({ kind: "divided", version: 2 });
    const statuses = await base.execute(sql`select status from segmentations order by id`);
    expect(statuses.map((row) => row["status"])).toEqual(["retired", "active"]);
  });
});
