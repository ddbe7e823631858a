import { describe, expect, it } from "vitest";
import { correlationOf, nearDuplicates } from "../../../src/analysis/features/near-duplicates.ts";
import { histogramEdges } from "../../../src/analysis/features/histogram.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";

describe("near duplicates", () => {
  it("are dropped in favor of the earlier column, whatever the sign", () => {
    const points = matrixOf([
      [1, 5, -2],
      [2, 1, -4],
      [3, 4, -6],
      [4, 2, -8.1],
    ]);
    expect(nearDuplicates(points, 0.98).map(({ column, instead }) => [column, instead])).toEqual([[2, 0]]);
  });

  it("does not call a column that does not vary the same as anything", () => {
    expect(
      correlationOf(
        matrixOf([
          [1, 2],
          [1, 5],
        ]),
        0,
        1,
      ),
    ).toBe(0);
  });

  it("is Pearson's r", () => {
    expect(
      correlationOf(
        matrixOf([
          [1, 2],
          [2, 4],
          [3, 5],
        ]),
        0,
        1,
      ),
    ).toBeCloseTo(0.9819805060619657, 14); // NumPy corrcoef
  });
});

describe("the edges of a histogram", () => {
  it("are round numbers that cover the range", () => {
    expect(histogramEdges(3, 97, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(histogramEdges(1730, 113_734, 12)).toEqual(
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120].map((t) => t * 1000),
    );
    expect(histogramEdges(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(histogramEdges(-7, 7, 4)).toEqual([-10, -5, 0, 5, 10]);
  });

  it("are one step around a single value", () => {
    expect(histogramEdges(4, 4, 1)).toEqual([4, 5]);
  });
});
