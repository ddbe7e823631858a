import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { importFile } from "../../src/jobs/import/import.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import { freshDatabase } from "../database.ts";
import { plantCustomers, threeGroups } from "../db/planted-base.ts";
import { fileOf } from "../sources/files.ts";
import { personAt } from "./recluster-on.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { db } = await freshDatabase();

beforeAll(async () => {
  await plantCustomers(db, threeGroups(300));
  const signal = new AbortController().signal;
  const now = new Date("2024-01-01T00:00:00Z");
  await segmentBase(db, { ...onThisThread, locale: "en", now, signal, report: () => undefined });
  const stability = [
    { jaccard: 0.9, verdict: "solid" },
    { jaccard: 0.66, verdict: "blurry" },
    { jaccard: 0.4, verdict: "unusable" },
  ];
  await db.execute(sql`
    update segmentations set metrics = metrics || jsonb_build_object('stability', ${JSON.stringify(stability)}::text::jsonb)`);
});

describe("the list of a segment that is not solid", () => {
  it("leaves at once where the segment is solid", async () => {
    expect((await personAt(db).say("export 1")).files).toHaveLength(1);
  });

  it("is asked about once where it is blurry, and the button says the line that exports", async () => {
    const { say } = personAt(db, { role: "marketer" });
    const asked = await say("export 2 columns visits");
    expect(asked.files).toBeUndefined();
    expect(asked.headline).toMatch(/is blurry: .* only 66% of it comes back/u);
    expect(asked.actions?.[0]?.line).toBe("export 2 columns visits anyway");
    expect((await say("export 2 columns visits anyway")).files).toHaveLength(1);
  });

  it("needs an analyst and two confirmations where it should not be used", async () => {
    const marketer = personAt(db, { role: "marketer" });
    expect((await marketer.say("export 3 anyway unstable")).files).toBeUndefined();
    const { say } = personAt(db, { role: "analyst" });
    expect((await say("export 3")).files).toBeUndefined();
    const second = await say("export 3 anyway");
    expect(second.files).toBeUndefined();
    expect(second.actions?.[0]).toMatchObject({ line: "export 3 anyway unstable", style: "danger" });
    expect((await say("export 3 anyway unstable")).files).toHaveLength(1);
  });
});

describe("why", () => {
  it("names the next segment and the features that decide, to the asker alone", async () => {
    const reply = await personAt(db).say("why C2"); // generous: every third from C2 on
    expect(reply.privacy).toBe("person");
    expect(reply.headline).toMatch(/^Customer C2 is in .+ \(1\) (clearly|rather) and not in .+ \(2\)\.$/u);
    const { reasons, margin } = reply.data as unknown as {
      reasons: readonly { part: number }[];
      margin: number;
    };
    expect(reasons.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1, 9);
    expect(margin).toBeGreaterThan(0.5);
    expect(reply.charts?.map(({ spec }) => spec)).toEqual(["reasons"]);
  });

  it("knows no stranger", async () => {
    expect((await personAt(db).say("why nobody")).outcome).toBe("mistake");
  });
});

describe("a customer like nobody else", () => {
  it("is placed at import, and both the check of the data and why say that they fit no segment", async () => {
    // Between the middling (income 50,000) and the generous (90,000), as none of the 300 is.
    const file = fileOf("id,revenue,visits,income\nODD,1700,21,70000\n", "odd.csv");
    const { actor } = personAt(db);
    const now = new Date("2024-01-02T00:00:00Z");
    const signal = new AbortController().signal;
    const context = {
      db,
      actor,
      now,
      signal,
      report: () => undefined,
      keep: () => undefined,
      ...onThisThread,
    };
    const { importId } = await importFile({ path: file }, context);
    expect((await personAt(db).say(`data check f${importId}`)).paragraphs?.join("\n")).toContain(
      "Customers who fit no segment well: under 5.",
    );
    expect((await personAt(db).say("why ODD")).caveat).toContain("far from every segment");
  });
});

describe("data relations", () => {
  it("says which numbers go together, the planted ones strongly", async () => {
    const reply = await personAt(db, { locale: "es" }).say("datos relaciones");
    const { pairs } = reply.data as unknown as { pairs: readonly { correlation: number }[] };
    expect(pairs).toHaveLength(3); // income, revenue, visits: by hand 3 × 2 / 2
    for (const { correlation } of pairs) expect(correlation).toBeGreaterThan(0.8);
    expect(reply.charts?.[0]).toMatchObject({ spec: "correlations" });
    expect(reply.headline).toMatch(/^Lo que más va unido es /u);
  });
});
