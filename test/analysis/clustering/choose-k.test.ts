import { describe, expect, it, vi } from "vitest";
import { adjustedRandIndex } from "../../../src/analysis/clustering/adjusted-rand-index.ts";
import { chooseK, smallestSegment } from "../../../src/analysis/clustering/choose-k.ts";
import { elbow } from "../../../src/analysis/clustering/elbow.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";

// Heavy arithmetic on two shared cores: the tests are given time.
vi.setConfig({ testTimeout: 120_000 });

describe("adjustedRandIndex", () => {
  it("does not care what the labels are called", () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [7, 7, 2, 2])).toBe(1);
  });

  it("agrees with scikit-learn", () => {
    // scikit-learn 1.2.1, adjusted_rand_score
    expect(adjustedRandIndex([0, 0, 0, 1, 1, 1, 2, 2], [0, 0, 1, 1, 2, 2, 2, 2])).toBeCloseTo(
      0.18181818181818182,
      12,
    );
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
  });

  it("needs two divisions of the same customers", () => {
    expect(() => adjustedRandIndex([0], [0, 1])).toThrow("1 and 2 labels");
  });
});

describe("elbow", () => {
  it("lies farthest below the line from the first to the last point", () => {
    // by hand, both axes on [0, 1]: k 3 has fallen .8 after a third of the way
    const curve = [100, 36, 28, 20].map((inertia, index) => ({ k: index + 2, inertia }));
    expect(elbow(curve)).toBe(3);
  });

  it("does not exist on a straight line or with two points", () => {
    const straight = [30, 20, 10].map((inertia, index) => ({ k: index + 2, inertia }));
    expect(elbow(straight)).toBeUndefined();
    expect(elbow(straight.slice(1))).toBeUndefined();
  });
});

describe("chooseK", () => {
  const random = createRandom(11);
  const fiveGroups = matrixOf(
    Array.from({ length: 600 }, (_, row) => {
      const angle = ((row % 5) / 5) * 2 * Math.PI;
      return [6 * Math.cos(angle) + random.normal(), 6 * Math.sin(angle) + random.normal(), random.normal()];
    }),
  );

  it("finds five groups where there are five", () => {
    const choice = chooseK(fiveGroups, { from: 2, to: 8, seed: 7, smallest: smallestSegment(600) });
    expect(choice.k).toBe(5);
    expect(choice.reason.code).toBe("silhouette-and-elbow");
    expect(choice.naturalGroups).toBe(true);
    expect(choice.candidates.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  it("leaves two groups two: what would be a third does not come back", () => {
    const rows = Array.from({ length: 600 }, (_, row) => [
      (row % 2) * 8 + random.normal(),
      random.normal(),
      random.normal(),
    ]);
    const choice = chooseK(matrixOf(rows), { from: 2, to: 8, seed: 7, smallest: smallestSegment(600) });
    expect(choice.k).toBe(2);
  });

  it("reports each k as it goes, so that work can be shown and stopped", () => {
    const steps: number[] = [];
    const onStep = (done: number) => {
      steps.push(done);
      if (done === 2) throw new Error("stopped");
    };
    expect(() =>
      chooseK(fiveGroups, { from: 2, to: 8, seed: 7, smallest: smallestSegment(600), onStep }),
    ).toThrow("stopped");
    expect(steps).toEqual([1, 2]);
  });

  it("sets a few extreme customers aside instead of giving them a segment", () => {
    const giants = [
      [900, 900, 0],
      [950, 900, 0],
      [900, 950, 0],
    ];
    const rows = Array.from({ length: fiveGroups.rows }, (_, row) =>
      fiveGroups.values.slice(3 * row, 3 * row + 3),
    );
    const all = matrixOf([...rows, ...giants]);
    const choice = chooseK(all, { from: 2, to: 8, seed: 7, smallest: smallestSegment(603) });
    expect(choice.k).toBe(5);
    expect(choice.setAside).toBe(3);
    expect(choice.clustering.labels).toHaveLength(603);
  });
});
