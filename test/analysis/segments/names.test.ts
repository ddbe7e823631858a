import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import type { Feature } from "../../../src/analysis/features/feature.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { stillFits } from "../../../src/analysis/segments/name-fit.ts";
import { nameSegments } from "../../../src/analysis/segments/names.ts";
import { rolesOf } from "../../../src/analysis/segments/roles.ts";
import type { GroupStatistics } from "../../../src/analysis/segments/statistics.ts";
import { featureNamed, statisticsByLabel, statisticsOf } from "./group-statistics.ts";

const orders: readonly Feature[] = [
  featureNamed("recency_days", "days"),
  featureNamed("frequency", "count"),
  featureNamed("monetary", "money"),
];

function group(means: readonly number[], size = 200): GroupStatistics {
  return { size, means, deviations: means.map(() => 1), counts: means.map(() => size) };
}

const base: GroupStatistics = { ...group([90, 4, 600], 1_000), deviations: [60, 3, 500] };

describe("nameSegments", () => {
  it("says what a marketer would say about orders, in three languages", () => {
    const segments = [
      group([10, 12, 2_500]),
      group([200, 6, 1_500]),
      group([20, 1, 150]),
      group([250, 1, 80]),
    ];
    expect(nameSegments(segments, base, orders)).toEqual([
      { en: "Loyal big spenders", es: "Clientes fieles de alto gasto", pt: "Clientes fiéis de alto gasto" },
      {
        en: "Big spenders slipping away",
        es: "Grandes compradores que se alejan",
        pt: "Grandes compradores que se afastam",
      },
      {
        en: "Recent light buyers",
        es: "Compradores recientes y ocasionales",
        pt: "Compradores recentes e ocasionais",
      },
      {
        en: "Lapsed small buyers",
        es: "Pequeños compradores inactivos",
        pt: "Pequenos compradores inativos",
      },
    ]);
  });

  it("calls a segment average when nothing stands out", () => {
    expect(nameSegments([group([88, 4.1, 610])], base, orders)[0]?.en).toBe("Average customers");
  });

  it("tells segments of one kind apart by what differs most between them", () => {
    const segments = [group([10, 12, 5_000]), group([12, 11, 1_500])];
    expect(nameSegments(segments, base, orders).map(({ en }) => en)).toEqual([
      "Loyal big spenders, spending more",
      "Loyal big spenders", // not "spending less": big spenders do not
    ]);
  });

  it("never takes back in the second half of a name what the first half says", () => {
    const wealth = [featureNamed("income", "money"), featureNamed("age", "years")];
    const all = { ...group([50_000, 45], 1_000), deviations: [20_000, 12] };
    const names = nameSegments([group([95_000, 45]), group([70_000, 40])], all, wealth).map(({ en }) => en);
    expect(names).toEqual(["Well-off customers, higher income", "Well-off customers, the younger ones"]);
  });

  it("falls back to high and low where it knows no word", () => {
    const tastes = [featureNamed("mnt_wine", "none", "Wine"), featureNamed("mnt_sweet", "none", "Sweets")];
    const [name] = nameSegments([group([9, 1])], { ...group([5, 5], 900), deviations: [3, 4] }, tastes);
    expect(name).toEqual({
      en: "High wine, low sweets",
      es: "Más wine, menos sweets",
      pt: "Mais wine, menos sweets",
    });
  });

  it("never names by an answer to a campaign", () => {
    const response: Feature = { ...featureNamed("response", "flag", "Answered"), family: "response" };
    const [name] = nameSegments([group([1])], { ...group([0.1], 900), deviations: [0.3] }, [response]);
    expect(name?.en).toBe("Average customers");
  });

  it("never gives one name twice, in any language, and always the same ones", () => {
    const mean = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(mean, { minLength: 1, maxLength: 12 }), (list) => {
        const segments = list.map(([recency = 0, frequency = 0, monetary = 0]) =>
          group([recency * 10, frequency, monetary * 100]),
        );
        const names = nameSegments(segments, base, orders);
        for (const locale of ["en", "es", "pt"] as const) {
          expect(new Set(names.map((name) => name[locale])).size).toBe(list.length);
        }
        expect(nameSegments(segments, base, orders)).toEqual(names);
      }),
    );
  });

  it("still finds twelve names for twelve segments of noise", () => {
    const random = createRandom(5);
    const values = matrixOf(
      Array.from({ length: 600 }, () => [random.normal(), random.normal(), random.normal()]),
    );
    const { labels } = kMeans(values, 12, { seed: 7, starts: 3, scouts: 0 });
    const unknown = ["a", "b", "c"].map((name) => featureNamed(name, "none"));
    const names = nameSegments(statisticsByLabel(values, labels, 12), statisticsOf(values), unknown);
    expect(new Set(names.map(({ en }) => en)).size).toBe(12);
  });
});

describe("stillFits", () => {
  const world = { base, features: orders };

  it("holds while the segment is what its name says, and no longer when it has become something else", () => {
    expect(stillFits("Loyal big spenders", group([10, 12, 2_500]), world)).toBe(true);
    expect(stillFits("Loyal big spenders, spending more", group([250, 1, 80]), world)).toBe(false);
  });

  it("does not judge a name that is of no kind it knows", () => {
    expect(stillFits("High wines, low sweets", group([250, 1, 80]), world)).toBe(true);
  });
});

describe("rolesOf", () => {
  it("prefers a total to its parts, and leaves parts without a role", () => {
    const found = rolesOf(
      ["mnt_wines", "total_amount", "num_web_purchases", "total_purchases"].map((name) =>
        featureNamed(name, "count"),
      ),
    );
    expect([...found]).toEqual([
      ["frequency", 3],
      ["monetary", 1],
      ["web", 2],
    ]);
  });
});
