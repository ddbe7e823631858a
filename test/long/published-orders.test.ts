import { beforeAll, describe, expect, it, vi } from "vitest";
import { hasRealData } from "./real-data.ts";
import { candidatesOf, personWith } from "./published.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describe.skipIf(!hasRealData)("on the order file", () => {
  let person: Awaited<ReturnType<typeof personWith>>;
  beforeAll(async () => {
    person = await personWith("online_retail_to_2011-10-31.csv.gz");
  });

  it("R3 gives nine groups by leaves, judged in the features, with the plain sorted list beside them", async () => {
    const reply = await person.say("recluster method leaves k 9");
    const [first] = candidatesOf(reply);
    expect(first).toMatchObject({ method: "leaves" });
    expect(first?.segments).toHaveLength(9);
    const evidence = first?.evidence;
    if (evidence?.kind !== "leaves") throw new Error("leaves show how well their trees predict");
    const { leafSilhouette, explained, plain } = evidence;
    expect(first?.silhouette).toBeLessThan(leafSilhouette);
    expect(explained).toBeGreaterThan(0.5);
    expect(plain.topTenth).toBeCloseTo(0.605, 2); // reference.json, revenue_share_of_top
    expect(plain.sortedRevenue).toBeGreaterThan(plain.segmentRevenue);
    expect(reply.paragraphs?.join(" ")).toContain("a plain list sorted by sales");
    await person.say(`adopt r${first?.run}`);
    expect((await person.say("list")).table?.rows).toHaveLength(9);
    expect((await person.say("why 12347")).facts?.length).toBeGreaterThan(0);
  });

  it("gives the usual RFM groups by rule, with their names, beside k-means on the same", async () => {
    const [rules, beside] = candidatesOf(await person.say("recluster method rfm"));
    const names = rules?.segments.map(({ names: { en } }) => en) ?? [];
    expect(names).toHaveLength(10);
    expect(names).toContain("Champions");
    expect(names).toContain("Hibernating");
    expect(beside).toMatchObject({ method: "kmeans", features: ["recency_days", "frequency", "monetary"] });
    await person.say(`adopt r${rules?.run}`);
    const why = await person.say("why 12347");
    expect(why.headline).toMatch(/by rule: \d of 5 for recency, \d of 5 for orders and money/u);
    const again = await person.say("recluster method rfm");
    expect(candidatesOf(again).map(({ method }) => method)).toEqual(["kmeans"]);
    expect(again.paragraphs?.join(" ")).toContain("came out again too");
  });

  it("R0 divides by the number of purchases and the amount alone, and says of each group what to do and why", async () => {
    const reply = await person.say("recluster using frequency monetary");
    const [first] = candidatesOf(reply);
    expect(first?.features).toEqual(["frequency", "monetary"]);
    expect((await person.say(`adopt r${first?.run}`)).outcome).toBe("ok");
    for (const { number } of first?.segments ?? []) {
      const profile = await person.say(`profile ${number}`);
      expect(profile.facts?.length).toBeGreaterThan(0);
      // Each piece of advice with its number for the segment and for everybody.
      expect(profile.paragraphs?.join("\n")).toMatch(/What to do, and why:\n• .+ \d.+\(everybody: .*\d.*\)/u);
    }
  });
});
