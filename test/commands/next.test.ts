import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { locales } from "../../src/lib/locale.ts";
import { freshDatabase } from "../database.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";

const { db } = await freshDatabase();
const answer = answerOn(db);
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, " ");

describe("next, before there are purchases", () => {
  beforeAll(() => fillSmallShop(db));

  it("says what it needs", async () => {
    const reply = await answer("next", someone());
    expect(reply.outcome).toBe("mistake");
    expect(reply.headline).toBe(
      "To foresee purchases I need 30 customers who bought on two days; there are 0.",
    );
  });
});

describe("next", () => {
  // Forty customers buy for 10.00 every tenth day from their first on, twice on one of those days; until Oct 31, 2011.
  beforeAll(async () => {
    await db.execute(sql`
      insert into orders (customer_id, at, order_key, kind, amount_cents, quantity)
      select customer_id, day + hour * interval '1 hour', concat(customer_id, day, hour), 'purchase', 500, 1
      from customers, generate_series(timestamptz '2011-04-01Z' + (customer_id % 10) * interval '1 day',
                                      '2011-10-31Z', '10 days') as day, generate_series(9, 10) as hour`);
  });

  it("expects of steady customers what they do: nine purchase days of each in ninety days", async () => {
    const { data, headline } = await answer("next 90d", someone());
    const all = data["all"] as { customers: number; purchases: number; sales: number };
    expect(all.customers).toBe(40);
    expect(Math.abs(all.purchases - 360)).toBeLessThan(18);
    expect(all.sales / all.purchases).toBeCloseTo(10, 1);
    expect(plain(headline)).toMatch(
      /^In the next 90 days expect about 3[4-7]\d purchases, worth €3,[4-7]\d\d\.$/u,
    );
  });

  it("calls nobody lost where nobody is seen to stop", async () => {
    const { data, facts } = await answer("next", someone());
    expect(data).toMatchObject({ seesDropOut: false, slipping: null });
    expect(facts?.map(({ value }) => value)).toContain(
      "in these data nobody is seen to stop for good, so I name no one",
    );
  });

  it("tries itself on the time before, in one chart", async () => {
    const { data, charts } = await answer("next 60d", someone());
    const held = data["heldBack"] as { from: string; expected: number; actual: number };
    expect(held.from).toBe("2011-09-02");
    expect(held.actual).toBe(240); // 40 customers, 6 days each
    expect(Math.abs(held.expected - 240)).toBeLessThan(24);
    const [chart] = charts ?? [];
    const came = chart?.rows.reduce((sum, row) => sum + Number(row["segment"]), 0);
    expect(came).toBe(240);
  });

  it("speaks three languages", async () => {
    const heads = await Promise.all(
      locales.map(async (locale) => plain((await answer("next 30", someone({ locale }))).headline)),
    );
    expect(heads.map((text) => text.split(" ").slice(0, 4).join(" "))).toEqual([
      "In the next 30",
      "En los próximos 30",
      "Nos próximos 30 dias",
    ]);
  });

  it.each(["next 3", "next soon", "next 2000d"])("refuses %s, with a way out", async (line) => {
    const reply = await answer(line, someone());
    expect(reply.outcome).toBe("mistake");
    expect(reply.headline).toContain("say 7 to 730 days");
  });
});
