import { describe, expect, it } from "vitest";
import { matrixOf, takeRows } from "../../../src/analysis/numbers/matrix.ts";
import { contrast, contrastBetween } from "../../../src/analysis/segments/contrast.ts";
import { statisticsOf } from "./group-statistics.ts";

// The first five customers are the segment; the second feature is missing for one of them, the third never varies.
const all = matrixOf([
  [12, 1, 5],
  [15, 2, 5],
  [11, Number.NaN, 5],
  [14, 2, 5],
  [13, 1, 5],
  [5, 2, 5],
  [7, 1, 5],
  [6, 2, 5],
  [9, 1, 5],
  [8, 2, 5],
]);
const members = statisticsOf(takeRows(all, [0, 1, 2, 3, 4]));
const others = statisticsOf(takeRows(all, [5, 6, 7, 8, 9]));
const base = statisticsOf(all);

describe("contrast", () => {
  const [first, second, ...rest] = contrast(members, base);

  it("ranks features by the size of the difference in deviations of the base", () => {
    expect(first?.feature).toBe(0);
    expect(first?.difference).toBe(3); // by hand: 13 - 10
    expect(first?.effect).toBeCloseTo(3 / Math.sqrt(110 / 9), 12); // by hand: squares about 10 sum to 110
    expect(second?.feature).toBe(1);
  });

  it("leaves out a feature that does not vary", () => {
    expect(rest).toEqual([]);
  });

  it("leaves out a feature that is known of one member only", () => {
    const alone = { size: 3, means: [4, 7], deviations: [1, 0], counts: [3, 1] };
    const everyone = { size: 9, means: [5, 6], deviations: [2, 2], counts: [9, 6] };
    expect(contrast(alone, everyone).map(({ feature }) => feature)).toEqual([0]);
    expect(contrastBetween(alone, everyone).map(({ feature }) => feature)).toEqual([0]);
  });

  it("gives the interval of members against the others, seen from the base", () => {
    // scipy 1.10: ttest_ind([12,15,11,14,13], [5,7,6,9,8], equal_var=False): difference 6, standard error 1, 8 degrees
    // of freedom, t.ppf(.975, 8) = 2.306004; half of the base are others.
    const deviation = Math.sqrt(110 / 9);
    expect((first?.low ?? 0) * deviation).toBeCloseTo(3 - 2.306004 / 2, 3);
    expect((first?.high ?? 0) * deviation).toBeCloseTo(3 + 2.306004 / 2, 3);
  });

  it("refuses groups about different features", () => {
    expect(() => contrast(members, { ...base, means: [1] })).toThrow("about 3 and 1 features");
  });
});

describe("contrastBetween", () => {
  it("is Cohen's d with the pooled deviation", () => {
    const [first] = contrastBetween(members, others);
    expect(first?.effect).toBeCloseTo(6 / Math.sqrt(2.5), 12); // by hand: both variances are 2.5
    expect((first?.high ?? 0) * (first?.deviation ?? 0)).toBeCloseTo(6 + 2.306004, 3);
  });
});
