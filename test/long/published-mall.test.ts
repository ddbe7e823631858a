import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import { hasRealData } from "./real-data.ts";
import { candidatesOf, chartedByK, personWith } from "./published.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

describe.skipIf(!hasRealData)("on the mall file", () => {
  let person: Awaited<ReturnType<typeof personWith>>;
  beforeAll(async () => {
    person = await personWith("Mall_Customers.csv");
  });

  it("R4 finds five personas in income and score, as the reference does", async () => {
    const reply = await person.say("recluster using income score");
    const [first] = candidatesOf(reply);
    expect(first?.segments).toHaveLength(5);
    expect(first?.segments.every(({ verdict }) => verdict === "solid")).toBe(true);
    // scikit-learn 1.2.1. Not k 2: its .315 is of a start that ended at 269.69; the best of 200 ends at 269.02.
    const silhouettes = chartedByK(reply, 1);
    [0.467, 0.494, 0.555, 0.54].forEach((expected, index) => {
      expect(Math.abs((silhouettes.get(3 + index) ?? 0) - expected)).toBeLessThan(0.005);
    });
    expect(chartedByK(reply, 2).get(5)).toBeCloseTo(65.568408, 5);
  });

  it("R4 finds six personas with age, as the reference does", async () => {
    const reply = await person.say("recluster k 6 using age income score");
    expect(reply.paragraphs?.join(" ")).toContain("came out again too"); // the first segments are these six
    const silhouettes = chartedByK(reply, 1);
    [0.336, 0.358, 0.404, 0.417, 0.428].forEach((expected, index) => {
      expect(Math.abs((silhouettes.get(2 + index) ?? 0) - expected)).toBeLessThan(0.005);
    });
    expect(chartedByK(reply, 2).get(4)).toBeCloseTo(205.225147, 5);
    expect(chartedByK(reply, 2).get(6)).toBeCloseTo(133.868334, 5);
  });

  it("R4 finds seven dense groups and nine percent outliers, and places who comes later by them", async () => {
    const reply = await person.say("recluster method dbscan using income score");
    const [first, , beside] = candidatesOf(reply);
    expect(first).toMatchObject({ method: "dbscan" });
    const evidence = first?.evidence;
    if (evidence?.kind !== "density") throw new Error("DBSCAN shows its radius");
    expect(evidence.epsilon).toBeCloseTo(0.3117, 4);
    expect(evidence.verdict.groups).toBe(7);
    expect(evidence.verdict.noise).toBeCloseTo(0.09, 12);
    expect(beside).toMatchObject({ method: "kmeans" });
    const outliers = first?.segments.at(-1);
    expect(outliers).toMatchObject({ customers: 18, names: { en: "Outliers" } });
    await person.say(`adopt r${first?.run}`);
    const asked = await person.say("recluster method dbscan using income score epsilon .3117 neighbors 4");
    expect(asked.paragraphs?.join(" ")).toContain("came out again too");

    const { db } = person;
    await db.execute(sql`
      insert into customers (key, attributes, consent, suppressed)
      values ('new', (select attributes from customers where key = '1') || '{"income": 400}', 'yes', false),
             ('twin', (select attributes from customers where key = '1'), 'yes', false)`);
    await db.execute(
      sql`insert into customer_keys (key, kind, customer_id) select key, 'id', customer_id from customers on conflict do nothing`,
    );
    const signal = new AbortController().signal;
    await segmentBase(db, {
      ...onThisThread,
      locale: "en",
      now: new Date("2026-01-08T00:00:00Z"),
      signal,
      report: () => undefined,
    });
    const number = async (key: string) =>
      (await person.say(`customer ${key}`)).headline.match(/\((\d+)\)/u)?.[1];
    expect(await number("new")).toBe(String(outliers?.number));
    expect(await number("twin")).toBe(await number("1"));
    expect((await person.say("why new")).headline).toContain(
      "nobody who could hold a group together is near",
    );
    expect((await person.say("why twin")).outcome).toBe("ok");
    expect((await person.say("moves")).outcome).toBe("ok");
    expect((await person.say(`export ${outliers?.number} anyway unstable`)).files).toHaveLength(1);
    expect((await person.say("rollback")).outcome).toBe("ok");
    expect((await person.say("list")).table?.rows).toHaveLength(6);
  });
});
