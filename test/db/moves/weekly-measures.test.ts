import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loadWeeklyMeasures } from "../../../src/db/moves/weekly-measures.ts";
import { freshDatabase } from "../../database.ts";
import { plantCustomers, plantOrders } from "../planted-base.ts";

const { db } = await freshDatabase();

/** Two customers of one segment, and two weeks: 4 to 10 and 11 to 17 March. */
beforeAll(async () => {
  await plantCustomers(db, [{ key: "ann" }, { key: "bob" }]);
  await db.execute(sql`
    insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from)
    select customer_id, 1, 1, 0, '2024-01-01' from customers`);
  const back = { kind: "return" } as const;
  await plantOrders(db, [
    { key: "ann", at: "2024-03-05", order: "1", cents: 4000 },
    { key: "ann", at: "2024-03-13", order: "1", cents: -4000, ...back }, // of the week before
    { key: "ann", at: "2024-03-12", order: "2", cents: 1000 },
    { key: "bob", at: "2024-03-11", order: "3", cents: 3000 },
    { key: "bob", at: "2024-03-11", order: "4", cents: 500 },
    { key: "bob", at: "2024-03-17", order: "4", cents: -500, ...back }, // within its week
    { key: "bob", at: "2024-03-18", order: "3", cents: -3000, ...back }, // not known yet
  ]);
});

describe("two weeks side by side (values by hand)", () => {
  it("count what came back in its own week, and drop an order only where that is the week of the order", async () => {
    const weeks = await loadWeeklyMeasures(db, 1, "2024-03-18");
    expect(weeks.find(({ week }) => week === "before")).toMatchObject({
      revenue: { count: 2, mean: 2000 }, // (4000 + 0) / 2
      orders: { count: 2, mean: 0.5 },
    });
    expect(weeks.find(({ week }) => week === "now")).toMatchObject({
      revenue: { count: 2, mean: 0 }, // 1000 - 4000, at most what the best buyer brought, and 3000
      orders: { count: 2, mean: 1 },
    });
  });
});
