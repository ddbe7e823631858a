import type { Day } from "../../../src/lib/day.ts";
import { describe, expect, it } from "vitest";
import { chooseAsOf } from "../../../src/analysis/features/as-of.ts";
import type { AttributeFacts, BaseFacts } from "../../../src/analysis/features/base-facts.ts";
import { labelOf, nameOf, wordsOf } from "../../../src/analysis/features/lexicon.ts";
import { planFeatures } from "../../../src/analysis/features/plan.ts";

function number(name: string, facts: Partial<AttributeFacts> = {}): AttributeFacts {
  const range = { whole: true, smallest: 0, largest: 200, latest: null };
  return { name, kind: "number", filled: 1, distinct: 100, levels: [], ...range, ...facts };
}

function other(
  name: string,
  kind: "flag" | "date" | "text",
  levels: readonly [string, number][] = [],
): AttributeFacts {
  const shares = levels.map(([level, share]) => ({ level, share }));
  return { ...number(name), kind, distinct: Math.max(2, levels.length), whole: null, levels: shares };
}

function plan(attributes: readonly AttributeFacts[], facts: Partial<BaseFacts> = {}) {
  const base: BaseFacts = { lastDay: null, orders: undefined, events: [], responses: false, attributes };
  return planFeatures({ ...base, ...facts }, "2014-06-30");
}

const useByName = (planned: ReturnType<typeof plan>) =>
  Object.fromEntries(planned.map(({ feature, use }) => [feature.name, use]));

describe("the features of a customers' file", () => {
  it("are called in the reader's language where many files have them", () => {
    const planned = plan([
      number("mnt_meat_products"),
      number("num_web_purchases"),
      number("num_store_purchases"),
    ]);
    const spanish = planned.map(({ feature }) => feature.labels.es);
    expect(spanish).toContain("Gasto en carnes");
    expect(spanish).toContain("Total de compras");
  });

  it("are its totals; the members of a family describe, as does what is no behavior", () => {
    const planned = plan([
      number("mnt_wines"),
      number("mnt_fish"),
      number("num_web_purchases"),
      number("num_store_purchases"),
      number("num_web_visits_month"),
      number("income"),
      number("recency"),
      number("year_birth", { smallest: 1893, largest: 1996 }),
      number("kidhome", { distinct: 3 }),
      other("accepted_cmp1", "flag"),
      other("accepted_cmp2", "flag"),
      other("complain", "flag"),
      other("dt_customer", "date"),
      other("marital_status", "text", [
        ["Married", 0.6],
        ["Together", 0.2],
        ["Single", 0.19],
        ["YOLO", 0.01],
      ]),
    ]);
    expect(useByName(planned)).toEqual({
      total_amount: "forms",
      total_purchases: "forms",
      total_accepted: "response",
      average_ticket: "derived",
      household_size: "attribute",
      mnt_wines: "part",
      mnt_fish: "part",
      num_web_purchases: "part",
      num_store_purchases: "part",
      num_web_visits_month: "forms",
      income: "forms",
      recency: "forms",
      age: "forms",
      kidhome: "attribute",
      accepted_cmp1: "response",
      accepted_cmp2: "response",
      complain: "attribute",
      customer_days: "attribute",
      marital_status_married: "category",
      marital_status_together: "category",
      marital_status_single: "category",
      marital_status_other: "category",
    });
    const household = planned.find(({ feature }) => feature.name === "household_size")?.formula;
    expect(household).toMatchObject({
      children: ["kidhome"],
      couple: { attribute: "marital_status", levels: ["Married", "Together"] },
    });
  });

  it("are called in the reader's language where every file has them", () => {
    const [income] = plan([number("income")]);
    expect(income?.feature.labels).toEqual({ en: "Income", es: "Ingresos", pt: "Renda" });
  });

  it("are age, income and score for visitors of a mall, not their number or gender", () => {
    const planned = plan([
      number("age"),
      number("annual_income"),
      number("spending_score"),
      other("gender", "text", [
        ["Female", 0.56],
        ["Male", 0.44],
      ]),
    ]);
    const forming = planned.filter(({ use }) => use === "forms").map(({ feature }) => feature.name);
    expect(forming).toEqual(["age", "annual_income", "spending_score"]);
  });

  it("never hold identifiers or texts that are all different", () => {
    expect(
      plan([number("customer_id"), number("codigo_postal"), other("email", "text"), number("phone")]),
    ).toEqual([]);
  });

  it("call purchases with cents money and without cents a count", () => {
    const [total] = plan([
      number("oneoff_purchases", { whole: false }),
      number("installments_purchases", { whole: false }),
    ]);
    expect(total?.feature).toMatchObject({ name: "total_amount", unit: "money" });
  });

  it("understand Spanish and Portuguese headers", () => {
    const planned = plan([
      number("renda_anual"),
      number("idade"),
      number("gasto_vinho"),
      number("gasto_carne"),
    ]);
    expect(planned.map(({ feature }) => [feature.name, feature.unit])).toEqual([
      ["total_amount", "money"],
      ["renda_anual", "money"],
      ["idade", "years"],
      ["gasto_vinho", "money"],
      ["gasto_carne", "money"],
    ]);
  });

  it("never share a name", () => {
    const planned = plan([number("age"), number("year_birth", { smallest: 1950, largest: 1990 })]);
    expect(planned.map(({ feature }) => feature.name)).toEqual(["age", "age_2"]);
  });
});

describe("the features of orders and events", () => {
  it("form segments by recency, frequency and monetary; the others describe them", () => {
    const orders = { products: true, returns: true, channels: ["web", "store"] };
    expect(useByName(plan([], { orders }))).toEqual({
      recency_days: "forms",
      frequency: "forms",
      monetary: "forms",
      average_order: "derived",
      basket_items: "derived",
      tenure_days: "derived",
      returned: "derived",
      returns_share: "derived",
      product_variety: "derived",
      channel_web: "derived",
      channel_store: "derived",
    });
  });

  it("count visits and the days since the last", () => {
    const planned = plan([], { events: [{ kind: "App visit", valued: true }] });
    expect(planned.map(({ feature }) => feature.name)).toEqual([
      "app_visit_count",
      "app_visit_recency_days",
      "app_visit_total",
    ]);
    expect(planned.map(({ never }) => never ?? false)).toEqual([false, true, false]);
  });

  it("keep answers to campaigns apart", () => {
    expect(useByName(plan([], { responses: true }))).toEqual({ campaigns_answered: "response" });
  });
});

describe("the day of the features", () => {
  const bare: BaseFacts = { lastDay: null, orders: undefined, events: [], responses: false, attributes: [] };
  const date = (name: string, latest: Day) => ({ ...other(name, "date"), latest });

  it("is the day after the last order, over the end of a month", () => {
    expect(chooseAsOf({ ...bare, lastDay: "2011-10-31" }, "2026-01-01")).toBe("2011-11-01");
  });

  it("is the day after the latest joining that has passed; births and renewals do not count", () => {
    const attributes = [
      date("birth_date", "1996-05-01"),
      date("joined_on", "2014-06-29"),
      date("renews_on", "2031-01-01"),
    ];
    expect(chooseAsOf({ ...bare, attributes }, "2026-01-01")).toBe("2014-06-30");
  });

  it("is today where nothing is dated", () => {
    expect(chooseAsOf(bare, "2026-01-01")).toBe("2026-01-01");
  });
});

describe("the words of a header", () => {
  it("are the same however it is written", () => {
    expect(wordsOf("MntWines")).toEqual(["mnt", "wines"]);
    expect(nameOf("Annual Income (k$)")).toBe("annual_income_k");
    expect(wordsOf("Años_Edad")).toEqual(["anos", "edad"]);
    expect(labelOf("num_web_purchases")).toBe("Web purchases");
    expect(labelOf("Z")).toBe("Z");
  });
});
