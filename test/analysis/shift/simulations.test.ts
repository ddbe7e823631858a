import { describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { createRandom, type Random } from "../../../src/analysis/numbers/random.ts";
import { measureChecks, sizeChecks } from "../../../src/commands/verbs/digest/checks.ts";
import type { WeeklyMeasure } from "../../../src/db/moves/weekly-measures.ts";
import { type Check, findChanges } from "../../../src/analysis/shift/findings.ts";
import { migrationOf } from "../../../src/analysis/shift/migration.ts";
import { outlook } from "../../../src/analysis/shift/outlook.ts";
import type { Moments } from "../../../src/analysis/numbers/moments.ts";
import { sum } from "../../../src/analysis/numbers/statistics.ts";

const sizes = [500, 900, 700, 400, 500];
const customers = 3000;
const segmentIds = sizes.map((_, segment) => segment);
/** The digest's own. */
const floors = { segment: 0.02, revenue: 0.005 };

describe("the quiet digest", () => {
  it("claims something in at most 11.4 % of 2,000 weeks in which nothing changed", () => {
    const random = createRandom(2024);
    let claims = 0;
    for (let week = 0; week < 2000; week++) {
      if (findChanges(checksOf(random, 0, 0.04)).told.length > 0) claims += 1;
    }
    process.stdout.write(
      `null weeks that claim something: ${((claims / 2000) * 100).toFixed(1)} % (10 % nominal)\n`,
    );
    expect(claims / 2000).toBeLessThanOrEqual(0.114);
  });

  it("finds a net gain of 60 in a segment of 500 in at least 90 % of weeks", () => {
    const random = createRandom(7);
    const curve = [0.02, 0.04, 0.08, 0.16].map((churn) => {
      const powers = [20, 40, 60, 80].map((gain) => power(random, gain, churn));
      const line = powers.map((share) => `${(share * 100).toFixed(0).padStart(4)} %`).join("  ");
      process.stdout.write(`gain of 20, 40, 60, 80 found with ${churn * 100} % churn each way: ${line}\n`);
      return powers;
    });
    expect(at(at(curve, 1), 2)).toBeGreaterThanOrEqual(0.9);
  });
});

function power(random: Random, gain: number, churn: number): number {
  let found = 0;
  for (let run = 0; run < 200; run++) {
    const { told } = findChanges(checksOf(random, gain, churn));
    if (told.some((check) => check.kind === "size" && check.segment === 0 && check.change > 0)) found += 1;
  }
  return found / 200;
}

/**
 * What the digest checks in a week of 3,000 customers in five segments: a share `churn` of every segment leaves it and
 * as many come in, `gain` more come to the first; what customers buy does not change.
 */
function checksOf(random: Random, gain: number, churn: number): Check[] {
  const before: number[] = sizes.flatMap((size, segment) => Array.from({ length: size }, () => segment));
  const after = before.map((segment) =>
    random.next() < churn ? (segment + 1 + random.integer(sizes.length - 1)) % sizes.length : segment,
  );
  balance(random, before, after);
  for (let extra = 0; extra < gain; ) {
    const row = random.integer(customers);
    if (at(after, row) === 0 || at(before, row) !== at(after, row)) continue;
    after[row] = 0;
    extra += 1;
  }
  return [
    ...sizeChecks(migrationOf(before, after, sizes.length), floors.segment),
    ...measureChecks([...weekOf(random, "before"), ...weekOf(random, "now")], segmentIds, floors),
  ];
}

/** What customers buy in a week, by segment: nothing for seven of ten, else a lognormal sum. */
function weekOf(random: Random, week: WeeklyMeasure["week"]): readonly WeeklyMeasure[] {
  return sizes.map((size, segmentId) => {
    const spent = Array.from({ length: size }, () => spentBy(random));
    const ordered = spent.map((one) => (one === 0 ? 0 : one < 20 ? 1 : 2));
    return { week, segmentId, revenue: momentsOf(spent), orders: momentsOf(ordered) };
  });
}

function spentBy(random: Random): number {
  return random.next() < 0.7 ? 0 : Math.min(Math.exp(3 + 0.8 * random.normal()), 200);
}

function momentsOf(values: readonly number[]): Moments {
  const count = values.length;
  const mean = sum(values) / count;
  return {
    count,
    mean,
    variance: values.reduce((total, value) => total + (value - mean) ** 2, 0) / (count - 1),
  };
}

/** Makes chance moves fair: the expected flow between two segments is the same both ways. */
function balance(random: Random, before: readonly number[], after: number[]): void {
  const smallest = Math.min(...sizes);
  before.forEach((from, row) => {
    // A move out of a large segment is as likely, in customers, as a move out of the smallest.
    if (after[row] !== from && random.next() > smallest / at(sizes, from)) after[row] = from;
  });
}

describe("outlook", () => {
  it("has an 80 % interval that covers 80 ± 7 % of later sizes", () => {
    const random = createRandom(11);
    let covered = 0;
    let asked = 0;
    for (let chain = 0; chain < 300; chain++) {
      const stay = 0.85 + 0.1 * random.next();
      const start = [400, 800, 300];
      const weeks = simulateWeeks(random, start, stay, 12);
      const known = weeks.slice(0, 8).map(({ matrix }) => matrix);
      const future = outlook(known, at(weeks, 7).sizes, { weeks: 4, seed: chain });
      future.forEach(({ low, high }, segment) => {
        const size = at(at(weeks, 11).sizes, segment);
        asked += 1;
        if (low <= size && size <= high) covered += 1;
      });
    }
    process.stdout.write(`outlook covers ${((covered / asked) * 100).toFixed(1)} %\n`);
    expect(covered / asked).toBeGreaterThanOrEqual(0.73);
    expect(covered / asked).toBeLessThanOrEqual(0.87);
  });

  it("needs six snapshots", () => {
    const week = [
      [9, 1],
      [1, 9],
    ];
    expect(() => outlook([week, week, week, week], [10, 10], { weeks: 4, seed: 1 })).toThrow(/6 snapshots/);
  });
});

function simulateWeeks(random: Random, start: readonly number[], stay: number, weeks: number) {
  const weights = start.map(() => 0.2 + random.next());
  let labels = start.flatMap((size, segment) => Array.from({ length: size }, () => segment));
  return Array.from({ length: weeks }, () => {
    const next = labels.map((segment) => (random.next() < stay ? segment : draw(random, weights)));
    const { matrix } = migrationOf(labels, next, start.length);
    labels = next;
    return { matrix, sizes: start.map((_, segment) => next.filter((label) => label === segment).length) };
  });
}

function draw(random: Random, weights: readonly number[]): number {
  let left = random.next() * weights.reduce((total, weight) => total + weight, 0);
  return weights.findIndex((weight) => (left -= weight) <= 0);
}
