import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { cell, matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom, shuffledRows } from "../../../src/analysis/numbers/random.ts";
import { assignColumns } from "../../../src/analysis/segments/assignment.ts";
import { matchSegments, overlapsOf } from "../../../src/analysis/segments/match.ts";

describe("assignColumns", () => {
  it("finds the least total cost", () => {
    // scipy 1.10, linear_sum_assignment: columns 1 3 2 0, cost 15; with its rows and columns swapped likewise
    const costs = [
      [10, 2, 9, 8],
      [7, 6, 5, 4],
      [9, 8, 4, 7],
      [5, 9, 9, 10],
    ];
    expect(assignColumns(matrixOf(costs))).toEqual([1, 3, 2, 0]);
  });

  it("leaves rows or columns over when there are more of them", () => {
    expect(assignColumns(matrixOf([[9, 1, 5]]))).toEqual([1]);
    expect(assignColumns(matrixOf([[9], [1], [5]]))).toEqual([-1, 0, -1]);
  });

  it("is never beaten by trying every permutation", () => {
    const square = fc.integer({ min: 1, max: 5 }).chain((n) =>
      fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(square, (rows) => {
        const costs = matrixOf(rows);
        const total = (columns: readonly number[]) =>
          columns.reduce((sum, column, row) => sum + cell(costs.values, row * costs.columns + column), 0);
        const best = Math.min(...permutations(rows.length).map(total));
        expect(total(assignColumns(costs))).toBe(best);
      }),
    );
  });
});

function permutations(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, place) => [...order.slice(0, place), count - 1, ...order.slice(place)]),
  );
}

describe("matchSegments", () => {
  const numbers = [1, 2, 3];
  const usedNumbers = [1, 2, 3, 4];

  it("keeps numbers with the members, whatever the new labels are", () => {
    const overlaps = matrixOf([
      [0, 0, 100],
      [90, 0, 10],
      [0, 80, 0],
    ]);
    const { numbers: found, lineage } = matchSegments({ overlaps, numbers, usedNumbers });
    expect(found).toEqual([2, 3, 1]);
    expect(lineage).toEqual([
      { code: "kept", from: 0, to: 2, stayed: 1 },
      { code: "kept", from: 1, to: 0, stayed: 0.9 },
      { code: "kept", from: 2, to: 1, stayed: 1 },
    ]);
  });

  it("tells a split, and gives the part a number that was never given, not a retired one", () => {
    const overlaps = matrixOf([
      [60, 0, 0, 40],
      [0, 100, 0, 0],
      [0, 0, 100, 0],
    ]);
    const { numbers: found, lineage } = matchSegments({ overlaps, numbers, usedNumbers });
    expect(found).toEqual([1, 2, 3, 5]); // 4 has been given and retired before
    expect(lineage).toContainEqual({ code: "split", from: 0, to: 3, left: 0.4 });
  });

  it("tells a merger", () => {
    const overlaps = matrixOf([
      [100, 0],
      [70, 0],
      [0, 100],
    ]);
    const { heirOf, lineage } = matchSegments({ overlaps, numbers, usedNumbers });
    expect(heirOf).toEqual([0, 2]);
    expect(lineage).toContainEqual({ code: "merged", from: 1, to: 0, joined: 1 });
  });

  it("tells births and retirements when members scatter", () => {
    const overlaps = matrixOf([
      [100, 0, 30],
      [0, 100, 30],
      [40, 40, 35],
    ]);
    const { heirOf, numbers: found, lineage } = matchSegments({ overlaps, numbers, usedNumbers });
    expect(heirOf).toEqual([0, 1, null]);
    expect(found).toEqual([1, 2, 5]);
    expect(lineage.slice(2)).toEqual([
      { code: "retired", from: 2 },
      { code: "born", to: 2 },
    ]);
  });

  it("lets the nearer centroid decide between equal overlaps", () => {
    const overlaps = matrixOf([
      [50, 50],
      [50, 50],
    ]);
    const distances = matrixOf([
      [9, 1],
      [1, 9],
    ]);
    expect(matchSegments({ overlaps, distances, numbers: [1, 2], usedNumbers: [] }).numbers).toEqual([2, 1]);
  });

  it("moves nobody when only the labels are permuted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (k, seed) => {
        const random = createRandom(seed);
        const before = Int32Array.from({ length: 40 * k }, (_, row) => (row < k ? row : random.integer(k)));
        const order = shuffledRows(random, k);
        const after = before.map((label) => cell(Float64Array.from(order), label));
        const old = Array.from({ length: k }, (_, index) => index + 1);
        const match = matchSegments({
          overlaps: overlapsOf(before, after, [k, k]),
          numbers: old,
          usedNumbers: old,
        });
        const numberAfter = Array.from(after, (label) => match.numbers[label]);
        expect(numberAfter).toEqual(Array.from(before, (label) => label + 1));
      }),
    );
  });

  it("changes nothing when the same data are divided twice", () => {
    const random = createRandom(3);
    const points = matrixOf(Array.from({ length: 500 }, () => [random.normal(), random.normal()]));
    const [first, second] = [kMeans(points, 6, { seed: 7 }), kMeans(points, 6, { seed: 7 })];
    const old = [6, 5, 4, 3, 2, 1];
    const overlaps = overlapsOf(first.labels, second.labels, [6, 6]);
    const { numbers: found, lineage } = matchSegments({ overlaps, numbers: old, usedNumbers: old });
    expect(found).toEqual(old);
    expect(lineage.every((each) => each.code === "kept" && each.stayed === 1)).toBe(true);
  });
});
