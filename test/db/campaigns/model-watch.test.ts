import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loadActive } from "../../../src/db/segmentations/segmentations.ts";
import { countBins, countLaterAnswers, countScores } from "../../../src/db/campaigns/model-watch.ts";
import { fillSmallShop } from "../../commands/small-shop.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();

describe("what is watched of a model", () => {
  beforeAll(async () => {
    await fillSmallShop(db);
  });

  it("counts today's customers by the bins of its training", async () => {
    const featureSetId = (await loadActive(db))?.featureSetId ?? 0;
    const spread = { edges: [220, 900, 1000], shares: [] };
    const counts = await countBins(db, featureSetId, [
      { position: 0, spread },
      { position: -1, spread },
      { position: 0, spread: undefined },
    ]);
    // By hand: 15 spent 180 and 15 spent 220, which reached the first limit; 5 spent 900 and 5 spent 1,100.
    expect(counts).toEqual([
      [15, 15, 5, 5, 0],
      [0, 0, 0, 0, 40],
      [40, 0],
    ]);
  });

  it("holds the promises for a later campaign against its answers", async () => {
    await db.execute(sql`insert into scores select customer_id, 1, 0.25 from customers`);
    await db.execute(sql`
      insert into responses select customer_id, 'spring', true, '2011-03-01'::timestamptz from customers
      union all select customer_id, 'winter', true, '2010-12-01'::timestamptz from customers
      union all select customer_id, 'autumn', key::int <= 30, '2011-10-01'::timestamptz from customers`);
    expect(await countLaterAnswers(db, { id: 1, campaign: "spring" })).toEqual({
      campaign: "autumn",
      asked: 40,
      answered: 30,
      expected: 10,
      variance: 7.5, // 40 · 0.25 · 0.75
    });
    expect(await countLaterAnswers(db, { id: 1, campaign: "autumn" })).toBeUndefined();
    expect(await countScores(db, 1, [0.2, 0.25, 0.5])).toEqual([0, 0, 40, 0]);
  });
});
