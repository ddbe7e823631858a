import { describe, expect, it, vi } from "vitest";
import { leafSegments, revenueOfTop } from "../../../src/analysis/clustering/tree-leaf-embedding.ts";
import {
  embedByLeaves,
  explainedBy,
  leafFor,
  leafMeans,
  regressionTree,
} from "../../../src/analysis/clustering/regression-tree.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";

// Heavy arithmetic on two shared cores: the tests are given time.
vi.setConfig({ testTimeout: 120_000 });

const random = createRandom(4);
const rows = Array.from({ length: 300 }, () => [random.next(), random.next(), random.next()]);
/** Four levels by the first two columns; the third says nothing. */
const revenue = rows.map(([a = 0, b = 0]) => (a < 0.5 ? 10 : 40) + (b < 0.3 ? 0 : 5));

describe("regressionTree", () => {
  const tree = regressionTree(matrixOf(rows), revenue, { seed: 7 });

  it("finds the borders that made the data, perfect splits too", () => {
    expect(leafMeans(tree)).toHaveLength(4);
    expect(
      leafMeans(tree)
        .map((mean) => Math.round(mean))
        .toSorted((a, b) => a - b),
    ).toEqual([10, 15, 40, 45]);
    expect(explainedBy(tree, matrixOf(rows), revenue)).toBeCloseTo(1, 10);
  });

  it("sends a row down by its answers, a missing value never below", () => {
    expect(Math.round(leafFor(tree, [0.9, 0.1, 0]).mean)).toBe(40);
    expect(Math.round(leafFor(tree, [Number.NaN, 0.1, 0]).mean)).toBe(40);
  });

  it("is one leaf where nothing can be predicted", () => {
    expect(
      leafMeans(
        regressionTree(
          matrixOf(rows),
          rows.map(() => 3),
          { seed: 7 },
        ),
      ),
    ).toEqual([3]);
  });

  it("survives JSON, so that it can be stored", () => {
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });
});

describe("embedByLeaves", () => {
  it("puts rows that share no leaf √2 apart, and rows that share all at one place", () => {
    const split = { column: 0, threshold: 0.5, below: { leaf: 0, mean: 0 }, above: { leaf: 1, mean: 1 } };
    const { values, columns } = embedByLeaves([split, split], matrixOf([[0], [1]]));
    expect(columns).toBe(4);
    const distance = Math.hypot(
      ...values.slice(0, 4).map((value, index) => value - (values[4 + index] ?? 0)),
    );
    expect(distance).toBeCloseTo(Math.SQRT2, 12);
  });
});

describe("leafSegments", () => {
  it("finds segments by what earns, and is judged in the features too", () => {
    const steps: number[] = [];
    const found = leafSegments(matrixOf(rows), revenue, {
      k: 4,
      seed: 7,
      trees: 1,
      onStep: (done) => steps.push(done),
    });
    expect(found.clustering.sizes.reduce((a, b) => a + b)).toBe(300);
    expect(found.explained).toBeGreaterThan(0.95);
    expect(found.leafSilhouette).toBeCloseTo(1, 12); // 4 leaves and k 4: 1 by construction
    expect(found.silhouette).toBeLessThan(0.5);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("revenueOfTop", () => {
  it("is what the best customers hold", () => {
    expect(revenueOfTop([1, 2, 3, 4], 0.5)).toBe(0.7); // by hand: (4 + 3) / 10
    expect(() => revenueOfTop([0, 0], 0.5)).toThrow("needs revenue");
  });
});
