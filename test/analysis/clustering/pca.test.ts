import { describe, expect, it } from "vitest";
import { pca, project, restore } from "../../../src/analysis/clustering/pca.ts";
import { matrixOf, rowOf } from "../../../src/analysis/numbers/matrix.ts";

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

describe("pca", () => {
  const found = pca(points, 2, 7);

  it("agrees with scikit-learn but for the sign, which is fixed: the largest loading is positive", () => {
    // scikit-learn 1.2.1, PCA(2): [[-.98847726, -.15136946], [-.15136946, .98847726]]
    const expected = [0.98847726, 0.15136946, -0.15136946, 0.98847726];
    for (const [index, loading] of found.loadings.values.entries()) {
      expect(loading).toBeCloseTo(expected[index] ?? Number.NaN, 8);
    }
    expect(found.explained[0]).toBeCloseTo(0.68795318, 8);
    expect(found.explained[1]).toBeCloseTo(0.31204682, 8);
  });

  it("places rows on a map around the mean", () => {
    const first = rowOf(project(points, found), 0);
    expect(first[0]).toBeCloseTo(-4.97128745, 7); // scikit-learn: 4.97128745 on its flipped axis
    expect(first[1]).toBeCloseTo(-1.41378962, 7);
  });

  it("loses nothing when all components are kept", () => {
    for (const [index, value] of restore(project(points, found), found).values.entries()) {
      expect(value).toBeCloseTo(points.values[index] ?? Number.NaN, 12);
    }
  });

  it("refuses more components than there are columns", () => {
    expect(() => pca(points, 3, 7)).toThrow("3 components do not fit");
  });
});
