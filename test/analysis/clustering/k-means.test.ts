import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { adjustedRandIndex } from "../../../src/analysis/clustering/adjusted-rand-index.ts";
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { descend } from "../../../src/analysis/clustering/lloyd.ts";
import { nearestCentroids } from "../../../src/analysis/clustering/assigner.ts";
import { trainedCentroids } from "../../../src/analysis/clustering/trained-centroids.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { bestDivisions, twelve } from "./twelve.ts";

// Heavy arithmetic on two shared cores: the tests are given time.
vi.setConfig({ testTimeout: 120_000 });

describe("kMeans", () => {
  it("finds two groups that anyone can see", () => {
    const { labels, centroids, inertia, sizes, converged } = kMeans(matrixOf([[10], [0], [11], [1]]), 2, {
      seed: 7,
    });
    expect(Array.from(labels)).toEqual([1, 0, 1, 0]);
    expect(Array.from(centroids.values)).toEqual([0.5, 10.5]); // by hand: the means
    expect(inertia).toBe(1); // by hand: 4 × .5²
    expect(sizes).toEqual([2, 2]);
    expect(converged).toBe(true);
  });

  it("gives the same answer for the same seed, and the same labels for another one", () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 300 }, (_, row) => [10 * (row % 3) + random.normal(), random.normal()]);
    const points = matrixOf(rows);
    const first = kMeans(points, 3, { seed: 7 });
    expect(kMeans(points, 3, { seed: 7 })).toEqual(first);
    expect(kMeans(points, 3, { seed: 8 }).labels).toEqual(first.labels);
  });

  it("finds the few that differ among very many who are all alike", () => {
    const alike = { rows: 50_000, columns: 1, values: new Float64Array(50_000) };
    alike.values[49_999] = 5;
    expect(kMeans(alike, 2, { seed: 7, starts: 2 }).sizes).toEqual([49_999, 1]);
  });

  it("puts every row with its nearest centroid and every centroid on the mean of its rows", () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    const rows = fc.uniqueArray(point, { minLength: 5, maxLength: 60, selector: String });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (list, k) => {
        const points = matrixOf(list);
        const { labels, centroids, sizes, converged } = kMeans(points, k, { seed: 7, starts: 3 });
        expect(converged).toBe(true);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        expect(nearestCentroids(points, centroids).labels).toEqual(labels);
      }),
      { numRuns: 50 },
    );
  });

  it.each(bestDivisions)(
    "finds the best of all divisions of twelve customers in $k",
    ({ k, inertia, labels }) => {
      for (const seed of [7, 8, 9]) {
        const found = kMeans(twelve, k, { seed });
        expect(found.inertia).toBeCloseTo(inertia, 12);
        expect(adjustedRandIndex(found.labels, labels)).toBe(1);
      }
    },
  );

  it("refuses what ml-kmeans answers with nonsense", () => {
    expect(() => kMeans(matrixOf([[1], [Number.NaN]]), 1, { seed: 7 })).toThrow("row 1, column 0 is NaN");
    expect(() => kMeans(matrixOf([[1], [Number.POSITIVE_INFINITY]]), 1, { seed: 7 })).toThrow("Infinity");
    expect(() => kMeans(matrixOf([[1], [1], [2]]), 3, { seed: 7 })).toThrow(
      "k 3 needs as many different rows",
    );
    expect(() => kMeans(matrixOf([[1], [2]]), 1.5, { seed: 7 })).toThrow("whole number");
  });

  it("uses samples above 20,000 rows and still places every row with its nearest centroid", () => {
    const random = createRandom(5);
    const values = new Float64Array(60_000).map(
      (_, index) => 8 * (Math.floor(index / 2) % 4) + random.normal(),
    );
    const points = { rows: 30_000, columns: 2, values };
    const found = kMeans(points, 4, { seed: 7, starts: 3 });
    expect(found.sizes).toEqual([7_500, 7_500, 7_500, 7_500]); // groups 8 deviations apart in both columns
    expect(nearestCentroids(points, found.centroids).labels).toEqual(found.labels);
  });

  it("names a value that is not finite among rows that the sample missed", () => {
    const points = matrixOf(Array.from({ length: 30_000 }, (_, row) => [row % 2 === 0 ? 0 : 9]));
    // The sample holds two rows in three: of six in turn it most likely misses some.
    for (let row = 200; row < 206; row += 1) {
      for (const value of [Number.NaN, Number.NEGATIVE_INFINITY]) {
        const values = points.values.slice();
        values[row] = value;
        expect(() => kMeans({ ...points, values }, 2, { seed: 7 })).toThrow(
          `row ${row}, column 0 is ${value}`,
        );
      }
    }
  });
});

describe("descend", () => {
  it("moves an empty centroid to the row that fits worst", () => {
    // Both centroids begin at the left; the second catches nobody.
    const { labels, inertia } = descend(matrixOf([[0], [1], [9]]), matrixOf([[0.4], [-99]]), 10);
    expect(Array.from(labels)).toEqual([0, 0, 1]);
    expect(inertia).toBe(0.5); // by hand: 2 × .5²
  });

  it("says when its passes were not enough", () => {
    const line = matrixOf(Array.from({ length: 100 }, (_, row) => [row]));
    const start = matrixOf([[0], [1]]);
    expect(descend(line, start, 1).converged).toBe(false);
    expect(descend(line, start, 300).converged).toBe(true);
  });
});

describe("trainedCentroids", () => {
  it("tells when ml-kmeans stopped at its cap", () => {
    expect(trainedCentroids(matrixOf([[0], [1], [9]]), 2, 7).converged).toBe(true);
  });
});
