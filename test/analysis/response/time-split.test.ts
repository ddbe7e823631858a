import { describe, expect, it } from "vitest";
import type { TrainingData } from "../../../src/analysis/response/held-out.ts";
import { logistic } from "../../../src/analysis/response/likelihood.ts";
import { plainPreprocessing } from "../../../src/analysis/response/plain-preprocessing.ts";
import { selectVariables } from "../../../src/analysis/response/selection.ts";
import { testLater } from "../../../src/analysis/response/time-split.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { at } from "../../../src/lib/at.ts";

const all = { choose: undefined, ridge: 1 };

describe("a split by time", () => {
  it("finds the rule of the earlier customers in the later ones where it still holds", () => {
    const quality = testLater({ learn: drawn(1, 2), ask: drawn(2, 2) }, all, 7);
    // A line of slope 2 in a normal variable: AUC .861 in 200,000 draws (numpy, roc_auc_score).
    expect(quality?.auc.value).toBeGreaterThan(0.84);
    expect(Math.abs((quality?.meanProbability ?? 0) - (quality?.baseRate ?? 1))).toBeLessThan(0.03);
  });

  it("tells that the rule has turned round, which folds that mix the times would not", () => {
    expect(testLater({ learn: drawn(1, 2), ask: drawn(2, -2) }, all, 7)?.auc.value).toBeLessThan(0.2);
  });

  it("is silent where either part has fewer than 30 of a kind", () => {
    expect(testLater({ learn: drawn(1, 2), ask: drawn(2, 2, 40) }, all, 7)).toBeUndefined();
  });
});

describe("the plain treatment", () => {
  it("pulls in half a percent at either end, takes the median for a missing value, and no logarithm", () => {
    const values = Float64Array.from({ length: 1_001 }, (_, i) => (i === 0 ? Number.NaN : i ** 3));
    const preprocessing = plainPreprocessing(values);
    // By hand: of 1³ … 1000³ the median is (500³ + 501³) / 2.
    expect(preprocessing?.fill).toBe((500 ** 3 + 501 ** 3) / 2);
    expect(preprocessing?.transform).toBe("none");
    expect(preprocessing?.lower).toBeGreaterThan(5 ** 3);
    expect(preprocessing?.upper).toBeLessThan(996 ** 3);
  });

  it("leaves a rare flag as it is, and knows nothing of what does not vary", () => {
    const flag = new Float64Array(1_000).fill(1, 999);
    expect(plainPreprocessing(flag)).toMatchObject({ lower: 0, upper: 1 });
    expect(plainPreprocessing(new Float64Array(9))).toBeUndefined();
  });
});

it("never chooses a variable that only repeats another, however much that one tells", () => {
  const { raw, outcomes } = drawn(3, 2);
  const values = Float64Array.from({ length: raw.rows * 2 }, (_, i) => at(raw.values, i >> 1));
  const twins = [
    { name: "visits", columns: [0] },
    { name: "visits again", columns: [1] },
  ];
  const points = { rows: raw.rows, columns: 2, values };
  expect(selectVariables(points, outcomes, twins, { count: 2, ridge: 3 })).toEqual([twins[0]]);
});

/** Customers of one standard normal variable, who answer by a line of this slope. */
function drawn(seed: number, slope: number, rows = 2_000): TrainingData {
  const random = createRandom(seed);
  const values = new Float64Array(rows).map(() => random.normal());
  const outcomes = Uint8Array.from(values, (value) => (random.next() < logistic(slope * value) ? 1 : 0));
  return { raw: { rows, columns: 1, values }, variables: [{ name: "visits", columns: [0] }], outcomes };
}
