import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../src/analysis/clustering/adjusted-rand-index.ts";
import { chooseK, smallestSegment } from "../../src/analysis/clustering/choose-k.ts";
import { kMeans } from "../../src/analysis/clustering/k-means.ts";
import { silhouette, silhouettes } from "../../src/analysis/clustering/silhouette.ts";
import { campaignPoints, mallPoints, ordersPoints, readLabels, readReference } from "./shared-data.ts";
import { hasRealData } from "./real-data.ts";

describe.skipIf(!hasRealData)("kMeans on the real files (skipped without SEGMENTA_TEST_DATA)", () => {
  const logs = () => ordersPoints(Math.log1p);
  const sets = [
    { set: "mall_income_score_k5", k: 5, points: () => mallPoints(["income", "score"]) },
    { set: "mall_age_income_score_k4", k: 4, points: () => mallPoints(["age", "income", "score"]) },
    { set: "mall_age_income_score_k6", k: 6, points: () => mallPoints(["age", "income", "score"]) },
    { set: "mc_purchases_amount_k3", k: 3, points: campaignPoints },
    { set: "mc_purchases_amount_k4", k: 4, points: campaignPoints },
    { set: "k2", k: 2, points: logs },
    { set: "k3", k: 3, points: logs },
    { set: "k4", k: 4, points: logs },
  ];

  it.each(sets)("reaches the best inertia known for $set", ({ set, k, points }) => {
    const known = readReference()[set]?.inertia ?? Number.NaN; // scikit-learn, best of 200 starts, to 6 decimals
    for (const seed of [7, 8, 9]) {
      expect(kMeans(points(), k, { seed }).inertia / known).toBeCloseTo(1, 6);
    }
  });

  it.each(sets.slice(0, 5))("divides $set as scikit-learn does", ({ set, k, points }) => {
    const { labels } = kMeans(points(), k, { seed: 7 });
    expect(adjustedRandIndex(labels, readLabels(set))).toBe(1);
  });
});

describe.skipIf(!hasRealData)("silhouette on the real files (skipped without SEGMENTA_TEST_DATA)", () => {
  it.each([
    { set: "mall_income_score_k5", k: 5, read: () => mallPoints(["income", "score"]) },
    { set: "mall_age_income_score_k6", k: 6, read: () => mallPoints(["age", "income", "score"]) },
    { set: "mc_purchases_amount_k3", k: 3, read: campaignPoints },
    { set: "k3", k: 3, read: () => ordersPoints(Math.log1p) },
  ])("agrees with scikit-learn on $set", ({ set, k, read }) => {
    const all = read();
    const { mean } = silhouette(all, kMeans(all, k, { seed: 7 }).labels, { seed: 7 });
    expect(Math.abs(mean - (readReference()[set]?.silhouette ?? Number.NaN))).toBeLessThan(1e-6);
  });

  // reference, within .005; two of its values came from fewer starts and are replaced by those of scikit-learn's best of 200:
  // mall k 2 (.315 there, at a higher inertia) and campaign k 6 (.482 there).
  it.each([
    {
      set: "mall income+score",
      read: () => mallPoints(["income", "score"]),
      expected: [0.295, 0.467, 0.494, 0.555, 0.54],
    },
    {
      set: "mall age+income+score",
      read: () => mallPoints(["age", "income", "score"]),
      expected: [0.336, 0.358, 0.404, 0.417, 0.428],
    },
    { set: "campaign totals", read: campaignPoints, expected: [0.608, 0.533, 0.53, 0.529, 0.495] },
    { set: "orders, logs", read: () => ordersPoints(Math.log1p), expected: [0.416, 0.338, 0.357] },
  ])("meets the table for $set from k 2 on", ({ read, expected }) => {
    const all = read();
    const divisions = expected.map((_, index) => kMeans(all, index + 2, { seed: 7 }).labels);
    for (const [index, { mean }] of silhouettes(all, divisions, { seed: 7 }).entries()) {
      expect(Math.abs(mean - (expected[index] ?? Number.NaN))).toBeLessThan(0.005);
    }
  });
});

describe.skipIf(!hasRealData)("chooseK on the real files (skipped without SEGMENTA_TEST_DATA)", () => {
  it.each([[["income", "score"]], [["age", "income", "score"]]] as const)(
    "divides the mall by %s in 5 or 6",
    (columns) => {
      const choice = chooseK(mallPoints(columns), {
        from: 2,
        to: 10,
        seed: 7,
        smallest: smallestSegment(200),
      });
      expect([5, 6]).toContain(choice.k);
      expect(choice.naturalGroups).toBe(true);
    },
  );

  it("divides the orders' recency, frequency and monetary in four that come back, not in large and small", () => {
    const points = ordersPoints((value) => Math.log1p(Math.max(0, value)));
    const choice = chooseK(points, { from: 2, to: 10, seed: 7, smallest: smallestSegment(points.rows) });
    // scikit-learn 1.2.1: .416 for two and .357 for four; none of the four is a crumb
    expect(choice.reason).toMatchObject({ code: "finer-than-two" });
    expect(choice.k).toBe(4);
    expect(choice.stability?.map(({ verdict }) => verdict)).toEqual(["solid", "solid", "solid", "solid"]);
  });

  it("does not end raw order data in a handful of wholesalers against everybody", () => {
    const raw = ordersPoints((value) => value);
    const choice = chooseK(raw, { from: 2, to: 10, seed: 7, smallest: smallestSegment(raw.rows) });
    expect(Math.min(...choice.clustering.sizes)).toBeGreaterThanOrEqual(0.03 * raw.rows);
    expect(choice.setAside).toBeGreaterThan(0);
  });
});
