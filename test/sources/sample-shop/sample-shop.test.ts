import { dayOf } from "../../../src/lib/day.ts";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../../src/analysis/clustering/adjusted-rand-index.ts";
import { chooseK } from "../../../src/analysis/clustering/choose-k.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { shopGroups } from "../../../src/sources/sample-shop/groups.ts";
import { plainLetters } from "../../../src/sources/sample-shop/people.ts";
import { sampleShop, sampleWeek } from "../../../src/sources/sample-shop/sample-shop.ts";
import { behaviourOf, standardized } from "../shop-behaviour.ts";

const shop = sampleShop();

/** The rows as bytes. */
function fingerprint(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

describe("the sample shop", () => {
  it("is the same to the byte for the same seed, and another shop for another seed", () => {
    const { customers, orders, events } = sampleShop({ seed: 7 });
    expect(fingerprint([customers, orders, events])).toBe(
      fingerprint([shop.customers, shop.orders, shop.events]),
    );
    expect(fingerprint(sampleShop({ seed: 8 }).orders)).not.toBe(fingerprint(shop.orders));
  });

  it("has five groups of known sizes, in an order that does not tell them", () => {
    expect(countBy([...shop.truth.groups.values()], (group) => group)).toEqual({
      families: 430,
      bargains: 600,
      explorers: 480,
      spenders: 360,
      sleepers: 530,
    });
    const first = [...shop.truth.groups.values()].slice(0, 100);
    expect(new Set(first)).toEqual(new Set(shopGroups));
  });

  it("trades from Monday 1 July 2024 to Sunday 28 June 2026, and all but one in a hundred customers have bought", () => {
    const moments = shop.orders.map((order) => order.at).toSorted((a, b) => a - b);
    expect([dayOf(moments.at(0) ?? 0), dayOf(moments.at(-1) ?? 0)]).toEqual(["2024-07-01", "2026-06-28"]);
    const buyers = new Set(shop.orders.filter(({ kind }) => kind === "purchase").map(({ key }) => key));
    expect(shop.customers.length - buyers.size).toBeLessThan(24);
  });

  it("takes back what was bought a week before, line by line", () => {
    const bought = new Map(
      shop.orders.map((line) => [`${line.orderKey}|${line.product}|${line.amountCents}`, line]),
    );
    const returns = shop.orders.filter(({ kind }) => kind === "return");
    expect(returns.length / shop.orders.length).toBeGreaterThan(0.02);
    for (const line of returns) {
      const original = bought.get(`${line.orderKey.replace("R", "S")}|${line.product}|${-line.amountCents}`);
      expect(line.at - (original?.at ?? 0)).toBe(7 * 86_400_000);
      expect(line.quantity).toBe(-(original?.quantity ?? 0));
    }
  });

  it("writes names with accents in three languages, and addresses under example.com without them", () => {
    const people = shop.customers.map(({ attributes }) => attributes);
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(["en", "es", "pt"]));
    const accented = people.filter(({ name }) => /[\u00c0-\u017f]/.test(String(name))).length;
    expect(accented / people.length).toBeGreaterThan(0.5);
    const emails = people.map(({ email }) => String(email));
    expect(emails.filter((email) => !/^[a-z.]+\.\d{5}@example\.com$/.test(email))).toEqual([]);
    expect(new Set(emails).size).toBe(2_400);
    expect(plainLetters("Seán Ó Briain")).toBe("sean.o.briain");
  });

  it("leaves 6 % of incomes out, and has asked most customers for their consent", () => {
    const missing = shop.customers.filter(({ attributes }) => attributes["income"] === null).length;
    expect(missing / 2_400).toBeCloseTo(0.06, 1.5);
    const consents = countBy(shop.customers, ({ consent }) => consent);
    expect((consents["no"] ?? 0) / 2_400).toBeCloseTo(0.12, 1.5);
    expect((consents["unknown"] ?? 0) / 2_400).toBeCloseTo(0.18, 1.5);
  });
});

describe("the campaigns of the sample shop", () => {
  const { responses } = shop.truth;
  const share = responses.filter(({ responded }) => responded).length / responses.length;

  it("are five, answered by about one customer in seven of those asked", () => {
    expect(new Set(responses.map(({ campaign }) => campaign)).size).toBe(5);
    expect(share).toBeGreaterThan(0.13);
    expect(share).toBeLessThan(0.18);
  });

  it("are answered as often as the true model says, in each fifth of its probabilities", () => {
    const sorted = responses.toSorted((a, b) => a.probability - b.probability);
    for (let fifth = 0; fifth < 5; fifth++) {
      const part = sorted.slice((fifth * sorted.length) / 5, ((fifth + 1) * sorted.length) / 5);
      const expected = part.reduce((sum, { probability }) => sum + probability, 0);
      const variance = part.reduce((sum, { probability: p }) => sum + p * (1 - p), 0);
      const answered = part.filter(({ responded }) => responded).length;
      expect(Math.abs(answered - expected)).toBeLessThan(3 * Math.sqrt(variance));
    }
  });

  it("ask only customers of at least four weeks, and stand in the rows of the customers' file", () => {
    const inRows = shop.customers.flatMap(({ key, responses }) =>
      Object.entries(responses).map(([campaign, responded]) => `${key}|${campaign}|${responded}`),
    );
    const inTruth = responses.map(({ key, campaign, responded }) => `${key}|${campaign}|${responded}`);
    expect(inRows.toSorted()).toEqual(inTruth.toSorted());
    const newest = shop.customers.find(({ attributes }) => String(attributes["joined_on"]) > "2026-05-01");
    expect(newest?.responses).toEqual({});
  });
});

describe("the five groups", () => {
  it("are what k-means finds: k 5 by silhouette, and hardly anybody in the wrong group", () => {
    // scikit-learn 1.2.1, 10 starts, same variables: see the figures in shop-behaviour.ts.
    const points = matrixOf(standardized(behaviourOf(shop)));
    const choice = chooseK(points, { from: 2, to: 8, seed: 7, smallest: { share: 0.03, customers: 30 } });
    expect(choice.k).toBe(5);
    const truth = [...shop.truth.groups.values()].map((group) => shopGroups.indexOf(group));
    expect(adjustedRandIndex(Int32Array.from(truth), choice.clustering.labels)).toBeGreaterThan(0.97);
  }, 60_000);
});

describe("later weeks", () => {
  it("are as busy as the weeks before, with eight newcomers each, and follow on from the last day", () => {
    const calm = sampleWeek(1);
    expect(calm.truth).toEqual({ kind: "calm" });
    expect(calm.customers).toHaveLength(8);
    const days = new Set(calm.orders.map((order) => dayOf(order.at)));
    expect([...days].toSorted().at(0)).toBe("2026-06-29");
    expect(dayOf(calm.asOf.getTime())).toBe("2026-07-06");
    const lastWeek = shop.orders.filter(({ at }) => at >= Date.UTC(2026, 5, 22)).length;
    expect(calm.orders.length / lastWeek).toBeGreaterThan(0.85);
    expect(calm.orders.length / lastWeek).toBeLessThan(1.15);
  });

  it("can be made without the weeks before them, always the same", () => {
    expect(fingerprint(sampleWeek(3))).toBe(fingerprint(sampleWeek(3)));
  });

  it("bring a churn wave in week 2: sixty loyal families leave the store for the offers of the app", () => {
    const wave = sampleWeek(2);
    const gone = wave.truth.kind === "churn wave" ? wave.truth.customers : [];
    expect(gone).toHaveLength(60);
    expect(gone.filter((key) => shop.truth.groups.get(key) !== "families")).toEqual([]);
    const left = new Set(gone);
    const ofThem = (later: number, kind: string) =>
      sampleWeek(later).events.filter((event) => left.has(event.key) && event.kind === kind).length;
    expect(ofThem(1, "app")).toBe(0);
    expect(ofThem(1, "visit")).toBeGreaterThan(30); // one a week each
    expect(ofThem(2, "app") / 60).toBeCloseTo(18, -1);
    expect([2, 3, 5].map((later) => ofThem(later, "visit"))).toEqual([0, 0, 0]);
  });

  it("lose two days of the web shop and the app in week 4, while the tills go on", () => {
    const week = sampleWeek(4);
    const truth = week.truth.kind === "data outage" ? week.truth : undefined;
    expect(truth?.days).toEqual(["2026-07-21", "2026-07-22"]);
    const onThoseDays = week.orders.filter(({ at }) => truth?.days.includes(dayOf(at)));
    expect(new Set(onThoseDays.map(({ channel }) => channel))).toEqual(new Set(["store", "catalogue"]));
    expect(truth?.missingOrders).toBeGreaterThan(50);
    expect(week.events.some(({ at, kind }) => kind === "app" && truth?.days.includes(dayOf(at)))).toBe(false);
  });

  it("raise the prices of three families by 8 % from week 6 on", () => {
    expect(sampleWeek(6).truth).toEqual({
      kind: "price rise",
      families: ["Groceries", "Kids", "Home"],
      factor: 1.08,
    });
    const price = (later: number, family: string) => {
      const lines = sampleWeek(later).orders.filter(
        ({ product, kind, amountCents }) =>
          kind === "purchase" && product.startsWith(family) && amountCents > 100,
      );
      return lines.reduce((sum, { amountCents }) => sum + Math.log(amountCents), 0) / lines.length;
    };
    const rise =
      (price(6, "Groceries") + price(7, "Groceries")) / 2 -
      (price(3, "Groceries") + price(5, "Groceries")) / 2;
    expect(rise).toBeCloseTo(Math.log(1.08), 1);
  });

  it("begin at 1", () => {
    expect(() => sampleWeek(0)).toThrow("there is no later week 0");
  });
});
