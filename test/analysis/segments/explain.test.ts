import { describe, expect, it } from "vitest";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { rankCorrelation, ranks, relations } from "../../../src/analysis/segments/relations.ts";
import { meetsRule, segmentRule } from "../../../src/analysis/segments/rule.ts";
import { whySegment } from "../../../src/analysis/segments/why.ts";

describe("relations", () => {
  const a = [1, 2, 3, 4, 5, 6, 7, 8];
  const b = [2, 1, 4, 3, 7, 8, 6, 5];

  it("agree with Spearman's rho", () => {
    // by hand: squared rank differences 1 1 1 1 4 4 1 9 sum to 22, and 1 - 6 × 22 / (8 × 63) = .738095 (scipy agrees)
    expect(rankCorrelation(a, b).correlation).toBeCloseTo(0.738095, 6);
    expect(ranks([3, 1, 3, 2])).toEqual(Float64Array.of(3.5, 1, 3.5, 2));
  });

  it("name near-duplicates, and leave out what does not vary", () => {
    const rows = a.map((value, row) => [value, value ** 3, b[row] ?? 0, 5]);
    const { pairs, nearDuplicates } = relations(matrixOf(rows), 7);
    expect(nearDuplicates.map((pair) => [pair.a, pair.b])).toEqual([[0, 1]]);
    expect(pairs).toHaveLength(3);
  });

  it("measure a pair on customers who have both", () => {
    const rows = [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, Number.NaN],
      [Number.NaN, 9],
    ];
    expect(relations(matrixOf(rows), 7).pairs).toEqual([{ a: 0, b: 1, correlation: 1, customers: 3 }]);
  });
});

describe("whySegment", () => {
  const centroids = matrixOf([
    [0, 0, 0],
    [4, 2, 0],
    [9, 9, 9],
  ]);

  it("splits the gap to the nearest other segment into its features", () => {
    const why = whySegment([1, 1, 5], centroids);
    // by hand: to own 1 + 1 + 25, to the next 9 + 1 + 25: all of the gap of 8 comes from the first feature
    expect([why.own, why.nearest]).toEqual([0, 1]);
    expect(why.reasons).toEqual([
      { feature: 0, part: 1 },
      { feature: 1, part: 0 },
      { feature: 2, part: 0 },
    ]);
    expect(why.margin).toBeCloseTo(1 - Math.sqrt(27 / 35), 12);
  });

  it("shows what speaks for the other segment last, and parts that add up to one", () => {
    const { reasons } = whySegment([0.5, 1.5, 0], centroids);
    expect(reasons.at(-1)?.feature).toBe(1);
    expect(reasons.reduce((total, { part }) => total + part, 0)).toBeCloseTo(1, 12);
  });

  it("calls a customer on the border unclear", () => {
    expect(whySegment([2, 1, 0], centroids).margin).toBe(0);
  });

  it("needs another segment", () => {
    expect(() => whySegment([1], matrixOf([[1]]))).toThrow("at least two");
  });
});

describe("segmentRule", () => {
  const random = createRandom(6);
  const rows = Array.from({ length: 1_000 }, () => [
    100 * random.next(),
    50 * random.next(),
    random.normal(),
  ]);
  const isMember = rows.map(([recency = 0, orders = 0]) => recency < 30 && orders >= 20);

  it("finds the sentence that made the segment, and says how far it holds for others", () => {
    const rule = segmentRule(matrixOf(rows), isMember, { seed: 7 });
    expect(rule?.conditions.map(({ feature }) => feature).toSorted()).toEqual([0, 1]);
    expect(rule?.conditions.find(({ feature }) => feature === 0)?.below).toBeCloseTo(30, -1);
    expect(rule?.conditions.find(({ feature }) => feature === 1)?.from).toBeCloseTo(20, -1);
    expect(rule?.precision).toBeGreaterThan(0.9);
    expect(rule?.coverage).toBeGreaterThan(0.9);
    expect(rule?.customers).toBe(300);
  });

  it("does not claim precision for a segment of chance", () => {
    const rule = segmentRule(
      matrixOf(rows),
      rows.map(() => random.next() < 0.2),
      { seed: 7 },
    );
    expect(rule?.precision ?? 0).toBeLessThan(0.35);
  });

  it("says nothing of a segment that is too small", () => {
    expect(
      segmentRule(
        matrixOf(rows),
        rows.map((_, row) => row < 5),
        { seed: 7 },
      ),
    ).toBeUndefined();
  });

  it("reads a missing value as the median when it learns, and as no match when it is asked", () => {
    const holes = rows.map((row, index) => (index % 10 === 0 ? [Number.NaN, ...row.slice(1)] : row));
    expect(segmentRule(matrixOf(holes), isMember, { seed: 7 })?.precision).toBeGreaterThan(0.8);
    expect(meetsRule([{ feature: 0, from: null, below: 30 }], [Number.NaN])).toBe(false);
  });
});
