import { describe, expect, it } from "vitest";
import {
  learnPreprocessing,
  skewnessOf,
  winsorisingLimits,
} from "../../../src/analysis/features/learn-preprocessing.ts";
import {
  preprocessRows,
  type Preprocessing,
  preprocessValue,
} from "../../../src/analysis/features/preprocessing.ts";

const median = { never: false, logAllowed: true };

function learn(values: readonly number[], options = median) {
  const learned = learnPreprocessing(Float64Array.from(values), options);
  if (learned === undefined) throw new Error("the values do not vary");
  return learned;
}

describe("the treatment of a feature", () => {
  it("leaves ordinary values as they are and scales them by the population deviation", () => {
    const { preprocessing, pulledDown, pulledUp } = learn([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(preprocessing).toMatchObject({ transform: "none", centre: 5, scale: 2 }); // by hand: the classic example
    expect([pulledUp, pulledDown]).toEqual([0, 0]);
  });

  it("measures a long right tail on a log scale", () => {
    const { preprocessing, skewness } = learn([1, 2, 2, 3, 3, 4, 5, 6, 8, 40]);
    expect(preprocessing.transform).toBe("log");
    expect(skewness).toBeCloseTo(1.713026237719839, 12); // SciPy: skew(clip(x, Q1 - 3 IQR, Q3 + 3 IQR))
    expect(preprocessing.lower).toBeCloseTo(-1.039986210171277, 12); // NumPy, on log1p(x)
    expect(preprocessing.upper).toBeCloseTo(4.117891496050831, 12);
    expect(preprocessing.centre).toBeCloseTo(1.692086465489394, 12);
    expect(preprocessing.scale).toBeCloseTo(0.7944860612727583, 12);
  });

  it("pulls one absurd income in rather than put all incomes on a log scale", () => {
    const incomes = [...Array.from({ length: 999 }, (_, i) => i + 1), 666_666];
    const { preprocessing, pulledDown, skewness } = learn(incomes);
    expect(preprocessing.transform).toBe("none");
    expect(preprocessing.upper).toBe(750.25 + 3 * 499.5); // by hand: quartiles 250.75 and 750.25
    expect(pulledDown).toBe(1);
    expect(Math.abs(skewness)).toBeLessThan(0.2);
  });

  it("gives a missing value the median, and one that never happened the longest time", () => {
    const values = [1, 2, Number.NaN, 3, 4];
    expect(learn(values).preprocessing.fill).toBe(2.5);
    expect(learn(values).missing).toBe(1);
    expect(learn(values, { never: true, logAllowed: true }).preprocessing.fill).toBe(4);
  });

  it("never logs a share or a flag, however rare the flag", () => {
    const complaints = [...Array.from({ length: 99 }, () => 0), 1];
    const { preprocessing } = learn(complaints, { never: false, logAllowed: false });
    expect(preprocessing).toMatchObject({ transform: "none", lower: 0, upper: 1, centre: 0.01 });
  });

  it("shifts negative balances so that the log exists, also for a lower one that comes later", () => {
    const { preprocessing } = learn([-5, 0, 1, 2, 3, 5, 8, 13, 400]);
    expect(preprocessing).toMatchObject({ transform: "log", shift: -3 }); // by hand: the 5 % quantile, -5 + 0.4 × 5
    expect(preprocessValue(-100, preprocessing)).toBe(preprocessValue(-3, preprocessing));
  });

  it("counts the one customer who gave back thousands as worth nothing, and keeps the others apart", () => {
    const sales = Array.from({ length: 99 }, (_, index) => 2 ** (index / 10));
    const { preprocessing } = learn([-9000, ...sales]);
    expect(preprocessing).toMatchObject({ transform: "log", shift: 0 });
    expect(preprocessValue(-9000, preprocessing)).toBe(preprocessValue(0, preprocessing));
  });

  it("does not exist where the values do not vary", () => {
    expect(learnPreprocessing(Float64Array.of(3, 3, Number.NaN), median)).toBeUndefined();
    expect(learnPreprocessing(Float64Array.of(Number.NaN), median)).toBeUndefined();
    expect(learnPreprocessing(new Float64Array(), median)).toBeUndefined();
  });

  it("treats rows as it treats values", () => {
    const plain: Preprocessing = {
      fill: 3,
      transform: "none",
      shift: 0,
      lower: 0,
      upper: 5,
      centre: 1,
      scale: 2,
    };
    const { values } = preprocessRows(
      { rows: 2, columns: 2, values: Float64Array.of(7, 1, Number.NaN, -9) },
      [plain, plain],
    );
    expect([...values]).toEqual([2, 0, 1, -0.5]); // by hand: (5 - 1) / 2, (1 - 1) / 2, (3 - 1) / 2, (0 - 1) / 2
  });
});

describe("winsorising limits", () => {
  it("are the outer fences", () => {
    expect(winsorisingLimits(Float64Array.of(1, 2, 3, 4, 5))).toEqual({ lower: -4, upper: 10 }); // Q1 2, Q3 4
  });

  it("are the outer half percents where half of the values are equal", () => {
    const sorted = Float64Array.from({ length: 1001 }, (_, i) => Math.max(0, i - 900));
    expect(winsorisingLimits(sorted)).toEqual({ lower: 0, upper: 95 }); // by hand: position 995 of 0 … 1000
  });
});

describe("skewness", () => {
  it("is the third moment over the second to the power 1.5", () => {
    expect(skewnessOf(Float64Array.of(0, 0, 3))).toBeCloseTo(0.7071067811865475, 14); // SciPy 1.10
    expect(skewnessOf(Float64Array.of(1, 2, 3))).toBe(0);
    expect(skewnessOf(Float64Array.of(4, 4))).toBe(0);
  });
});
