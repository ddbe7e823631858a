import { describe, expect, it } from "vitest";
import {
  benjaminiHochberg,
  binomialTail,
  chiSquareTail,
  normalQuantile,
  normalTail,
  studentTail,
} from "../../../src/analysis/numbers/distributions.ts";

// Expected values: scipy 1.10, stats.norm.sf, norm.ppf, chi2.sf, t.sf, binom.sf.
describe("tails agree with scipy", () => {
  it.each([
    ["normalTail(1.96)", normalTail(1.96), 0.024997895148220435],
    ["normalTail(-1)", normalTail(-1), 0.8413447460685429],
    ["normalTail(8)", normalTail(8), 6.22096057427174e-16],
    ["normalQuantile(.975)", normalQuantile(0.975), 1.959963984540054],
    ["normalQuantile(1e-6)", normalQuantile(1e-6), -4.753424308822899],
    ["chiSquareTail(3.84, 1)", chiSquareTail(3.84, 1), 0.05004352124870519],
    ["chiSquareTail(20, 7)", chiSquareTail(20, 7), 0.005569683072945574],
    ["studentTail(2.1, 17.3)", studentTail(2.1, 17.3), 0.025344111511433776],
    ["binomialTail(15, 20, .5)", binomialTail(15, 20, 0.5), 0.020694732666015625],
  ])("%s", (_, value, expected) => {
    expect(Math.abs(value / expected - 1)).toBeLessThan(1e-9);
  });
});

describe("benjaminiHochberg", () => {
  it("keeps every p-value below the last one under the line", () => {
    // By hand: limits .02 .04 .06 .08 .10; .05 ≤ .06 carries .041 with it although .041 > .04.
    expect(benjaminiHochberg([0.9, 0.041, 0.01, 0.05, 0.5], 0.1)).toEqual([false, true, true, true, false]);
  });

  it("finds nothing in nothing", () => {
    expect(benjaminiHochberg([], 0.1)).toEqual([]);
  });
});
