import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "../../src/db/connection/connect.ts";
import { loadActive, noteSegment, renameSegment } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { freshDatabase } from "../database.ts";
import { plantCustomers, threeGroups } from "../db/planted-base.ts";
import { personAt } from "./recluster-on.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A base of three groups far apart, divided into them. */
async function dividedBase(): Promise<Db> {
  const { db } = await freshDatabase();
  await plantCustomers(db, threeGroups(300));
  await divideAgain(db);
  return db;
}

async function divideAgain(db: Db): Promise<void> {
  const signal = new AbortController().signal;
  const now = new Date("2024-01-01T00:00:00Z");
  await segmentBase(db, { ...onThisThread, locale: "en", now, signal, report: () => undefined });
}

async function active(db: Db) {
  const found = await loadActive(db);
  if (found === undefined) throw new Error("nothing is in force");
  return found;
}

/** Everything that a reclustering could write, as one text. */
async function wholeBase(db: Db): Promise<unknown> {
  const [row] = await db.execute(sql`
    select (select json_agg(s order by id) from segmentations s)::text as segmentations,
           (select json_agg(s order by id) from segments s)::text as segments,
           (select count(*)::int from memberships) as memberships,
           (select json_agg(f order by id) from feature_sets f)::text as sets`);
  return row;
}

function runsOf(reply: Reply): readonly number[] {
  const { candidates, run } = reply.data as { candidates?: readonly { run: number }[]; run?: number };
  return candidates?.map((each) => each.run) ?? (run === undefined ? [] : [run]);
}

describe("recluster", () => {
  it("changes nothing at all where the same segments come out, and says so", async () => {
    const db = await dividedBase();
    const { say } = personAt(db);
    await say("recluster k 4");
    const before = await wholeBase(db);
    const reply = await say("recluster k 3");
    expect(runsOf(reply)).toEqual(runsOf(await say("look"))); // the next best k beside it waits already
    const { id } = await active(db);
    expect((await say(`look r${id}`)).headline).toBe(
      "The same segments came out again, so nothing has changed.",
    );
    await say("recluster k 4");
    expect(await wholeBase(db)).toEqual(before);
  });

  it("makes candidates with proof and progress, and changes nothing in force", async () => {
    const db = await dividedBase();
    const before = await active(db);
    const { say, steps } = personAt(db);
    const reply = await say("recluster k 2");
    expect(reply.outcome).toBe("ok");
    const [first] = runsOf(reply);
    const shown = await say(`look r${first}`);
    const { segments } = shown.data as unknown as {
      segments: readonly { customers: number; verdict: string }[];
    };
    expect(segments.map(({ customers }) => customers).toSorted((a, b) => a - b)).toEqual([100, 200]);
    expect(segments.every(({ verdict }) => verdict === "solid")).toBe(true);
    expect(shown.charts?.map(({ spec }) => spec)).toEqual(["stability", "choice-of-k"]);
    expect(new Set(steps.map(({ step }) => step)).size).toBe(4);
    expect(await active(db)).toEqual(before);
  });

  it("refuses an answer to a campaign, and offers the line without it", async () => {
    const { db } = await freshDatabase();
    const people = threeGroups(300).map((one, i) =>
      Object.assign({}, one, { attributes: { ...one.attributes, response: i % 2 === 0 } }),
    );
    await plantCustomers(db, people);
    await divideAgain(db);
    const { say } = personAt(db);
    const reply = await say("recluster using revenue,visits,response");
    expect(reply.outcome).toBe("mistake");
    expect(reply.headline).toContain("“response” is an answer to a campaign");
    expect(reply.actions?.map(({ line }) => line)).toEqual(["recluster using revenue,visits"]);
  });
});

describe("adopt", () => {
  let db: Db;
  beforeAll(async () => {
    db = await dividedBase();
    const [first] = (await active(db)).segments;
    await renameSegment(db, first?.id ?? 0, "The generous");
    await noteSegment(db, first?.id ?? 0, "Call them");
  });

  it("keeps numbers, keys, names and notes of the segments that go on, and gives no retired number away", async () => {
    const { say } = personAt(db);
    const before = await active(db);
    const [first] = runsOf(await say("recluster k 4"));
    expect((await say(`adopt r${first}`)).headline).toBe(
      `r${first} is in force: version 2, with 4 segments.`,
    );
    const after = await active(db);
    expect(after.id).toBe(first);
    expect(after.segments.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const keys = new Map(before.segments.map(({ number, key }) => [number, key]));
    for (const { number, key } of after.segments.slice(0, 3)) expect(key).toBe(keys.get(number));
    expect(after.segments[0]).toMatchObject({ customName: "The generous", notes: "Call them" });

    const [second] = runsOf(await say("recluster k 2"));
    await say(`adopt r${second}`);
    expect((await active(db)).segments.map(({ number }) => number).every((n) => n <= 4)).toBe(true);
    const [third] = runsOf(await say("recluster k 5"));
    await say(`adopt r${third}`);
    const numbers = (await active(db)).segments.map(({ number }) => number);
    const kept = numbers.filter((number) => number <= 4);
    expect(kept.length).toBeLessThanOrEqual(2); // the numbers that version 3 did not carry on are gone for good
  });

  it("lets one of two win, and tells the other", async () => {
    const base = await dividedBase();
    const ana = personAt(base, { user: "Ana" });
    const ben = personAt(base, { user: "Ben" });
    const runs = runsOf(await ana.say("recluster k 4"));
    const [one, other] = runs;
    const replies = await Promise.all([ana.say(`adopt r${one}`), ben.say(`adopt r${other ?? one}`)]);
    expect(replies.map(({ outcome }) => outcome).toSorted()).toEqual(["mistake", "ok"]);
    const loser = replies.find(({ outcome }) => outcome === "mistake");
    expect(loser?.headline).toMatch(/(has put other segments into force|is in force already)/u);
    const [count] = await base.execute(
      sql`select count(*)::int as active from segmentations where status = 'active'`,
    );
    expect(count).toEqual({ active: 1 });
  });

  it("goes back to the version before, with the names given since", async () => {
    const base = await dividedBase();
    const { say } = personAt(base);
    const before = await active(base);
    const [run] = runsOf(await say("recluster k 4"));
    await say(`adopt r${run}`);
    const [first] = (await active(base)).segments;
    await renameSegment(base, first?.id ?? 0, "Stars");
    expect((await say("rollback")).headline).toBe(
      `Version 1 with 3 segments is in force again. The other one waits as r${run}.`,
    );
    const after = await active(base);
    expect(after.id).toBe(before.id);
    expect(after.segments.find(({ key }) => key === first?.key)?.customName).toBe("Stars");
    expect((await say("rollback")).outcome).toBe("mistake");
    expect((await say(`adopt r${run} over v1`)).outcome).toBe("ok");
  });

  it("gives customers who came since a place", async () => {
    const base = await dividedBase();
    const { say } = personAt(base);
    const [run] = runsOf(await say("recluster k 4"));
    await plantCustomers(base, threeGroups(30, 300));
    await divideAgain(base);
    await say(`adopt r${run}`);
    const [row] = await base.execute(sql`
      select count(*)::int as placed from memberships where segmentation_id = ${run ?? 0} and valid_to is null`);
    expect(row).toEqual({ placed: 330 });
    expect((await active(base)).customers).toBe(330);
  });
});

describe("vote", () => {
  it("counts one voice a person, which moves", async () => {
    const db = await dividedBase();
    const { say } = personAt(db);
    const runs = runsOf(await say("recluster k 5"));
    const marketer = personAt(db, { user: "M", role: "marketer" });
    await marketer.say(`vote r${runs[0]}`);
    expect((await marketer.say(`vote r${runs[0]}`)).data).toMatchObject({ votes: 1 });
    expect((await marketer.say(`adopt r${runs[0]}`)).outcome).toBe("mistake");
  });
});
