import { expect, it, vi } from "vitest";
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { descend } from "../../../src/analysis/clustering/lloyd.ts";
import { trainedCentroids } from "../../../src/analysis/clustering/trained-centroids.ts";
import { type Matrix, matrixOf, rowOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom, type Random } from "../../../src/analysis/numbers/random.ts";
import { matchSegments, overlapsOf } from "../../../src/analysis/segments/match.ts";

// Heavy arithmetic on two shared cores: the test is given time.
vi.setConfig({ testTimeout: 120_000 });

const weeks = 25;
const k = 5;

/** A week's base: customers keep their row; new ones are added at the end. */
interface Base {
  readonly points: Matrix;
  readonly groupOf: readonly number[];
}

function firstWeek(random: Random): Base {
  const groupOf = Array.from({ length: 1_500 }, () => random.integer(k));
  return { groupOf, points: matrixOf(groupOf.map((group) => around(center(group, 0), random))) };
}

/** Groups wander, customers wander more, one in fifty changes group, and thirty come new. */
function nextWeek({ points, groupOf }: Base, week: number, random: Random): Base {
  const stayed = groupOf.map((group) => (random.next() < 0.02 ? random.integer(k) : group));
  const groups = [...stayed, ...Array.from({ length: 30 }, () => random.integer(k))];
  const rows = groups.map((group, row) => {
    const goal = around(center(group, week), random);
    const isNew = row >= points.rows || group !== groupOf[row];
    return isNew
      ? goal
      : Array.from(rowOf(points, row), (value, column) => 0.8 * value + 0.2 * (goal[column] ?? 0));
  });
  return { points: matrixOf(rows), groupOf: groups };
}

function center(group: number, week: number): readonly number[] {
  const angle = (group / k) * 2 * Math.PI + 0.05 * week;
  return [3 * Math.cos(angle), 3 * Math.sin(angle), 0.5 * Math.sin(0.2 * week + group)];
}

function around(middle: readonly number[], random: Random): number[] {
  return middle.map((value) => value + random.normal());
}

/** Part of this week's numbers that share the most members with the same number of last week. */
function keptMeaning(before: readonly number[], after: readonly number[]): number {
  const numbers = [...new Set(after)];
  const kept = numbers.filter((number) => {
    const came = new Map<number, number>();
    for (const [row, old] of before.entries()) {
      if (after[row] === number) came.set(old, (came.get(old) ?? 0) + 1);
    }
    const [most] = [...came].sort((a, b) => b[1] - a[1]);
    return most?.[0] === number;
  });
  return kept.length;
}

it("keeps the meaning of at least 99 of 100 segment-weeks over 25 weeks of drift and new customers", () => {
  const random = createRandom(2);
  let base = firstWeek(random);
  let numbers: readonly number[] = [1, 2, 3, 4, 5];
  let used: readonly number[] = numbers;
  let labels = kMeans(base.points, k, { seed: 1 }).labels;
  let rawBefore = rawLabels(base.points, 0);
  let matched = 0;
  let raw = 0;
  for (let week = 1; week <= weeks; week += 1) {
    base = nextWeek(base, week, random);
    const next = kMeans(base.points, k, { seed: week, starts: 5, scouts: 0 }).labels;
    const common = next.slice(0, labels.length);
    const match = matchSegments({ overlaps: overlapsOf(labels, common, [k, k]), numbers, usedNumbers: used });
    matched += keptMeaning(numbered(labels, numbers), numbered(common, match.numbers));
    const rawAfter = rawLabels(base.points, week);
    raw += keptMeaning(rawBefore, rawAfter.slice(0, rawBefore.length));
    [labels, numbers, used, rawBefore] = [next, match.numbers, [...used, ...match.numbers], rawAfter];
  }
  const share = (count: number) => `${((100 * count) / (weeks * k)).toFixed(1)} %`;
  process.stdout.write(
    `segment-weeks that kept their meaning: matched ${share(matched)}, raw labels ${share(raw)}\n`,
  );
  expect(matched / (weeks * k)).toBeGreaterThanOrEqual(0.99);
});

/** What ml-kmeans calls the segments when its labels are taken as they come. */
function rawLabels(points: Matrix, seed: number): number[] {
  return Array.from(descend(points, trainedCentroids(points, k, seed).centroids, 50).labels);
}

function numbered(labels: Int32Array, numbers: readonly number[]): number[] {
  return Array.from(labels, (label) => numbers[label] ?? -1);
}
