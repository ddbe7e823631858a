import { join } from "node:path";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { migrationOfFlows } from "../../src/analysis/shift/migration.ts";
import { place } from "../../src/analysis/placement/place.ts";
import { at } from "../../src/at.ts";
import type { Db } from "../../src/db/connect.ts";
import { loadFlows, loadMembershipsOn } from "../../src/db/moves.ts";
import { type ActiveSegmentation, loadActive } from "../../src/db/segmentations.ts";
import { readIn } from "../../src/jobs/import.ts";
import { replayDays } from "../../src/jobs/replay-past.ts";
import { segmentBase } from "../../src/jobs/segment.ts";
import { freshDatabase } from "../database.ts";
import { hasRealData, realData } from "../real-data.ts";

// Two cores, shared: the file is read once and everyone is placed fourteen times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

/** Mondays from 1 August to 31 October 2011. */
const mondays = Array.from({ length: 14 }, (_, week) =>
  new Date(Date.UTC(2011, 7, 1 + 7 * week)).toISOString().slice(0, 10),
);
const pairs = mondays.slice(1).map((to, i) => ({ from: at(mondays, i), to }));
const signal = new AbortController().signal;
const report = () => undefined;

async function readFile(db: Db): Promise<void> {
  const asker = { user: "U1", role: "analyst", locale: "en", timeZone: "UTC" } as const;
  const now = new Date("2026-01-01T00:00:00Z");
  const path = join(realData, "online_retail_to_2011-10-31.csv.gz");
  await readIn({ path }, { db, asker, now, signal, keep: () => undefined, report });
}

/** Takes away what had not happened by the first Monday, to be given back week by week. */
async function rewind(db: Db): Promise<void> {
  const [first] = mondays;
  await db.execute(sql`create table later_orders as select * from orders where at >= ${first}::date`);
  await db.execute(sql`delete from orders where at >= ${first}::date`);
  await db.execute(sql`create table later_customers as select * from customers
    where customer_id not in (select customer_id from orders)`);
  await db.execute(sql`delete from customers where customer_id in (select customer_id from later_customers)`);
}

async function importWeek(db: Db, until: string): Promise<void> {
  await db.execute(sql`insert into orders select * from later_orders
    where at < ${until}::date and at >= ${until}::date - 7`);
  await db.execute(sql`insert into customers overriding system value select * from later_customers
    where customer_id in (select customer_id from orders) and customer_id not in (select customer_id from customers)`);
}

/** Places everyone from the orders by plain SQL: the nearest centroid, found by sorting. */
async function placeByHand(db: Db, { placement, segments }: ActiveSegmentation, day: string): Promise<void> {
  const measure: Readonly<Record<string, SQL>> = {
    recency_days: sql`(${day}::date - max(at)::date)::float8`,
    frequency: sql`count(distinct order_key)::float8`,
    monetary: sql`coalesce(sum(amount_cents), 0) / 100.0`,
  };
  if (placement.by !== "centroids") throw new Error("the first segments have centroids");
  const columns = placement.features.map((name, i) => {
    const t = at(placement.treatments, i);
    const raw = sql`coalesce((${measure[name] ?? sql`null`})::float8, ${t.fill}::float8)`;
    const value = t.transform === "log" ? sql`ln(1 + greatest(${raw} - ${t.shift}::float8, 0))` : raw;
    return sql`(least(greatest(${value}, ${t.lower}::float8), ${t.upper}::float8) - ${t.centre}::float8) / ${t.scale}::float8`;
  });
  const centroids = placement.centroids.map(
    (centroid, label) =>
      sql`(${at(segments, label).id}::int, array[${sql.join(
        centroid.map((value) => sql`${value}::float8`),
        sql`, `,
      )}])`,
  );
  await db.execute(sql`
    insert into by_hand
    select ${day}::date, customer_id,
           (select id from (values ${sql.join(centroids, sql`, `)}) as c (id, place)
            order by (select sum((a - b) ^ 2) from unnest(z, place) as pair (a, b)) limit 1)
    from (select customers.customer_id, array[${sql.join(columns, sql`, `)}] as z
          from customers left join orders on orders.customer_id = customers.customer_id
            and orders.kind = 'purchase' and orders.at < ${day}::date
          group by customers.customer_id) as measured`);
}

async function flowsByHand(db: Db, { from, to }: { from: string; to: string }) {
  return db.execute<{ from: number | null; to: number | null; customers: number }>(sql`
    select old.segment_id as "from", new.segment_id as "to", count(*)::int as customers
    from (select * from by_hand where day = ${from}::date) as old
    full join (select * from by_hand where day = ${to}::date) as new using (customer_id) group by 1, 2`);
}

describe.skipIf(!hasRealData)("the order file, imported Monday by Monday", () => {
  let db: Db;
  let active: ActiveSegmentation;
  beforeAll(async () => {
    ({ db } = await freshDatabase());
    await readFile(db);
    await rewind(db);
    await db.execute(sql`create table by_hand (day date, customer_id bigint, segment_id int)`);
    for (const [week, asOf] of mondays.entries()) {
      if (week > 0) await importWeek(db, asOf);
      await segmentBase(db, { locale: "en", now: new Date(asOf), asOf, signal, report });
      const found = await loadActive(db);
      if (found === undefined) throw new Error("no segmentation came of it");
      active = found;
      await placeByHand(db, active, asOf);
    }
  });

  const segmentIds = () => active.segments.map(({ id }) => id);

  it("keeps the lines of the first Monday", () => {
    expect(active).toMatchObject({ version: 1, asOf: "2011-10-31" });
    expect(active.placement.features).toEqual(["recency_days", "frequency", "monetary"]);
  });

  it.each(pairs)("has the movers and newcomers of $from to $to that SQL counts", async (period) => {
    const stored = migrationOfFlows(await loadFlows(db, active.id, period), segmentIds());
    const counted = migrationOfFlows(await flowsByHand(db, period), segmentIds());
    expect(stored).toEqual(counted);
    const movers = stored.matrix.flatMap((row, i) => row.filter((_, j) => i !== j));
    expect(movers.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it.each(pairs)("has rows of $from to $to that add up to the old sizes", async (period) => {
    const { matrix, left } = migrationOfFlows(await loadFlows(db, active.id, period), segmentIds());
    const before = await loadMembershipsOn(db, active.id, period.from);
    const sizes = segmentIds().map((id) => before.filter(({ segmentId }) => segmentId === id).length);
    const sums = matrix.map((row, i) => row.reduce((sum, count) => sum + count, at(left, i)));
    expect(sums).toEqual(sizes);
  });

  it("keeps one interval for whoever stayed: history is small", async () => {
    const [row] = await db.execute<{ movers: number }>(sql`
      select count(*)::int as movers from memberships as opened
      where valid_from > ${at(mondays, 0)}::date and exists (
        select from memberships as earlier
        where earlier.customer_id = opened.customer_id and earlier.valid_from < opened.valid_from)`);
    const flows = await Promise.all(pairs.map((period) => loadFlows(db, active.id, period)));
    const moves = flows
      .flat()
      .filter(({ from, to }) => from !== null && to !== null && from !== to)
      .reduce((sum, { customers }) => sum + customers, 0);
    expect(row?.movers).toBe(moves);
  });

  it("looks the same when the segments are made on the last day and look back", async () => {
    const before = await Promise.all(pairs.map((period) => loadFlows(db, active.id, period)));
    const { id: segmentationId, placement, asOf, featureSetId, features } = active;
    const target = { segmentationId, placement, asOf, segmentIds: segmentIds(), place };
    const set = { featureSetId, names: features.map(({ name }) => name) };
    await db.transaction((tx) => replayDays(tx, [target], { days: mondays.slice(0, -1), set }));
    const again = await Promise.all(pairs.map((period) => loadFlows(db, active.id, period)));
    const matrices = (flows: typeof before) => flows.map((one) => migrationOfFlows(one, segmentIds()));
    expect(matrices(again)).toEqual(matrices(before));
  });
});
