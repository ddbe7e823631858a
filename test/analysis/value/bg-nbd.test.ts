import { describe, expect, it } from "vitest";
import { chanceToStay, expectedPurchases, fitBgNbd } from "../../../src/analysis/value/bg-nbd.ts";
import { countHistories, type PurchaseHistory } from "../../../src/analysis/value/purchase-history.ts";
import { cdnowHistories } from "./cdnow.ts";

/** As published, in weeks (Fader, Hardie & Lee 2005, table 2). */
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe("BG/NBD on the CDNOW sample", () => {
  const cdnow = cdnowHistories();

  it.skipIf(cdnow === undefined)("finds the published parameters (needs the shared data)", () => {
    const model = fitBgNbd(countHistories(cdnow ?? []));
    expect(model.r).toBeCloseTo(0.243, 3);
    expect(model.alpha).toBeCloseTo(4.414, 3);
    expect(model.a).toBeCloseTo(0.793, 3);
    expect(model.b).toBeCloseTo(2.426, 3);
    expect(model.logLikelihood).toBeCloseTo(-9582.4, 1);
    expect(model.seesDropOut).toBe(true);
  });

  it.skipIf(cdnow === undefined)("does not depend on the unit of time (needs the shared data)", () => {
    const days = (cdnow ?? []).map((history) => ({
      ...history,
      recency: history.recency * 7,
      age: history.age * 7,
    }));
    const model = fitBgNbd(countHistories(days));
    expect(model.alpha / 7).toBeCloseTo(4.414, 3);
    expect(model.r).toBeCloseTo(0.243, 3);
  });
});

describe("expected purchases", () => {
  it("are as published for a customer of two repeats", () => {
    const customer = { repeats: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases(published, customer, 39)).toBeCloseTo(1.226, 3);
  });

  it("are those of a customer who never stops where nobody does: (r + x) / (α + T) · t", () => {
    const staying = { r: 0.6, alpha: 30, a: 1e-9, b: 900 };
    const customer = { repeats: 4, recency: 80, age: 100 };
    expect(expectedPurchases(staying, customer, 90)).toBeCloseTo((4.6 / 130) * 90, 6);
  });

  it("are finite for a customer of a thousand purchases", () => {
    const customer = { repeats: 1_000, recency: 364, age: 365 };
    const model = { r: 0.6, alpha: 30, a: 0.4, b: 2 };
    expect(expectedPurchases(model, customer, 90)).toBeGreaterThan(100);
    expect(expectedPurchases(model, customer, 90)).toBeLessThan(230);
  });

  it("go on smoothly where a is 1", () => {
    const customer = { repeats: 3, recency: 20, age: 30 };
    const around = [0.999, 1, 1.001].map((a) =>
      expectedPurchases({ r: 0.5, alpha: 5, a, b: 2 }, customer, 20),
    );
    const [below = 0, there = 0, above = 0] = around;
    expect(there).toBeCloseTo((below + above) / 2, 5);
  });
});

describe("the chance to stay", () => {
  it("falls with silence: by hand 1 / (1 + 1/2 · (3/2)³)", () => {
    const model = { r: 1, alpha: 1, a: 1, b: 1 };
    // x = 2, t_x = 1, T = 2: a / (b + x - 1) = 1/2, ((α + T) / (α + t_x))^(r + x) = (3/2)³
    expect(chanceToStay(model, { repeats: 2, recency: 1, age: 2 })).toBeCloseTo(1 / (1 + 0.5 * 1.5 ** 3), 12);
  });
});

describe("fitting", () => {
  it("refuses histories in which nobody bought twice", () => {
    const once: PurchaseHistory = { repeats: 0, recency: 0, age: 30 };
    expect(() => fitBgNbd(countHistories([once, once]))).toThrow(RangeError);
  });

  it("sees no drop-out where rates are even and nobody stops", () => {
    // Every customer buys each tenth day, up to the last days.
    const even = Array.from({ length: 60 }, (_, i) => ({
      repeats: 5 + (i % 4),
      recency: (5 + (i % 4)) * 10,
      age: (5 + (i % 4)) * 10 + (i % 9),
    }));
    expect(fitBgNbd(countHistories(even)).seesDropOut).toBe(false);
  });
});
