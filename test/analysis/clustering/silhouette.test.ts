import { describe, expect, it, vi } from "vitest";
import {
  silhouette,
  silhouetteCoefficients,
  silhouettes,
} from "../../../src/analysis/clustering/silhouette.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { bestDivisions, twelve } from "./twelve.ts";

const points = matrixOf([
  [0, 0],
  [0, 1],
  [1, 0],
  [5, 5],
  [5, 6],
  [6, 5],
  [9, 0],
  [9, 1],
  [8, 0.5],
  [4, 3],
]);
const labels = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 1);

// Heavy arithmetic on two shared cores: the tests are given time.
vi.setConfig({ testTimeout: 120_000 });

describe("silhouettes", () => {
  it("compares divisions of the same rows by one pass over the distances", () => {
    const divisions = bestDivisions.map(({ labels: best }) => best);
    const means = silhouettes(twelve, divisions, { seed: 7 }).map(({ mean }) => mean);
    bestDivisions.forEach(({ silhouette: expected }, index) => expect(means[index]).toBeCloseTo(expected, 7));
  });
});

describe("silhouette", () => {
  it("is the mean of the coefficients", () => {
    const { mean, standardError, rows } = silhouette(points, labels, { seed: 7 });
    expect(mean).toBeCloseTo(0.744817322000175, 7); // scikit-learn 1.2.1, silhouette_score
    expect(standardError).toBe(0);
    expect(rows).toBe(10);
  });

  it("tells how well each segment holds together", () => {
    // scikit-learn 1.2.1: means of silhouette_samples by label
    const expected = [0.82330926, 0.63609535, 0.81128804];
    for (const [label, mean] of silhouette(points, labels, { seed: 7 }).bySegment.entries()) {
      expect(mean).toBeCloseTo(expected[label] ?? Number.NaN, 7);
    }
  });

  it("leaves noise out", () => {
    const some = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, -1);
    const without = silhouette({ ...points, rows: 9 }, labels.slice(0, 9), { seed: 7 });
    expect(silhouette(points, some, { seed: 7 }).mean).toBeCloseTo(without.mean, 7);
  });

  it("is 0 for a customer alone in a segment, and for customers that are all the same", () => {
    expect(silhouetteCoefficients(matrixOf([[0], [1], [9]]), Int32Array.of(0, 0, 1))[2]).toBe(0);
    expect(silhouette(matrixOf([[1], [1], [1], [1]]), Int32Array.of(0, 0, 1, 1), { seed: 7 }).mean).toBe(0);
  });

  it("needs two segments", () => {
    expect(() => silhouette(points, new Int32Array(10), { seed: 7 })).toThrow("at least two segments");
  });

  it("knows a segment that is too small for the sample to meet", () => {
    const line = matrixOf(Array.from({ length: 5_000 }, (_, row) => [row === 77 ? 1e6 : row % 10]));
    const giant = Int32Array.from({ length: 5_000 }, (_, row) => Number(row === 77));
    const { mean } = silhouette(line, giant, { seed: 7, exactRows: 100, sampleSize: 100 });
    expect(mean).toBeGreaterThan(0.98); // all but one row lie near each other and far from the giant
  });

  it("comes from a sample when there are many rows, and says how far it may be off", () => {
    const random = createRandom(1);
    const many = matrixOf(Array.from({ length: 6_000 }, (_, row) => [4 * (row % 3) + random.normal()]));
    const groups = Int32Array.from({ length: 6_000 }, (_, row) => row % 3);
    const exact = silhouette(many, groups, { seed: 7 });
    const sampled = silhouette(many, groups, { seed: 7, exactRows: 1_000, sampleSize: 1_000 });
    expect(sampled.rows).toBe(1_000);
    expect(Math.abs(sampled.mean - exact.mean)).toBeLessThan(3 * sampled.standardError);
    expect(sampled.standardError).toBeLessThan(0.02);
  });
});
