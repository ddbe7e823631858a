import { describe, expect, it } from "vitest";
import {
  answersMoved,
  movedVariables,
  scoresMoved,
  sharesOf,
  spreadOf,
  stabilityIndex,
} from "../../../src/analysis/response/drift.ts";

describe("the population stability index", () => {
  it("is 0 when nothing moved, and grows with what did", () => {
    // By hand: 0.1·ln(0.6/0.5) − 0.1·ln(0.4/0.5) = 0.0182 + 0.0223; 0.3·ln(0.8/0.5) − 0.3·ln(0.2/0.5) = 0.4159.
    expect(stabilityIndex([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(stabilityIndex([0.5, 0.5], [0.6, 0.4])).toBeCloseTo(0.040547, 6);
    expect(stabilityIndex([0.5, 0.5], [0.2, 0.8])).toBeCloseTo(0.415888, 6);
  });

  it("stays finite when a bin is empty", () => {
    // By hand: 0.4999·ln(5000) + 0.5·ln 2, an empty bin counting as 0.0001.
    expect(stabilityIndex([0.5, 0.5], [1, 0])).toBeCloseTo(0.4999 * Math.log(5000) + 0.5 * Math.log(2), 9);
  });
});

describe("the spread of a variable", () => {
  it("has tenths of equal size, and the share that is missing", () => {
    const hundred = Float64Array.from({ length: 100 }, (_, i) => (i < 50 ? Number.NaN : i));
    const { edges, shares } = spreadOf(hundred);
    expect(edges).toHaveLength(9);
    expect(shares.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0.05));
    expect(shares.at(-1)).toBe(0.5);
  });

  it("keeps the levels of a flag apart however rare one is", () => {
    const flag = Float64Array.from({ length: 100 }, (_, i) => (i < 3 ? 1 : 0));
    expect(spreadOf(flag)).toEqual({ edges: [1], shares: [0.97, 0.03, 0] });
  });
});

describe("what a model's variables did since its training", () => {
  const model = {
    columns: [
      { spread: { edges: [1], shares: [0.5, 0.5, 0] } },
      { spread: { edges: [1], shares: [0.9, 0.1, 0] } },
      {},
    ],
    variables: [{ columns: [0, 1] }, { columns: [2] }],
  };

  it("tells those that moved far, a category by its most moved level", () => {
    const moved = movedVariables(model, [
      [50, 50, 0],
      [50, 50, 0],
      [1, 2, 3],
    ]);
    // By hand, second column: 0.4·ln(0.5/0.1) − 0.4·ln(0.5/0.9) = 0.6438 + 0.2351.
    expect(moved).toEqual([{ variable: 0, index: expect.closeTo(0.8789, 4) as number }]);
  });

  it("tells nothing of what was never counted", () => {
    expect(movedVariables(model, [])).toEqual([]);
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });
});

describe("the probabilities of a model", () => {
  const spread = { edges: [0.2], shares: [0.5, 0.5, 0] };

  it("have moved when their index reaches a quarter", () => {
    // By hand: 0.2·ln(0.7/0.5) − 0.2·ln(0.3/0.5) = 0.1695; 0.3·ln 1.6 − 0.3·ln 0.4 = 0.4159.
    expect(scoresMoved(spread, [30, 70])).toBe(false);
    expect(scoresMoved(spread, [20, 80])).toBe(true);
  });

  it("have not moved where nobody knows how they were", () => {
    expect(scoresMoved(undefined, [20, 80])).toBe(false);
    expect(scoresMoved(spread, [])).toBe(false);
  });
});

describe("later answers", () => {
  const promised = { campaign: "May", asked: 1000, expected: 100, variance: 90 };

  it("are other than promised beyond chance and by more than a fifth", () => {
    // By hand: 1.96·√90 = 18.6, a fifth of 100 is 20.
    expect(answersMoved({ ...promised, answered: 79 })).toBe(true);
    expect(answersMoved({ ...promised, answered: 81 })).toBe(false);
    expect(answersMoved({ ...promised, expected: 10, variance: 9, answered: 13 })).toBe(false);
  });
});
