import { describe, expect, it, vi } from "vitest";
import { chooseK, smallestSegment } from "../../../src/analysis/clustering/choose-k.ts";
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { nullCheck } from "../../../src/analysis/clustering/null-check.ts";
import { bestJaccards, stability } from "../../../src/analysis/clustering/stability.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";

// Heavy arithmetic on two shared cores: the tests are given time.
vi.setConfig({ testTimeout: 120_000 });
const random = createRandom(21);
const fiveGroups = matrixOf(
  Array.from({ length: 800 }, (_, row) => {
    const angle = ((row % 5) / 5) * 2 * Math.PI;
    return [5 * Math.cos(angle) + random.normal(), 5 * Math.sin(angle) + random.normal(), random.normal()];
  }),
);
const noise = matrixOf(Array.from({ length: 800 }, () => [random.next(), random.next(), random.next()]));
const cloud = matrixOf(
  Array.from({ length: 800 }, () => [random.normal(), random.normal(), random.normal()]),
);

describe("bestJaccards", () => {
  it("is common members over members of either", () => {
    // by hand: {0,1,2} against {1,2,3} shares 2 of 4; {3,4} against {4} shares 1 of 2
    expect(bestJaccards(Int32Array.of(0, 0, 0, 1, 1), Int32Array.of(2, 0, 0, 0, 1), 2)).toEqual([0.5, 0.5]);
  });

  it("says nothing of a segment that was not drawn", () => {
    expect(bestJaccards(Int32Array.of(0, 0), Int32Array.of(0, 0), 2)).toEqual([1, undefined]);
  });
});

describe("stability", () => {
  it("calls five true groups solid", () => {
    const { labels } = kMeans(fiveGroups, 5, { seed: 7 });
    const found = stability(fiveGroups, labels, { seed: 7 });
    expect(found.map(({ verdict }) => verdict)).toEqual(["solid", "solid", "solid", "solid", "solid"]);
    expect(Math.min(...found.map(({ jaccard }) => jaccard))).toBeGreaterThan(0.9);
  });

  it("does not call all of seven solid where there are five", () => {
    const { labels } = kMeans(fiveGroups, 7, { seed: 7 });
    const verdicts = stability(fiveGroups, labels, { seed: 7 }).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict !== "solid").length).toBeGreaterThan(1);
  });

  it("can be stopped between resamples", () => {
    const onStep = (done: number) => {
      if (done === 3) throw new Error("stopped");
    };
    expect(() => stability(noise, kMeans(noise, 3, { seed: 7 }).labels, { seed: 7, onStep })).toThrow(
      "stopped",
    );
  });
});

describe("nullCheck", () => {
  it("finds five true groups, and chooseK chooses and confirms them", () => {
    expect(nullCheck(fiveGroups, 5, { seed: 7 })).toMatchObject({ naturalGroups: true, pValue: 0.05 });
    const choice = chooseK(fiveGroups, { from: 2, to: 8, seed: 7, smallest: smallestSegment(800) });
    expect([choice.k, choice.naturalGroups]).toEqual([5, true]);
  });

  it.each([2, 4, 6])("finds no groups in even noise or in one cloud with k %d", (k) => {
    expect(nullCheck(noise, k, { seed: 7 }).naturalGroups).toBe(false);
    expect(nullCheck(cloud, k, { seed: 7 }).naturalGroups).toBe(false);
  });

  it("says so when k is chosen on noise, and still offers a division", () => {
    const choice = chooseK(noise, { from: 2, to: 6, seed: 7, smallest: smallestSegment(800) });
    expect(choice.naturalGroups).toBe(false);
    expect(choice.clustering.sizes).toHaveLength(choice.k);
  });
});
