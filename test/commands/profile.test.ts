import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loadActive } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import type { Locale } from "../../src/lib/locale.ts";
import type { JsonObject } from "../../src/contract/reply.ts";
import { freshDatabase } from "../database.ts";
import { plantCustomers, plantOrders, threeGroups } from "../db/planted-base.ts";
import { answerOn, someone } from "./small-shop.ts";

const { db } = await freshDatabase();
const answer = answerOn(db);
const say = (line: string, locale: Locale = "en") => answer(line, someone({ locale }));

/** Three groups of a hundred: thrifty, middling, generous by turns. The generous buy wine, everybody buys bread. */
beforeAll(async () => {
  const customers = threeGroups(300);
  await plantCustomers(db, customers);
  await plantOrders(
    db,
    customers.flatMap(({ key }, index) => [
      { key, order: `${key}a`, at: "2024-01-02", cents: 100, product: "Food: bread" },
      ...(index % 3 === 2
        ? [{ key, order: `${key}b`, at: "2024-01-03", cents: 100, product: "Wine: red" }]
        : []),
    ]),
  );
  const signal = new AbortController().signal;
  const now = new Date("2024-02-01T00:00:00Z");
  await segmentBase(db, {
    ...onThisThread,
    locale: "en",
    now,
    asOf: "2024-02-01",
    signal,
    report: () => undefined,
  });
});

describe("profile", () => {
  it("tells the segment in one rule that finds its members among customers it was not made from", async () => {
    const { data, paragraphs } = await say("profile 1");
    const rule = data["rule"] as unknown as JsonObject;
    expect(rule).toMatchObject({ precision: 1, coverage: 1, customers: 90 }); // 30 % of 300, far apart as planted
    expect(paragraphs?.find((line) => line.startsWith("In one rule"))).toMatch(/100% of those it picks/u);
  });

  it("advises nothing without the number behind it", async () => {
    const { data, paragraphs } = await say("profile 1");
    const plays = data["plays"] as unknown as readonly { code: string; value: number; base: number }[];
    // by hand: all of the generous bought wine, a third of everybody did
    expect(plays.find(({ code }) => code === "product")).toMatchObject({ name: "Wine", value: 1 });
    expect(plays.find(({ code }) => code === "product")?.base).toBeCloseTo(1 / 3, 9);
    expect(plays.length).toBeGreaterThanOrEqual(2);
    expect(paragraphs?.join("\n")).toContain("100% have bought “Wine” (everybody: 33%)");
  });

  it("says how solid the segment is, in three languages", async () => {
    const lines = await Promise.all((["en", "es", "pt"] as const).map((locale) => say("profile 2", locale)));
    const texts = lines.map(({ paragraphs }) => paragraphs?.join("\n") ?? "");
    expect(texts[0]).toContain("Solid: with other customers drawn at random, 100% of it comes back.");
    expect(texts[1]).toContain("Sólido: ");
    expect(texts[2]).toContain("Sólido: com ");
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object/u);
  });

  it("warns of a segment that chance may have made, in place of calling it solid", async () => {
    const before = (await loadActive(db))?.metrics;
    const stability = JSON.stringify([1, 0.65, 1].map((jaccard) => ({ jaccard, verdict: "blurry" })));
    await db.execute(sql`update segmentations
      set metrics = metrics || jsonb_build_object('stability', ${stability}::text::jsonb)`);
    const { caveat, paragraphs } = await say("profile 2");
    expect(caveat).toMatch(/^Blurry: .* only 65% of it comes back/u);
    expect(paragraphs?.join("\n")).not.toContain("Solid");
    await db.execute(sql`update segmentations set metrics = ${JSON.stringify(before)}::text::jsonb`);
  });

  it("warns when a name is no longer true, and offers the one that is", async () => {
    const names = JSON.stringify({ en: "Lapsed small buyers", es: "x", pt: "x" });
    await db.execute(sql`update segments
      set names = ${names}::text::jsonb, custom_name = 'Sleepers' where number = 1`);
    const { paragraphs, actions } = await say("profile 1");
    expect(paragraphs?.join("\n")).toContain("“Sleepers” no longer fits");
    const offered = actions?.[0]?.line ?? "";
    expect(offered).toMatch(/^rename 1 ".+"$/u);
    expect((await say(offered)).outcome).toBe("ok");
  });

  it("draws the last weeks once there are three of them and somebody came or went", async () => {
    expect((await say("profile 3")).charts?.map(({ spec }) => spec)).toEqual(["segment-profile"]);
    await db.execute(sql`update memberships set valid_from = '2024-01-10'`);
    expect((await say("profile 3")).charts?.map(({ spec }) => spec)).toEqual(["segment-profile"]);
    await db.execute(sql`
      update memberships set valid_from = '2024-01-20' where customer_id = (
        select min(customer_id) from memberships join segments on segments.id = segment_id where number = 3)`);
    const { charts, data } = await say("profile 3");
    expect(charts?.map(({ spec }) => spec)).toEqual(["segment-profile", "trend"]);
    expect(data["weeks"]).toHaveLength(4); // 11, 18, 25 January and 1 February
  });
});
