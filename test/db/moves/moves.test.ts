import type { Day } from "../../../src/lib/day.ts";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loadActive } from "../../../src/db/segmentations/segmentations.ts";
import { loadFirstDay, loadFlows, loadMembershipsOn } from "../../../src/db/moves/moves.ts";
import { loadAllWeeklySizes } from "../../../src/db/segmentations/segment-sizes.ts";
import { freshDatabase } from "../../database.ts";
import { fillMovedShop } from "../../commands/moved-shop.ts";

const { db } = await freshDatabase();
let id = 0;
beforeAll(async () => {
  await fillMovedShop(db);
  id = (await loadActive(db))?.id ?? 0;
});

const sizesOn = async (day: Day) => {
  const members = await loadMembershipsOn(db, id, day);
  const rows = await db.execute<{ id: number }>(sql`select id from segments order by number`);
  return rows.map((segment) => members.filter(({ segmentId }) => segmentId === segment.id).length);
};

describe("a past day", () => {
  it.each([
    ["2011-09-30", [0, 0]],
    ["2011-10-01", [9, 30]],
    ["2011-10-19", [9, 30]],
    ["2011-10-20", [5, 34]], // an interval that ends on a day no longer holds on it
    ["2011-10-25", [6, 34]],
    ["2011-11-01", [6, 34]],
  ] as const)("%s is read as it was: %j", async (day, sizes) => {
    expect(await sizesOn(day)).toEqual(sizes);
  });

  it("is one of the weeks whose sizes a list shows, those before the first placement left out", async () => {
    const sizes = await loadAllWeeklySizes(db, id, { asOf: "2011-11-01", weeks: 8 });
    // Of 4, 11, 18 and 25 October and of 1 November, by hand from the shop's moves on the 20th and the 25th.
    expect([...sizes.values()].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [9, 9, 9, 6, 6],
      [30, 30, 30, 34, 34],
    ]);
  });

  it("begins with the first placement", async () => {
    expect(await loadFirstDay(db, id)).toBe("2011-10-01");
  });

  it("is compared with another by counting: every row adds up to the old size", async () => {
    const flows = await loadFlows(db, id, { from: "2011-10-19", to: "2011-11-01" });
    const before = flows.filter(({ from }) => from !== null).reduce((sum, flow) => sum + flow.customers, 0);
    expect(before).toBe(39);
    expect(flows.filter(({ from }) => from === null)).toMatchObject([{ customers: 1 }]);
  });
});
