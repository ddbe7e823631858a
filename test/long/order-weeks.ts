import { addDays } from "../../src/lib/day.ts";
import { join } from "node:path";
import { type SQL, sql } from "drizzle-orm";
import { at } from "../../src/lib/at.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import type { ActiveSegmentation } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { readIn } from "../../src/jobs/import/import.ts";
import { realData } from "./real-data.ts";

/** Mondays from 1 August to 31 October 2011. */
export const mondays = Array.from({ length: 14 }, (_, week) => addDays("2011-08-01", 7 * week));
/** Each week from one Monday to the next. */
export const pairs = mondays.slice(1).map((to, i) => ({ from: at(mondays, i), to }));
export const signal = new AbortController().signal;
export const report = () => undefined;

/** The order file, whole. */
export async function readFile(db: Db): Promise<void> {
  const actor = { user: "U1", role: "analyst", locale: "en", timeZone: "UTC" } as const;
  const now = new Date("2026-01-01T00:00:00Z");
  const path = join(realData, "online_retail_to_2011-10-31.csv.gz");
  await readIn({ path }, { db, actor, now, signal, keep: () => undefined, ...onThisThread, report });
}

/** Takes away what had not happened by the first Monday, to be given back week by week. */
export async function rewind(db: Db): Promise<void> {
  const [first] = mondays;
  await db.execute(sql`create table later_orders as select * from orders where at >= ${first}::date`);
  await db.execute(sql`delete from orders where at >= ${first}::date`);
  await db.execute(sql`create table later_customers as select * from customers
    where customer_id not in (select customer_id from orders)`);
  await db.execute(sql`delete from customers where customer_id in (select customer_id from later_customers)`);
}

/** Gives back the week before a Monday. */
export async function importWeek(db: Db, until: string): Promise<void> {
  await db.execute(sql`insert into orders select * from later_orders
    where at < ${until}::date and at >= ${until}::date - 7`);
  await db.execute(sql`insert into customers overriding system value select * from later_customers
    where customer_id in (select customer_id from orders) and customer_id not in (select customer_id from customers)`);
}

/** Places everyone from the orders by plain SQL: the nearest centroid, found by sorting. */
export async function placeByHand(
  db: Db,
  { placement, segments }: ActiveSegmentation,
  day: string,
): Promise<void> {
  const measure: Readonly<Record<string, SQL>> = {
    recency_days: sql`(${day}::date - max(at)::date)::float8`,
    frequency: sql`count(distinct order_key)::float8`,
    monetary: sql`coalesce(sum(amount_cents), 0) / 100.0`,
  };
  if (placement.by !== "centroids") throw new Error("the first segments have centroids");
  const columns = placement.features.map((name, i) => {
    const t = at(placement.preprocessings, i);
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

/** Who went where between two Mondays, by hand. */
export async function flowsByHand(db: Db, { from, to }: { from: string; to: string }) {
  return db.execute<{ from: number | null; to: number | null; customers: number }>(sql`
    select old.segment_id as "from", new.segment_id as "to", count(*)::int as customers
    from (select * from by_hand where day = ${from}::date) as old
    full join (select * from by_hand where day = ${to}::date) as new using (customer_id) group by 1, 2`);
}

/** Who changed segment between two Mondays, by hand: the customer's key, the numbers of the old segment and of the new one. */
export async function moversByHand(db: Db, { from, to }: { from: string; to: string }) {
  const rows = await db.execute<{ key: string; before: number; now: number }>(sql`
    select customers.key, before.number as before, now.number as now
    from by_hand as old join by_hand as new on new.customer_id = old.customer_id and new.day = ${to}::date
    join customers on customers.customer_id = old.customer_id
    join segments as before on before.id = old.segment_id join segments as now on now.id = new.segment_id
    where old.day = ${from}::date and old.segment_id <> new.segment_id`);
  return rows.map(({ key, before, now }) => [key, before, now] as const);
}
