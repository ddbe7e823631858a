import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { place as placeAll } from "../../../src/analysis/placement/place.ts";
import { type Transition, decompose } from "../../../src/analysis/shift/decomposition.ts";
import { migrationOf } from "../../../src/analysis/shift/migration.ts";
import { mcNemar, stuartMaxwell } from "../../../src/analysis/shift/paired.ts";
import { welch } from "../../../src/analysis/shift/two-sample.ts";
import { sum } from "../../../src/analysis/numbers/statistics.ts";
import { at } from "../../../src/lib/at.ts";

/** Agrees to 1e-6 of the expected value itself, however small that is. */
function expectClose(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected));
}

describe("mcNemar", () => {
  // scipy 1.10: binomtest(b, b + c) below 25 movers, chi2.sf((b - c)² / (b + c), 1) above; the interval is Wald's for
  // paired proportions, net ± norm.ppf(.95) √(b + c - net² / n).
  it.each([
    [3, 12, 3000, [0.03515625, -15.364754680124806, -2.635245319875194]],
    [9, 10, 3000, [1, -8.169687843971648, 6.169687843971648]],
    [0, 6, 40, [0.03125, -9.714602484235238, -2.2853975157647617]],
    [24, 0, 200, [1.1920928955078125e-7, 16.440828236473582, 31.559171763526418]],
    [13, 12, 500, [0.841480581121794, -7.223939157452293, 9.223939157452293]],
    [80, 20, 3000, [1.9731752900753933e-9, 43.650452811633386, 76.34954718836661]],
    [180, 120, 3000, [0.0005320055051392492, 31.567335965764496, 88.4326640342355]],
    [40, 33, 3000, [0.4126221000979181, -7.052063250849734, 21.052063250849734]],
  ] as const)("%i in and %i out of %i: p-value and interval", (entered, exited, customers, expected) => {
    const { pValue, net, low, high } = mcNemar(entered, exited, customers);
    expect(net).toBe(entered - exited);
    [pValue, low, high].forEach((found, i) => expectClose(found, at(expected, i)));
  });
});

describe("stuartMaxwell", () => {
  // numpy 1.24 and scipy 1.10: d' V⁻¹ d of all segments but one, chi2.sf with k - 1 degrees of freedom.
  it.each([
    {
      matrix: [
        [20, 10, 5],
        [3, 30, 15],
        [0, 5, 40],
      ],
      expected: [13.76470588235294, 0.0010257277265580751],
    },
    {
      matrix: [
        [900, 12, 8, 0],
        [40, 700, 25, 5],
        [6, 18, 450, 9],
        [2, 3, 31, 220],
      ],
      expected: [26.7822910074219, 6.539661310051308e-6],
    },
    {
      matrix: [
        [50, 2, 1],
        [2, 60, 3],
        [1, 3, 70],
      ],
      expected: [0, 1],
    },
  ])("has numpy's statistic and scipy's p-value for $matrix", ({ matrix, expected }) => {
    const { statistic, freedom, pValue } = stuartMaxwell(matrix);
    expectClose(statistic, at(expected, 0));
    expectClose(pValue, at(expected, 1));
    expect(freedom).toBe(matrix.length - 1);
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
    [
      [200_000, 120.5, 90_000],
      [200_000, 131.25, 98_000],
      [1.4520446698732086e-28, 9.155251540758329, 12.344748459241671],
    ],
    [
      [3, 5, 0],
      [4, 6, 2],
      [0.2522154963555042, -0.664079243344837, 2.664079243344837],
    ],
    [
      [60, 0.1, 0.09],
      [70, 0.4, 0.24],
      [3.957003730505975e-5, 0.18359944928092883, 0.4164005507190712],
    ],
  ] as const)("before %j, now %j: p-value and interval", (before, now, [pValue, low, high]) => {
    const moments = ([count, mean, variance]: readonly [number, number, number]) => ({
      count,
      mean,
      variance,
    });
    const test = welch(moments(before), moments(now));
    expect(test.difference).toBe(now[1] - before[1]);
    expectClose(test.pValue, pValue);
    expectClose(test.low, low);
    expectClose(test.high, high);
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
  const transitions = fc.array(
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
      fc.property(transitions, (rows) => {
        const { movers, customers, lines } = decompose(rows);
        expect(customers + lines).toBeCloseTo(movers === 0 ? 0 : 1, 12);
        expect(Math.min(customers, lines)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  const point = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
  const crowd = fc.array(point, { minLength: 30, maxLength: 30 });
  const lines = fc.array(point, { minLength: 3, maxLength: 3 });

  it("blames customers alone when the model is frozen", () => {
    let movers = 0;
    fc.assert(
      fc.property(crowd, crowd, lines, (before, after, centroids) => {
        const split = decompose(transitionsOf([before, after], [centroids, centroids]));
        expect([split.customers, split.lines]).toEqual(split.movers === 0 ? [0, 0] : [1, 0]);
        movers += split.movers;
      }),
    );
    expect(movers).toBeGreaterThan(1_000); // of 3,000 customers in a hundred runs: it was put to the test
  });

  it("blames the lines alone when the data are frozen", () => {
    let movers = 0;
    fc.assert(
      fc.property(crowd, lines, lines, (customers, before, after) => {
        const split = decompose(transitionsOf([customers, customers], [before, after]));
        expect([split.customers, split.lines]).toEqual(split.movers === 0 ? [0, 0] : [0, 1]);
        movers += split.movers;
      }),
    );
    expect(movers).toBeGreaterThan(1_000);
  });

  it("gives both their part when both have changed, and the parts sum to one", () => {
    let shared = 0;
    fc.assert(
      fc.property(crowd, crowd, lines, lines, (before, after, oldLines, newLines) => {
        const split = decompose(transitionsOf([before, after], [oldLines, newLines]));
        expect(split.customers + split.lines).toBeCloseTo(split.movers === 0 ? 0 : 1, 12);
        if (split.customers > 0 && split.lines > 0) shared += 1;
      }),
    );
    expect(shared).toBeGreaterThan(50);
  });

  it("halves a move that either cause alone would have made, or that took both", () => {
    const either = { before: "a", customersOnly: "b", linesOnly: "b", after: "b", customers: 10 };
    const both = { before: "a", customersOnly: "a", linesOnly: "a", after: "b", customers: 10 };
    expect(decompose([either, both])).toEqual({ movers: 20, customers: 0.5, lines: 0.5 });
  });
});

type Points = readonly (readonly [number, number])[];

/** Where each customer is by the old and the new features among the old and the new centroids, as the product places them. */
function transitionsOf(
  [before, after]: readonly [Points, Points],
  [oldLines, newLines]: readonly [Points, Points],
): readonly Transition[] {
  const place = (customers: Points, centroids: Points) =>
    placeAll(matrixOf(customers), {
      features: ["a", "b"],
      preprocessings: [asIs, asIs],
      by: "centroids",
      centroids,
    }).labels;
  const then = place(before, oldLines);
  const [customersOnly, linesOnly] = [place(after, oldLines), place(before, newLines)];
  const now = place(after, newLines);
  return before.map((_, i) => ({
    before: at(then, i),
    customersOnly: at(customersOnly, i),
    linesOnly: at(linesOnly, i),
    after: at(now, i),
    customers: 1,
  }));
}

const asIs = { fill: 0, transform: "none", shift: 0, lower: -99, upper: 99, centre: 0, scale: 1 } as const;
