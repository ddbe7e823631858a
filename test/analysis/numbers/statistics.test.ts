import { describe, expect, it } from "vitest";
import {
  deviation,
  mean,
  quantiles,
  studentFactor,
  variance,
} from "../../../src/analysis/numbers/statistics.ts";

describe("variance", () => {
  it("divides by one less than the number of values", () => {
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 12); // by hand
    expect(deviation([1, 2, 3])).toBe(1);
  });

  it("keeps its digits when the mean is large", () => {
    expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
  });

  it("is not defined for one value, nor the mean for none", () => {
    expect(() => variance([1])).toThrow("at least two values");
    expect(() => mean([])).toThrow("at least one value");
  });
});

describe("quantiles", () => {
  it("interpolate between the values as R does by default", () => {
    expect(quantiles([9, 1, 4, 2], [0.1, 0.5, 0.75])).toEqual([1.3, 3, 5.25]); // R: quantile(c(9,1,4,2), c(.1,.5,.75))
  });
});

describe("studentFactor", () => {
  it.each([
    [3, 3.182446, 2],
    [10, 2.228139, 4],
    [30, 2.042272, 6],
    [1e6, 1.959966, 6],
  ])("is the .975 quantile of Student's t with %d degrees of freedom", (freedom, expected, digits) => {
    expect(studentFactor(freedom)).toBeCloseTo(expected, digits); // scipy.stats.t.ppf(.975, freedom)
  });
});
