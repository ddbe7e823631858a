import { beforeAll, describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import { locales } from "../../src/lib/locale.ts";
import { freshDatabase } from "../database.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";

const { db } = await freshDatabase();
const answer = answerOn(db);
beforeAll(() => fillSmallShop(db));

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, " ");

// By hand from the small shop: ten loyal customers spend 1,100 or 900 by turns, thirty hunters 220 or 180; 16,000 in all.
describe("club", () => {
  it("is the segment that brings the most money, in three languages", async () => {
    const headlines = await Promise.all(
      locales.map(async (locale) => plain((await answer("club", someone({ locale }))).headline)),
    );
    expect(headlines).toEqual([
      "Loyal families (1) is your club: 10 customers (25%) with 63% of sales.",
      "Familias fieles (1) es tu club: 10 clientes (25 %) con el 63 % de las ventas.",
      "Famílias fiéis (1) é o seu clube: 10 clientes (25%) com 63% das vendas.",
    ]);
  });

  it("says where the line lies, in and out, and who is just below it", async () => {
    const { paragraphs, data } = await answer("club", someone());
    // the tenth best spends 900, the next 220, the thirtieth 180; the line's place is 10 ± 1.96 √(10 × .75): 5 to 15
    expect(data).toMatchObject({ entry: 900, exit: 220, common: 10 });
    const text = plain((paragraphs ?? []).join("\n"));
    expect(text).toContain("total spent from €900 on");
    expect(text).toContain("The 20 just below the line stand at €180 to €220");
    expect(text).toContain("10 customers are in both, 100% of the segment.");
  });

  it("counts sales and orders of both, and hides the best tenth where that is four people", async () => {
    const { table, data } = await answer("club", someone());
    expect(table?.columns.map(({ label }) => label)).toEqual(["Club", "Customers", "Sales", "Orders"]);
    expect(table?.rows.map((row) => row.map(plain).slice(0, 3))).toEqual([
      ["Loyal families (1)", "10 (25%)", "63%"],
      ["The best 10 by sales", "10 (25%)", "63%"],
    ]);
    const sums = data["bySegment"] as unknown as { value: number; orders: number };
    expect([sums.value, sums.orders].map(Math.round)).toEqual([10_000, 100]); // of 16,000 and 160
    expect(data["tenth"]).toBeNull();
  });

  it("can have another size, as a number or a share", async () => {
    const [byNumber, byShare] = [await answer("club 20", someone()), await answer("club 50%", someone())];
    // ten loyal and ten of the fifteen hunters who spend 220: 12,200 of 16,000
    expect(byNumber.headline).toBe("Your 20 best customers (50%) bring 76% of sales.");
    expect(byShare.headline).toBe(byNumber.headline);
  });

  it.each(["club 4", "club 40", "club 200%", "club all", "club -3", "club 7.5"])(
    "refuses %s, with a way out",
    async (line) => {
      const reply = await answer(line, someone());
      expect(reply.outcome).toBe("mistake");
      expect(reply.headline).toContain("is no size for a club: say 5 to 39 customers");
    },
  );

  it("is totals, for marketers; the people of it leave by export alone", async () => {
    const reply = await answer("club", someone({ role: "marketer" }));
    expect([reply.privacy, reply.files]).toEqual(["totals", undefined]);
    expect(at(reply.actions ?? [], 0).line).toBe("export 1");
    expect((await answer("club", someone({ role: "viewer" }))).outcome).toBe("mistake");
  });
});
