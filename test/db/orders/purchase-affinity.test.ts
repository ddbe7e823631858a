import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loadAnswerAffinities, loadProductAffinities } from "../../../src/db/orders/purchase-affinity.ts";
import { freshDatabase } from "../../database.ts";
import { plantCustomers, plantOrders } from "../planted-base.ts";

const { db } = await freshDatabase();
const keys = Array.from({ length: 60 }, (_, index) => `C${index}`);

/** Thirty customers in segment 1, thirty in segment 2. Toys: 24 of the first and 6 of the second. Bread: everybody. */
beforeAll(async () => {
  await plantCustomers(
    db,
    keys.map((key) => ({ key })),
  );
  await db.execute(sql`
    insert into memberships select customer_id, 1, case when customer_id <= 30 then 1 else 2 end, 0, '2024-01-01'
    from customers`);
  const order = (key: string, product: string) => ({
    key,
    order: `${key} ${product}`,
    at: "2024-01-01",
    cents: 100,
    product,
  });
  const toys = keys.filter((_, index) => index < 24 || index >= 54);
  await plantOrders(db, [
    ...toys.flatMap((key) => [order(key, "Toys: train"), order(key, "Toys: doll")]),
    ...keys.map((key) => order(key, "Bread")),
  ]);
  await db.execute(sql`
    insert into responses select customer_id, 'Spring', customer_id in (1, 2, 3, 31), null from customers
    where customer_id <= 40`);
});

describe("loadProductHabits", () => {
  it("finds the family of products that a segment prefers, and not what everybody buys", async () => {
    const affinities = await loadProductAffinities(db, 1);
    // by hand: 24 of 30 against 30 of 60
    expect(affinities.get(1)).toEqual([{ name: "Toys", customers: 24, share: 0.8, baseShare: 0.5 }]);
    expect(affinities.get(2)).toBeUndefined();
  });
});

describe("loadAnswerHabits", () => {
  it("is answers over customers asked, against all of those", async () => {
    const affinities = await loadAnswerAffinities(db, 1);
    // by hand: 3 of 30 and 1 of 10 asked; 4 of 40 in all
    expect(affinities.get(1)).toEqual({ name: "", customers: 30, share: 0.1, baseShare: 0.1 });
    expect(affinities.get(2)).toEqual({ name: "", customers: 10, share: 0.1, baseShare: 0.1 });
  });
});
