import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decompose } from "../../../src/analysis/shift/decomposition.ts";
import { migrationOf } from "../../../src/analysis/shift/migration.ts";
import { mcNemar, stuartMaxwell } from "../../../src/analysis/shift/paired.ts";
import { welch } from "../../../src/analysis/shift/two-sample.ts";
import { sum } from "../../../src/analysis/statistics.ts";

describe("mcNemar", () => {
  // scipy 1.10: binomtest(b, b + c) below 25 movers, chi2.sf((b - c)² / (b + c), 1) above.
  it.each([
    [3, 12, 0.03515625],
    [9, 10, 1],
    [80, 20, 1.9731752900753933e-9],
    [180, 120, 0.0005320055051392492],
    [40, 33, 0.4126221000979181],
  ])("%i in and %i out has scipy's p-value", (entered, exited, expected) => {
    expect(mcNemar(entered, exited, 3000).pValue).toBeCloseTo(expected, 9);
  });

  it("gives the net gain with Wald's interval for paired proportions", () => {
    // By hand: 60 ± 1.644854 · √(100 − 60²/3000).
    const { net, low, high } = mcNemar(80, 20, 3000);
    expect(net).toBe(60);
    expect(low).toBeCloseTo(60 - 1.6448536 * Math.sqrt(98.8), 5);
    expect(high).toBeCloseTo(60 + 1.6448536 * Math.sqrt(98.8), 5);
  });
});

describe("stuartMaxwell", () => {
  it("agrees with numpy and scipy", () => {
    const { statistic, freedom, pValue } = stuartMaxwell([
      [20, 10, 5],
      [3, 30, 15],
      [0, 5, 40],
    ]);
    expect(statistic).toBeCloseTo(13.764705882352944, 9);
    expect(freedom).toBe(2);
    expect(pValue).toBeCloseTo(0.001025727726558073, 9);
  });

  it("is McNemar's test for two segments", () => {
    const matrix = [
      [900, 120],
      [180, 800],
    ];
    expect(stuartMaxwell(matrix).pValue).toBeCloseTo(mcNemar(180, 120, 2000).pValue, 12);
  });

  it("leaves out segments that nobody enters or leaves, and pairs that only trade with each other", () => {
    const apart = stuartMaxwell([
      [90, 10, 0, 0, 0],
      [30, 70, 0, 0, 0],
      [0, 0, 50, 0, 0],
      [0, 0, 0, 40, 5],
      [0, 0, 0, 20, 40],
    ]);
    // By hand: (30 − 10)²/40 + (20 − 5)²/25 with one degree of freedom each.
    expect(apart.statistic).toBeCloseTo(19, 10);
    expect(apart.freedom).toBe(2);
  });
});

describe("welch", () => {
  // scipy 1.10: ttest_ind_from_stats(equal_var=False) and t.ppf(.95, df).
  it.each([
    [
      [40, 10, 9],
      [55, 11.5, 16],
      [0.03950169213686471, 0.3066528426695936, 2.6933471573304066],
    ],
    [
      [500, 42.3, 900],
      [480, 39, 1100],
      [0.10313159446321947, -6.630405357726136, 0.030405357726141613],
    ],
    [
      [8, 1, 0.5],
      [5, 3, 2.5],
      [0.04436799989894916, 0.48989049279996477, 3.5101095072000352],
    ],
  ] as const)("before %j, now %j: p-value and interval", (before, now, [pValue, low, high]) => {
    const moments = ([count, mean, variance]: readonly [number, number, number]) => ({
      count,
      mean,
      variance,
    });
    const test = welch(moments(before), moments(now));
    expect(test.pValue).toBeCloseTo(pValue, 8);
    expect(test.low).toBeCloseTo(low, 7);
    expect(test.high).toBeCloseTo(high, 7);
  });
});

describe("migrationOf", () => {
  it("has rows that sum to the old sizes", () => {
    const customers = fc.array(fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1, max: 3 })));
    fc.assert(
      fc.property(customers, (pairs) => {
        const before = pairs.map(([from]) => from);
        const { matrix, left } = migrationOf(
          before,
          pairs.map(([, to]) => to),
          4,
        );
        matrix.forEach((row, segment) => {
          expect(sum(row) + (left[segment] ?? 0)).toBe(before.filter((from) => from === segment).length);
        });
      }),
    );
  });
});

describe("decompose", () => {
  const crossings = fc.array(
    fc.record({
      before: fc.nat(3),
      customersOnly: fc.nat(3),
      linesOnly: fc.nat(3),
      after: fc.nat(3),
      customers: fc.integer({ min: 1, max: 500 }),
    }),
  );

  it("always splits movers into shares that sum to one", () => {
    fc.assert(
      fc.property(crossings, (rows) => {
        const { movers, customers, lines } = decompose(rows);
        expect(customers + lines).toBeCloseTo(movers === 0 ? 0 : 1, 12);
        expect(Math.min(customers, lines)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("blames customers alone when the lines are frozen, and lines alone when the data are", () => {
    fc.assert(
      fc.property(crossings, (rows) => {
        const frozenLines = decompose(
          rows.map((row) => ({ ...row, customersOnly: row.after, linesOnly: row.before })),
        );
        const frozenData = decompose(
          rows.map((row) => ({ ...row, customersOnly: row.before, linesOnly: row.after })),
        );
        expect(frozenLines.customers).toBe(frozenLines.movers === 0 ? 0 : 1);
        expect(frozenData.lines).toBe(frozenData.movers === 0 ? 0 : 1);
      }),
    );
  });

  it("halves a move that either cause alone would have made, or that took both", () => {
    const either = { before: "a", customersOnly: "b", linesOnly: "b", after: "b", customers: 10 };
    const both = { before: "a", customersOnly: "a", linesOnly: "a", after: "b", customers: 10 };
    expect(decompose([either, both])).toEqual({ movers: 20, customers: 0.5, lines: 0.5 });
  });
});
