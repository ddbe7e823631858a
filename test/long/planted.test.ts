import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createAnswer } from "../../src/commands/answer.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { sample } from "../../src/jobs/import/sample.ts";
import { sampleWeek } from "../../src/sources/sample-shop/sample-shop.ts";
import { createLog } from "../../src/lib/log.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { freshDatabase } from "../database.ts";
import { someone } from "../commands/small-shop.ts";

// The shop is loaded once and goes on for six weeks.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

const dayMs = 86_400_000;
const opening = Date.UTC(2026, 5, 29, 9);

/** A Monday morning of the shop: 0 is the end of its history. */
function monday(week: number): Date {
  return new Date(opening + 7 * week * dayMs);
}

function job(db: Db, week: number) {
  const signal = new AbortController().signal;
  const quiet = { report: () => undefined, keep: () => undefined, ...onThisThread };
  return { db, actor: someone(), now: monday(week), signal, ...quiet };
}

function say(db: Db, week: number, line: string): Promise<Reply> {
  const log = createLog(() => undefined);
  return createAnswer({ db, log, currency: "EUR", clock: () => monday(week) })(line, someone());
}

describe("six weeks in the sample shop", () => {
  let db: Db;
  const digests: Reply[] = [];
  const truths: Reply[] = [];
  beforeAll(async () => {
    ({ db } = await freshDatabase());
    await sample({}, job(db, 0));
    digests.push(await say(db, 0, "digest now"));
    truths.push(await say(db, 0, "data sample truth"));
    for (let week = 1; week <= 6; week++) {
      await sample({ next: true }, job(db, week));
      truths.push(await say(db, week, "data sample truth"));
      digests.push(await say(db, week, "digest now"));
    }
  });

  const headlines = () => digests.map(({ headline }) => headline);

  it("looks back on the first day, and knows of nothing planted", () => {
    expect(headlines()[0]).toBe(
      "A calm week: nothing moved more than chance. I checked 18 numbers from Jun 22, 2026 to Jun 29, 2026.",
    );
    expect(truths[0]?.headline).toBe("Nothing has been planted yet: load the sample shop's next week first.");
  });

  it("is calm in calm weeks", () => {
    for (const week of [1, 3, 5]) {
      expect(headlines()[week]).toMatch(
        /^A calm week: nothing moved more than chance. I checked 18 numbers/u,
      );
      expect(truths[week]?.facts?.[0]?.value).toBe("nothing: a calm week");
    }
  });

  it("finds a churn wave in its week, and how large it is", async () => {
    expect(truths[2]?.headline).toBe("Week 2 of the sample shop: planted 60, found 59.");
    expect([headlines()[2], digests[2]?.paragraphs?.[0]]).toEqual([
      "Loyal big spenders (2) lost 59 customers (−14%).",
      "Above all to Small spenders on a budget (3): 59. 90% sure: between 47 and 71.",
    ]);
    // Those who moved are those who were planted, but for one who did not cross the line.
    const wave = sampleWeek(2).truth;
    const planted = wave.kind === "churn wave" ? wave.customers : [];
    const movers = await db.execute<{ key: string }>(sql`
      select customers.key from customers join memberships as old using (customer_id)
      join segments on segments.id = old.segment_id and segments.number = 2
      where old.valid_to = '2026-07-13'`);
    expect(movers.filter(({ key }) => !planted.includes(key))).toEqual([]);
    expect(movers).toHaveLength(59);
  });

  it("tells of an outage instead of a collapse", () => {
    expect(headlines()[4]).toBe(
      "Data are missing this week, so read no change into it: nothing came from app and web on Jul 21, 2026 and Jul 22, 2026.",
    );
    expect(truths[4]?.data).toMatchObject({ kind: "data outage", planted: 86 });
  });

  it("does not see a price rise that is smaller than chance, and says so", () => {
    expect(headlines()[6]).toMatch(/^A calm week/u);
    expect(truths[6]?.facts?.map(({ value }) => value)).toEqual([
      "a price rise: Groceries, Kids, and Home cost 8% more; over one week that is less than chance moves sales",
      headlines()[6],
    ]);
  });
});
