import { describe, expect, it } from "vitest";
import { createRandom, sampleRows, shuffledRows, xoshiro128 } from "../../../src/analysis/numbers/random.ts";
import { deviation, mean } from "../../../src/analysis/numbers/statistics.ts";

describe("xoshiro128**", () => {
  it("gives the numbers of the reference implementation", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    // xoshiro128starstar.c of Blackman & Vigna, state 1 2 3 4 (as in the tests of Rust's rand_xoshiro)
    const expected = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    ];
    expect(expected.map(() => next())).toEqual(expected);
  });
});

describe("createRandom", () => {
  it("repeats itself for a seed and differs for another", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("is uniform, and normal where asked", () => {
    const random = createRandom(7);
    const uniform = Array.from({ length: 20_000 }, () => random.next());
    expect(mean(uniform)).toBeCloseTo(0.5, 1); // ± 4 standard errors of .002
    expect(deviation(uniform)).toBeCloseTo(Math.sqrt(1 / 12), 1);
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(deviation(normal)).toBeCloseTo(1, 1);
  });
});

describe("sampleRows", () => {
  it("takes different rows in ascending order", () => {
    const sample = sampleRows(createRandom(7), 1_000, 100);
    expect(new Set(sample).size).toBe(100);
    expect(sample).toEqual(sample.toSorted());
  });
});

describe("shuffledRows", () => {
  it("holds every row once", () => {
    expect(shuffledRows(createRandom(7), 50).toSorted()).toEqual(
      Int32Array.from({ length: 50 }, (_, row) => row),
    );
  });
});
