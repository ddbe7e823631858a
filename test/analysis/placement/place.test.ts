import { describe, expect, it } from "vitest";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { place } from "../../../src/analysis/placement/place.ts";
import { type Placement, reorderSegments, segmentCount } from "../../../src/analysis/placement/placement.ts";
import { whyPlaced } from "../../../src/analysis/placement/why-placed.ts";

const plain = { fill: 1, transform: "none", shift: 0, lower: -100, upper: 100, centre: 0, scale: 1 } as const;

describe("placing customers", () => {
  const placement: Placement = {
    features: ["a", "b"],
    preprocessings: [plain, plain],
    by: "centroids",
    centroids: [
      [0, 0],
      [4, 3],
    ],
  };

  it("finds the nearest centroid and the distance to it", () => {
    const { labels, distances } = place(
      matrixOf([
        [3, 4],
        [0, 1],
        [4, 6],
      ]),
      placement,
    );
    expect([...labels]).toEqual([1, 0, 1]);
    expect(distances[0]).toBeCloseTo(Math.SQRT2, 12);
    expect(distances[1]).toBeCloseTo(1, 12);
    expect(distances[2]).toBeCloseTo(3, 12);
  });

  it("places somebody with a missing value by the fill, and takes the first of two equally near", () => {
    expect([...place(matrixOf([[Number.NaN, 0]]), placement).labels]).toEqual([0]);
    expect([...place(matrixOf([[2, 1.5]]), placement).labels]).toEqual([0]);
  });
});

const two = { features: ["a", "b"], preprocessings: [plain, plain] };

describe("placing by density", () => {
  const placement: Placement = {
    ...two,
    by: "density",
    epsilon: 1,
    core: [
      [0, 0],
      [5, 0],
    ],
    labels: [1, 0],
    outliers: 2,
  };

  it("puts who is near nobody among the outliers, and says how far the nearest core point is", () => {
    const { labels, distances } = place(
      matrixOf([
        [0.5, 0],
        [5, 1],
        [0, 4],
      ]),
      placement,
    );
    expect([...labels]).toEqual([1, 0, 2]);
    expect([...distances]).toEqual([0.5, 1, 4]);
  });

  it("says what keeps an outlier away from the nearest group", () => {
    const why = whyPlaced([0, 4], placement, []);
    expect(why).toMatchObject({ own: 2, nearest: 1, distance: 4, margin: 0.75 }); // by hand: 1 - 1 / 4
    expect(why.reasons[0]).toEqual({ feature: 1, part: 1 });
  });

  it("weighs the nearest core points of two groups", () => {
    const why = whyPlaced([0.5, 0], placement, []);
    expect(why).toMatchObject({ own: 1, nearest: 0, distance: 0.5, nearestDistance: 4.5 });
  });
});

describe("placing by rules", () => {
  const placement: Placement = {
    features: ["recency", "frequency", "monetary"],
    preprocessings: [plain, plain, plain],
    by: "rules",
    borders: { recency: [10, 20, 30, 40], frequency: [1, 2, 3, 4], monetary: [10, 20, 30, 40] },
    // Who bought lately is in segment 1, the others in segment 0.
    table: Array.from({ length: 25 }, (_, index) => (index < 15 ? 0 : 1)),
    centroids: [
      [50, 1, 10],
      [5, 5, 50],
    ],
  };

  it("looks up the scores, a missing value by its fill", () => {
    const { labels, distances } = place(
      matrixOf([
        [5, 5, 50],
        [50, 1, 13],
        [Number.NaN, 1, 1],
      ]),
      placement,
    );
    expect([...labels]).toEqual([1, 0, 1]); // a fill of 1 day is lately
    expect(distances[1]).toBe(3);
  });

  it("names the scores and the step to the next group", () => {
    const why = whyPlaced([15, 5, 50], placement, []);
    expect(why).toMatchObject({ own: 1, nearest: 0, scores: { recency: 4, worth: 5 } });
    expect(why.reasons[0]).toEqual({ feature: 0, part: 1 }); // one step in recency is enough
  });
});

describe("why among leaves", () => {
  it("is how far the gap closes when a feature is made typical of the other segment", () => {
    const tree = {
      column: 1,
      threshold: 0.5,
      below: { leaf: 0, mean: 0 },
      above: { leaf: 1, mean: 9 },
    };
    const placement: Placement = {
      ...two,
      by: "leaves",
      trees: [tree],
      centroids: [
        [1, 0],
        [0, 1],
      ],
    };
    const typical = [
      [3, 0],
      [3, 1],
    ];
    const why = whyPlaced([3, 1], placement, typical);
    expect(why).toMatchObject({ own: 1, nearest: 0, margin: 1 });
    expect(why.reasons[0]).toEqual({ feature: 1, part: 1 });
  });
});

describe("reordering segments", () => {
  it("moves places along with the numbers, by every method", () => {
    const row = matrixOf([[0.5, 0]]);
    const density: Placement = {
      ...two,
      by: "density",
      epsilon: 1,
      core: [[0, 0]],
      labels: [0],
      outliers: 1,
    };
    expect(segmentCount(density)).toBe(2);
    expect([...place(row, density).labels]).toEqual([0]);
    expect([...place(row, reorderSegments(density, [1, 0])).labels]).toEqual([1]);
    const near: Placement = {
      ...two,
      by: "centroids",
      centroids: [
        [0, 0],
        [9, 9],
        [5, 5],
      ],
    };
    expect([...place(row, reorderSegments(near, [2, 1, 0])).labels]).toEqual([2]);
  });
});
