import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { createAnswer } from "../../../src/commands/answer.ts";
import { openRows } from "../../../src/commands/verbs/export/open-rows.ts";
import { connect } from "../../../src/db/connection/connect.ts";
import { startJob } from "../../../src/db/requests/jobs.ts";
import { jobTable } from "../../../src/jobs/runner/table.ts";
import { runJob } from "../../../src/jobs/runner/worker.ts";
import { createLog } from "../../../src/lib/log.ts";
import type { Reply } from "../../../src/contract/reply.ts";
import { freshDatabase } from "../../database.ts";
import { obstacles } from "./joins.ts";
import { type RunStatement, tapPlans } from "./plan-tap.ts";

const { url } = await freshDatabase();
const tap = await tapPlans(url);
const { db, close } = connect(tap.url, 4);
const folder = mkdtempSync(join(tmpdir(), "segmenta-joins-"));
const log = createLog(() => undefined);
const refused: string[] = [];
const actor = { user: "U1", role: "admin", locale: "en", timeZone: "UTC" } as const;
const clock = () => new Date("2026-06-29T09:00:00Z");
const answer = createAnswer({ db, log, currency: "EUR", clock, start: (job) => startJob(db, job) });
const statements: RunStatement[] = [];

/** Says a line, does the work that it starts, and reads the files that it offers. */
async function say(line: string): Promise<Reply> {
  const reply = await answer(line, actor);
  for (const { source } of reply.files ?? []) for await (const _ of (await openRows(db, source, "en")).rows);
  if (reply.job !== undefined)
    return (await runJob(reply.job.id, { db, log, jobTable, answer, clock })) ?? reply;
  return reply;
}

async function importFile(name: string, rows: readonly string[]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, rows.join("\n"));
  const { id } = await startJob(db, { task: "import", payload: { path }, actor });
  const reply = await runJob(id, { db, log, jobTable, answer, clock });
  expect([name, reply?.outcome]).toEqual([name, "ok"]);
}

const random = createRandom(7);
const people = 300;
const between = (low: number, high: number) => low + Math.floor(random.next() * (high - low));
const day = (back: number) => new Date(Date.UTC(2026, 5, 28) - back * 86_400_000).toISOString().slice(0, 10);

/** A few hundred made-up customers, half of them busy; the last file is the week after. */
const files: readonly (readonly [name: string, rows: readonly string[]])[] = [
  ["suppressions.csv", ["email", "c3@shop.test", "c4"]],
  ["orders.csv", ordersSince(0, 6 * people)],
  ["events.csv", eventRows()],
  ["customers.csv", customerRows()],
  ["week.csv", ordersSince(-9, people)],
];

function ordersSince(latest: number, orders: number): readonly string[] {
  const rows = Array.from({ length: orders }, (_, i) => {
    const back = latest + between(0, i % 2 === 0 ? 9 : 400);
    return `c${i % people},o${latest}-${i},${day(back)},${between(5, 200)}.00,p${i % 9},${i % 4 < 2 ? "web" : "shop"}`;
  });
  return ["customer_id,order_id,order_date,amount,product,channel", ...rows];
}

function eventRows(): readonly string[] {
  const rows = Array.from({ length: 3 * people }, (_, i) => `c${i % people},visit,${day(between(0, 90))},1`);
  return ["customer_id,event,timestamp,value", ...rows];
}

function customerRows(): readonly string[] {
  const rows = Array.from({ length: people }, (_, i) => {
    const about = `${i % 3 === 0 ? "Bilbao" : "Porto"},${between(1950, 2003)},${between(10, 90)}000`;
    return `c${i},c${i}@shop.test,${about},${Number(random.next() < 0.2 + (i % 2) * 0.3)}`;
  });
  return ["customer_id,email,city,birth_year,income,response", ...rows];
}

const lines = [
  "list, profile 1, profile 2 by city, compare 1 2, map, club, data check, data relations, model retrain",
  "target top 10%, export p1, export 1, model scores, customer c7, score c7, why c7",
  "recluster method leaves, adopt r2",
].flatMap((some) => some.split(", "));
const later = ["moves", "export movers", "digest now", "list"];

describe("every statement, where customers stand on many machines", () => {
  beforeAll(async () => {
    for (const [name, rows] of [...files.slice(0, -1), ...files.slice(1, -1)]) await importFile(name, rows);
    for (const line of lines) refused.push(...((await say(line)).outcome === "ok" ? [] : [line]));
    for (const [name, rows] of files.slice(-1)) await importFile(name, rows);
    for (const line of later) refused.push(...((await say(line)).outcome === "ok" ? [] : [line]));
    statements.push(...tap.take());
  }, 170_000);
  afterAll(async () => {
    await close();
    await tap.close();
    rmSync(folder, { recursive: true });
  });

  it("has been watched while files were read and everything was asked", () => {
    expect(refused).toEqual([]);
    const did = (what: string) => statements.some(({ query }) => query.includes(what));
    const deeds = [
      'insert into "features"',
      'insert into "memberships"',
      'insert into "scores"',
      "insert into orders",
    ];
    expect(deeds.filter((deed) => !did(deed))).toEqual([]);
  });

  it("joins them by the customer alone, or with what has a copy on each machine", () => {
    const found = statements.flatMap(({ query, plan }) => obstacles(plan).map((each) => `${each}: ${query}`));
    expect([...new Set(found)]).toEqual([]);
  });

  it.each([
    ["select 1 from orders join events on events.at = orders.at", "not by the customer"],
    ["select 1 from customers c join customer_keys k on k.key = c.key", "not by the customer"],
    ["select 1 from orders where exists (select from events where at > orders.at)", "not by the customer"],
    ["select 1 from memberships m join plans on plans.id = m.segment_id", "plans, which has no copy"],
    ["select kind, count(*) from orders group by grouping sets ((kind), ())", "grouping sets"],
    ["select 1 from scores for update", "locks rows"],
  ])("would not be let through as %s", async (query, obstacle) => {
    tap.take();
    await db.execute(sql.raw(query));
    const found = tap.take().flatMap(({ plan }) => obstacles(plan));
    expect(found.join()).toContain(obstacle);
  });

  it("may join one customer's rows, named, and the sides of an outer join", async () => {
    tap.take();
    await db.execute(sql`select 1 from orders join events using (customer_id) where customer_id = 7`);
    await db.execute(sql`select 1 from customers c left join (select customer_id, count(*) from orders group by 1) o
      on o.customer_id = c.customer_id`);
    expect(tap.take().flatMap(({ plan }) => obstacles(plan))).toEqual([]);
  });
});
