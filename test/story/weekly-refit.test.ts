import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { createRandom, type Random } from "../../src/analysis/numbers/random.ts";
import { at } from "../../src/lib/at.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import { loadActive } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import type { JsonObject, Reply } from "../../src/contract/reply.ts";
import { personAt } from "../commands/recluster-on.ts";
import { freshDatabase } from "../database.ts";
import { plantCustomers } from "../db/planted-base.ts";

vi.setConfig({ testTimeout: 240_000 });

const weeks = 25;
/** What a customer of each of four groups does, in the middle; it drifts from week to week. */
const centers = [
  [35, 30, 30_000],
  [62, 30, 30_000],
  [35, 60, 75_000],
  [62, 60, 75_000],
] as const;

interface Person {
  readonly group: number;
  readonly visits: number;
  readonly age: number;
  readonly income: number;
}

function born(group: number, week: number, random: Random): Person {
  const [visits, age, income] = at(centers, group);
  const drift = 0.4 * week * (group < 2 ? 1 : -1);
  return {
    group,
    visits: visits + drift + 11 * random.normal(),
    age: age + 8 * random.normal(),
    income: income + 12_000 * random.normal(),
  };
}

/** One in fifty is another person than last week, the others go half the way to where their group is now. */
function aWeekOlder(person: Person, week: number, random: Random): Person {
  const goal = born(random.next() < 0.02 ? random.integer(4) : person.group, week, random);
  if (goal.group !== person.group) return goal;
  const toward = (from: number, to: number) => from + 0.5 * (to - from);
  return {
    ...goal,
    visits: toward(person.visits, goal.visits),
    age: toward(person.age, goal.age),
    income: toward(person.income, goal.income),
  };
}

async function store(db: Db, people: readonly Person[], week: number): Promise<void> {
  const attributes = people.map(({ group: _group, ...values }, index) => ({
    key: `C${index}`,
    attributes: values as JsonObject,
  }));
  await db.execute(sql`delete from customer_keys`);
  await db.execute(sql`
    update customers set attributes = planted.attributes
    from jsonb_to_recordset(${JSON.stringify(attributes)}::text::jsonb) as planted (key text, attributes jsonb)
    where planted.key = customers.key`);
  const [row] = await db.execute<{ known: number }>(sql`select count(*)::int as known from customers`);
  await plantCustomers(db, attributes.slice(row?.known ?? 0));
  const signal = new AbortController().signal;
  const now = new Date(Date.UTC(2024, 0, 1 + 7 * week));
  await segmentBase(db, { ...onThisThread, locale: "en", now, signal, report: () => undefined });
}

/** By customer: the number of the segment, and the number it would have if segments were numbered by visits every week. */
async function numbersOf(db: Db) {
  const active = await loadActive(db);
  if (active === undefined) throw new Error("nothing is in force");
  const visits = active.features.findIndex(({ name }) => name === "visits");
  const ranked = active.segments.toSorted(
    (a, b) => (b.statistics.means[visits] ?? 0) - (a.statistics.means[visits] ?? 0),
  );
  const rows = await db.execute<{ id: number; segment: number; number: number }>(sql`
    select customer_id::int as id, segment_id as segment, number
    from memberships join segments on segments.id = segment_id
    where memberships.segmentation_id = ${active.id} and valid_to is null`);
  return {
    matched: new Map(rows.map(({ id, number }) => [id, number])),
    anew: new Map(rows.map(({ id, segment }) => [id, ranked.findIndex((each) => each.id === segment)])),
  };
}

/** How many of this week's numbers share the most members with the same number of last week. */
function keptMeaning(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): readonly boolean[] {
  return [...new Set(after.values())].map((number) => {
    const came = new Map<number, number>();
    for (const [id, now] of after) {
      const old = before.get(id);
      if (now === number && old !== undefined) came.set(old, (came.get(old) ?? 0) + 1);
    }
    return [...came].sort((a, b) => b[1] - a[1])[0]?.[0] === number;
  });
}

/** Fits k-means anew with four segments, and adopts them where they are others than those in force. */
async function refit(say: (line: string) => Promise<Reply>): Promise<boolean> {
  const { data } = await say("recluster k 4");
  const { candidates = [] } = data as {
    candidates?: readonly { run: number; segments: readonly unknown[] }[];
  };
  const four = candidates.find(({ segments }) => segments.length === 4);
  return four !== undefined && (await say(`adopt r${four.run}`)).outcome === "ok";
}

it("keeps what a number means over 25 weeks in which everybody drifts, some come, and k-means is fitted anew", async () => {
  const { db } = await freshDatabase();
  const { say } = personAt(db);
  const random = createRandom(5);
  let people = Array.from({ length: 240 }, (_, index) => born(index % 4, 0, random));
  await store(db, people, 0);
  await refit(say);
  let before = await numbersOf(db);
  const kept: boolean[] = [];
  const keptAnew: boolean[] = [];
  let adopted = 0;
  for (let week = 1; week <= weeks; week += 1) {
    people = [
      ...people.map((person) => aWeekOlder(person, week, random)),
      ...Array.from({ length: 6 }, () => born(random.integer(4), week, random)),
    ];
    await store(db, people, week);
    adopted += Number(await refit(say));
    const after = await numbersOf(db);
    kept.push(...keptMeaning(before.matched, after.matched));
    keptAnew.push(...keptMeaning(before.anew, after.anew));
    before = after;
  }
  const shareOf = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;
  const share = shareOf(kept);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  process.stdout.write(
    `commands, ${adopted} refits adopted in ${weeks} weeks: ${percent(share)} of ${kept.length} segment-weeks kept their ` +
      `meaning; numbered anew each week: ${percent(shareOf(keptAnew))}\n`,
  );
  expect(kept.length).toBeGreaterThanOrEqual(4 * weeks);
  expect(share).toBeGreaterThanOrEqual(0.99);
  expect(adopted).toBeGreaterThan(weeks / 3);
});
