import { describe, expect, it } from "vitest";
import {
  dbscan,
  judgeDensity,
  neighborDistances,
  neighborsNeeded,
  placeByDensity,
  radii,
} from "../../../src/analysis/clustering/dbscan.ts";
import { matrixOf, takeRows } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";

const points = matrixOf([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [5, 5],
  [5, 6],
  [6, 5],
  [6, 6],
  [2, 1],
  [9, 0],
]);

describe("dbscan", () => {
  it("finds core points, border points and noise as scikit-learn does", () => {
    const { labels, core, sizes } = dbscan(points, { epsilon: 1.1, minimum: 3 });
    // scikit-learn 1.2.1, DBSCAN(eps=1.1, min_samples=3)
    expect(Array.from(labels)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, -1]);
    expect(Array.from(core)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(sizes).toEqual([5, 4]);
  });

  it("finds groups that no centroid could: a ring around a core", () => {
    const ring = Array.from({ length: 60 }, (_, row) => [8 * Math.cos(row / 9.55), 8 * Math.sin(row / 9.55)]);
    const random = createRandom(7);
    const middle = Array.from({ length: 40 }, () => [random.normal(), random.normal()]);
    const { labels, sizes } = dbscan(matrixOf([...ring, ...middle]), { epsilon: 2, minimum: 3 });
    expect(new Set(labels.slice(0, 60)).size).toBe(1);
    expect(sizes[0]).toBe(60);
  });

  it("needs a radius", () => {
    expect(() => dbscan(points, { epsilon: 0, minimum: 3 })).toThrow("above 0");
  });
});

describe("the parameters of dbscan", () => {
  it("ask for twice as many neighbors as there are columns, and at least 4", () => {
    expect([1, 2, 3, 10].map((columns) => neighborsNeeded(columns))).toEqual([4, 4, 6, 20]); // Sander et al. (1998)
  });

  it("take the radius from the bend of the neighbor distances", () => {
    const groups = Array.from({ length: 40 }, (_, row) => [row < 20 ? row : 100 + row]);
    // by hand: the next row is 1 away for all but the last one, which lies 860 away
    expect(radii(neighborDistances(matrixOf([...groups, [1_000]]), 2, 7))).toEqual([1]);
  });
});

describe("judgeDensity", () => {
  it("calls one blob, mostly noise and crumbs by their names", () => {
    const line = matrixOf(Array.from({ length: 30 }, (_, row) => [row]));
    expect(judgeDensity(dbscan(line, { epsilon: 1, minimum: 2 })).code).toBe("one-blob");
    expect(judgeDensity(dbscan(line, { epsilon: 0.5, minimum: 2 }))).toMatchObject({
      code: "mostly-noise",
      noise: 1,
    });
    const twos = matrixOf(Array.from({ length: 30 }, (_, row) => [10 * Math.floor(row / 2)]));
    expect(judgeDensity(dbscan(twos, { epsilon: 1, minimum: 2 }))).toMatchObject({
      code: "crumbs",
      groups: 15,
    });
  });

  it("says that a wide cloud holds nothing usable", () => {
    const random = createRandom(9);
    const cloud = matrixOf(
      Array.from({ length: 500 }, () => Array.from({ length: 8 }, () => random.normal())),
    );
    const minimum = neighborsNeeded(8);
    for (const epsilon of radii(neighborDistances(cloud, minimum, 7))) {
      expect(judgeDensity(dbscan(cloud, { epsilon, minimum })).code).not.toBe("usable");
    }
  });
});

describe("placeByDensity", () => {
  it("puts a new customer with the nearest core point within reach, or nowhere", () => {
    const { labels, core } = dbscan(points, { epsilon: 1.1, minimum: 3 });
    const corePoints = { points: takeRows(points, core), labels: core.map((row) => labels[row] ?? -1) };
    const placed = placeByDensity(
      matrixOf([
        [0.5, 0.5],
        [5.5, 5.5],
        [3, 3],
      ]),
      corePoints,
      1.1,
    );
    expect(Array.from(placed.labels)).toEqual([0, 1, -1]);
    expect(placed.distances[2]).toBeCloseTo(Math.sqrt(8), 12); // by hand: to (1, 1)
  });
});
