import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildKernel, kernelPath } from "../../../build-kernel.ts";
import { createAssigner, nearestCentroids } from "../../../src/analysis/clustering/assigner.ts";
import { silhouetteCoefficients } from "../../../src/analysis/clustering/silhouette.ts";
import { type Matrix, takeRows } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { mean } from "../../../src/analysis/numbers/statistics.ts";
import { coefficientsTwin, placeTwin } from "./twin.ts";

describe("the compiled kernel", () => {
  it("is what its sources give (else: npm run kernel)", async () => {
    expect(await buildKernel()).toBe(readFileSync(kernelPath, "utf8"));
  });

  it("places rows as plain TypeScript does, to the last bit", () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: 1, max: 9 }), (points, k) => {
        const centroids = takeRows(
          points,
          Array.from({ length: k }, (_, label) => (label * 7) % points.rows),
        );
        expect(nearestCentroids(points, centroids)).toEqual(placeTwin(points, centroids));
      }),
    );
  });

  it("does so over many blocks, the last of them not full", () => {
    const points = cloud(5_003, 7, 1);
    const centroids = takeRows(points, [0, 1, 2, 3]);
    expect(nearestCentroids(points, centroids)).toEqual(placeTwin(points, centroids));
  });

  it("lays rows out anew once others have used its memory", () => {
    const [points, others] = [cloud(500, 4, 5), cloud(900, 3, 6)];
    const [place, placeOthers] = [createAssigner(points), createAssigner(others)];
    const [centroids, otherCentroids] = [takeRows(points, [0, 1, 2]), takeRows(others, [3, 4])];
    const labels = Int32Array.from({ length: 500 }, (_, row) => row % 2);
    for (let round = 1; round <= 3; round += 1) {
      expect(place(centroids)).toEqual(placeTwin(points, centroids));
      expect(placeOthers(otherCentroids)).toEqual(placeTwin(others, otherCentroids));
      silhouetteCoefficients(points, labels);
      expect(placeOthers(otherCentroids)).toEqual(placeTwin(others, otherCentroids));
    }
  });

  it("measures silhouettes as plain TypeScript does, but for the rounding of single distances", () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: 2, max: 5 }), (points, k) => {
        fc.pre(points.rows > k);
        const labels = Int32Array.from({ length: points.rows }, (_, row) => row % k);
        expect(
          apartAtMost(silhouetteCoefficients(points, labels), coefficientsTwin(points, labels)),
        ).toBeLessThan(1e-5);
      }),
    );
  });

  it("does so from tile to tile", () => {
    const points = cloud(1_501, 9, 2);
    const labels = Int32Array.from({ length: 1_501 }, (_, row) => row % 4);
    const coefficients = silhouetteCoefficients(points, labels);
    const twin = coefficientsTwin(points, labels);
    expect(apartAtMost(coefficients, twin)).toBeLessThan(1e-6);
    expect(Math.abs(mean(coefficients) - mean(twin))).toBeLessThan(1e-8);
  });

  it("keeps its digits where the rows lie far from 0", () => {
    const points = cloud(200, 3, 4);
    const far = { ...points, values: points.values.map((value) => value + 1e6) };
    const labels = Int32Array.from({ length: 200 }, (_, row) => row % 3);
    const coefficients = silhouetteCoefficients(far, labels);
    expect(apartAtMost(coefficients, coefficientsTwin(points, labels))).toBeLessThan(1e-6);
  });

  it("gives a tie to the lower label, and an empty label no mean", () => {
    const points: Matrix = { rows: 3, columns: 1, values: Float64Array.of(1, 1, 1) };
    const { labels, sizes, means } = nearestCentroids(points, {
      rows: 2,
      columns: 1,
      values: Float64Array.of(0, 2),
    });
    expect(Array.from(labels)).toEqual([0, 0, 0]); // by hand: 1 lies as far from 0 as from 2
    expect(Array.from(sizes)).toEqual([3, 0]);
    expect(Array.from(means.values)).toEqual([1, Number.NaN]);
  });
});

function apartAtMost(values: Float64Array, twin: Float64Array): number {
  return values.reduce((most, value, row) => Math.max(most, Math.abs(value - (twin[row] ?? Number.NaN))), 0);
}

/** Points on a coarse grid, so that ties and equal rows come up, or off it. */
const clouds = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer(),
    fc.constantFrom(1, 0.1),
  )
  .map(([rows, columns, seed, grid]) => cloud(rows, columns, seed, grid));

function cloud(rows: number, columns: number, seed: number, grid = 0.001): Matrix {
  const random = createRandom(seed);
  const values = Float64Array.from(
    { length: rows * columns },
    () => Math.round(random.normal() / grid) * grid,
  );
  return { rows, columns, values };
}
