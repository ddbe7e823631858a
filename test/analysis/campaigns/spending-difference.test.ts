import { describe, expect, it } from "vitest";
import { spendingDifference } from "../../../src/analysis/campaigns/spending-difference.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";

describe("the difference in spending", () => {
  it("is Welch's where earlier spending says nothing", () => {
    // scipy 1.17: ttest_ind([27.5, 21, 19, 23.6, 17, 17.9], [27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8], equal_var=False)
    const contacted = Float64Array.of(27.5, 21, 19, 23.6, 17, 17.9);
    const heldOut = Float64Array.of(27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8);
    const { difference, low, high, freedom } = spendingDifference(
      { after: contacted, before: new Float64Array(6) },
      { after: heldOut, before: new Float64Array(7) },
      0.95,
    );
    expect(difference).toBeCloseTo(-2.714285714, 8);
    expect(freedom).toBeCloseTo(7.423433145210318, 5);
    expect(low).toBeCloseTo(-6.94465051726816, 5);
    expect(high).toBeCloseTo(1.5160790886967224, 5);
  });

  it("takes out what the same people spent before: by hand, slope 1 leaves the effect alone", () => {
    const contacted = { before: Float64Array.of(10, 20, 30), after: Float64Array.of(15, 25, 35) };
    const heldOut = { before: Float64Array.of(10, 20, 60), after: Float64Array.of(10, 20, 60) };
    const { difference, low, high, explained } = spendingDifference(contacted, heldOut, 0.95);
    expect(difference).toBeCloseTo(5, 12);
    expect(high - low).toBeCloseTo(0, 9);
    expect(explained).toBeCloseTo(1, 12);
  });

  it("covers the truth as often as it says", () => {
    let [covered80, covered95] = [0, 0];
    for (let seed = 1; seed <= 2_000; seed++) {
      const random = createRandom(seed);
      const group = (people: number, effect: number) => {
        const before = Float64Array.from({ length: people }, () => Math.exp(3 + 0.6 * random.normal()));
        return { before, after: before.map((spent) => 0.7 * spent + 8 * random.normal() + effect) };
      };
      const groups = [group(300, 2), group(60, 0)] as const;
      const [wide, narrow] = [spendingDifference(...groups, 0.95), spendingDifference(...groups, 0.8)];
      if (narrow.low <= 2 && 2 <= narrow.high) covered80 += 1;
      if (wide.low <= 2 && 2 <= wide.high) covered95 += 1;
    }
    expect(Math.abs(covered80 / 2_000 - 0.8)).toBeLessThan(0.02);
    expect(Math.abs(covered95 / 2_000 - 0.95)).toBeLessThan(0.01);
  });

  it("refuses a group without a spread", () => {
    const one = { after: Float64Array.of(1), before: Float64Array.of(0) };
    expect(() => spendingDifference(one, one, 0.95)).toThrow(RangeError);
  });
});
