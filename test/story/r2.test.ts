import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { importFile } from "../../src/jobs/import.ts";
import { personAt } from "../commands/recluster-on.ts";
import { freshDatabase } from "../database.ts";
import { hasRealData, realData } from "../real-data.ts";

vi.setConfig({ testTimeout: 240_000 });

/**
 * The published project's variables without the nineteenth, which is the answer that it was to predict, and without the
 * count of accepted campaigns: here that count holds the same answer.
 */
const published = (
  "income mnt_wines mnt_fruits mnt_meat_products mnt_fish_products mnt_sweet_products mnt_gold_prods kidhome teenhome " +
  "num_web_purchases num_catalog_purchases num_store_purchases num_web_visits_month household_size total_amount total_purchases average_ticket"
).split(" ");

describe.skipIf(!hasRealData)("R2: two proposals of which the marketing team chooses", () => {
  it("offers two and three segments side by side, and refuses the answer itself", async () => {
    const { db } = await freshDatabase();
    const person = personAt(db);
    const { asker } = person;
    const signal = new AbortController().signal;
    const now = new Date("2026-01-01T00:00:00Z");
    const path = join(realData, "marketing_campaign.csv");
    await importFile.run(
      { path },
      { db, asker, now, signal, report: () => undefined, keep: () => undefined },
    );

    const list = (await person.say("recluster using nothing")).headline;
    expect(list).toContain("I know no feature “nothing”");
    const refused = await person.say(`recluster using ${[...published, "response"].join(",")}`);
    expect(refused.headline).toContain("“response” is an answer to a campaign");

    const reply = await person.say(`recluster k 2 using ${published.join(",")}`);
    expect(reply.outcome).toBe("ok");
    const { candidates } = reply.data as unknown as {
      candidates: readonly { segments: readonly unknown[]; features: readonly string[]; run: number }[];
    };
    expect(candidates.map(({ segments }) => segments.length)).toEqual([2, 3]);
    expect(candidates[0]?.features).toHaveLength(17);
    expect(reply.table?.rows).toHaveLength(3); // those in force, and the two
    const marketer = personAt(db, { user: "M", role: "marketer", locale: "pt" });
    expect((await marketer.say(`vote r${candidates[1]?.run}`)).outcome).toBe("ok");
    expect((await person.say(`adopt r${candidates[1]?.run}`)).outcome).toBe("ok");
    expect((await person.say("list")).table?.rows).toHaveLength(3);
  });
});
