import { describe, expect, it } from "vitest";
import { digamma, logGamma } from "../../../src/analysis/numbers/distributions.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { expectedWorth, fitGammaGamma, type Spending } from "../../../src/analysis/value/gamma-gamma.ts";

describe("gamma-gamma", () => {
  it("finds the parameters of scipy on a small set of customers", () => {
    // scipy 1.17: minimize(-sum(loglik), method="Nelder-Mead", xatol=fatol=1e-10) over log p, q, gamma.
    const spendings = [
      { orders: 1, mean: 22.35 },
      { orders: 2, mean: 23.72 },
      { orders: 6, mean: 73.74 },
      { orders: 1, mean: 11.77 },
      { orders: 7, mean: 25.55 },
      { orders: 3, mean: 41.2 },
      { orders: 4, mean: 19.9 },
      { orders: 2, mean: 35.1 },
    ];
    const { p, q, gamma } = fitGammaGamma(spendings);
    expect(p).toBeCloseTo(7.96613101, 3);
    expect(q).toBeCloseTo(5.91693954, 3);
    expect(gamma).toBeCloseTo(20.27776309, 2);
  });

  it("draws the worth of few orders to everybody's, of many to the customer's own", () => {
    const model = { p: 6.25, q: 3.74, gamma: 15.44 };
    // By hand: p(γ + x·m̄) / (px + q - 1)
    expect(expectedWorth(model, { orders: 1, mean: 100 })).toBeCloseTo((6.25 * 115.44) / 8.99, 10);
    expect(expectedWorth(model, { orders: 0, mean: 0 })).toBeCloseTo((6.25 * 15.44) / 2.74, 10);
    expect(expectedWorth(model, { orders: 10_000, mean: 100 })).toBeCloseTo(100, 1);
  });

  it("does not depend on the unit of money", () => {
    const random = createRandom(7);
    const euros: readonly Spending[] = Array.from({ length: 40 }, (_, i) => ({
      orders: 1 + (i % 5),
      mean: 10 + 60 * random.next(),
    }));
    const cents = euros.map(({ orders, mean }) => ({ orders, mean: mean * 100 }));
    const [inEuros, inCents] = [fitGammaGamma(euros), fitGammaGamma(cents)];
    expect(inCents.p).toBeCloseTo(inEuros.p, 6);
    expect(inCents.gamma / 100).toBeCloseTo(inEuros.gamma, 6);
  });

  it("refuses customers who spent nothing", () => {
    expect(() =>
      fitGammaGamma([
        { orders: 1, mean: 0 },
        { orders: 1, mean: 1 },
      ]),
    ).toThrow(RangeError);
  });
});

describe("digamma", () => {
  it("is scipy's", () => {
    // scipy.special.psi
    expect(digamma(0.1)).toBeCloseTo(-10.423754940411076, 12);
    expect(digamma(3.7)).toBeCloseTo(1.1671535393615113, 11);
    expect(digamma(120)).toBeCloseTo(4.783319289118529, 11);
  });

  it("is the slope of logGamma", () => {
    expect((logGamma(2.5 + 1e-5) - logGamma(2.5 - 1e-5)) / 2e-5).toBeCloseTo(digamma(2.5), 8);
  });
});
