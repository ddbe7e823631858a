import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Db } from "../../src/db/connection/connect.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { freshDatabase } from "../database.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";

/**
 * Two segments of 200 customers each, of which ten swap every week, always others: in a week one in twenty goes, and the
 * sizes stay. The last day is the small shop's, 1 November 2011.
 *
 * @param snapshots How many days a week apart are known.
 */
async function fillSwappingShop(db: Db, snapshots: number): Promise<void> {
  await fillSmallShop(db);
  await db.execute(sql`truncate customers, memberships restart identity`);
  await db.execute(sql`insert into customers (key) select 'c' || i from generate_series(0, 399) as i`);
  const number = sql`1 + mod((customer_id - 1)::int, 2)`;
  const week = sql`((customer_id - 1)::int / 20)`; // twenty customers, ten of either segment, go in each week
  const swapped = sql`date '2011-11-01' - 7 * ${week}`;
  const first = sql`date '2011-11-01' - 7 * ${snapshots - 1}::int`;
  await db.execute(sql`
    insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from, valid_to)
    select customer_id, segmentation_id, segments.id, 0.5, ${first}, case when ${swapped} > ${first} then ${swapped} end
    from customers join segments on segments.number = ${number}
    union all
    select customer_id, segmentation_id, segments.id, 0.5, ${swapped}, null
    from customers join segments on segments.number = 3 - (${number}) where ${swapped} > ${first}`);
}

async function movesAfter(snapshots: number): Promise<Reply> {
  const { db } = await freshDatabase(onTestFinished);
  await fillSwappingShop(db, snapshots);
  return answerOn(db)("moves since 1w", someone());
}

describe("the outlook of moves", () => {
  it("is not given after five snapshots", async () => {
    const reply = await movesAfter(5);
    expect(reply.data).toMatchObject({
      matrix: [
        [190, 10],
        [10, 190],
      ],
      outlook: null,
    });
    expect(reply.table?.columns.map(({ label }) => label)).not.toContain("In 4 weeks");
    expect(reply.paragraphs?.join(" ")).not.toContain("4 weeks");
  });

  it("is given after six, with an interval as wide as what is not known", async () => {
    const { data, table, paragraphs } = await movesAfter(6);
    // By hand: the sizes stay. Whoever goes one week in twenty is elsewhere after four with s = (1 - .9^4) / 2 = .172, so
    // luck has a variance of 400 s (1 - s) = 57; .05 known from 1,000 customer-weeks in each segment adds
    // 2 (200 (1 + .9 + .81 + .729))² (.05 · .95 / 1000) = 45: 80 % are within 1.2816 √102 = 12.9.
    const outlook = data["outlook"] as readonly { expected: number; low: number; high: number }[];
    for (const { expected, low, high } of outlook) {
      expect(Math.abs(expected - 200)).toBeLessThan(2);
      expect(Math.abs(high - low - 2 * 12.9)).toBeLessThan(4);
    }
    expect(outlook).toHaveLength(2);
    expect(table?.columns.at(-1)?.label).toBe("In 4 weeks");
    expect(table?.rows.map((row) => row.at(-1))).toEqual(
      outlook.map((one) => {
        const [size, low, high] = [one.expected, one.low, one.high].map(Math.round);
        return `${size} (${low}–${high})`;
      }),
    );
    expect(paragraphs?.at(-1)).toMatch(/^In 4 weeks: the size .* what it will be 8 times of 10/u);
  });
});
