import { describe, expect, it } from "vitest";
import {
  detectableDifference,
  responseDifference,
} from "../../../src/analysis/campaigns/response-difference.ts";
import { createRandom, type Random } from "../../../src/analysis/numbers/random.ts";

function draw(random: Random, people: number, rate: number): number {
  let answered = 0;
  for (let i = 0; i < people; i++) if (random.next() < rate) answered += 1;
  return answered;
}

describe("the difference of answer rates", () => {
  it("has the score interval that is printed for 56 of 70 against 48 of 80", () => {
    // Newcombe (1998), Statistics in Medicine 17, table II, method 5: 0.0528 to 0.3382.
    const { difference, low, high } = responseDifference(
      { people: 70, answered: 56 },
      { people: 80, answered: 48 },
      0.95,
    );
    expect(difference).toBeCloseTo(0.2, 12);
    expect(low).toBeCloseTo(0.0528, 4);
    expect(high).toBeCloseTo(0.3382, 4);
  });

  it("is open to both sides where nobody answered", () => {
    const { low, high } = responseDifference({ people: 40, answered: 0 }, { people: 10, answered: 0 }, 0.95);
    expect(low).toBeLessThan(-0.1);
    expect(high).toBeGreaterThan(0.05);
  });

  it("claims nothing where the groups answered alike", () => {
    const same = responseDifference({ people: 400, answered: 40 }, { people: 100, answered: 10 }, 0.95);
    expect(same.pValue).toBeCloseTo(1, 9);
    expect(same.low).toBeLessThan(0);
    expect(same.high).toBeGreaterThan(0);
  });

  it("refuses an empty group", () => {
    expect(() => responseDifference({ people: 0, answered: 0 }, { people: 5, answered: 1 }, 0.95)).toThrow(
      RangeError,
    );
  });

  it("covers the truth as often as it says, in 4,000 campaigns with small held-out groups", () => {
    let [covered80, covered95, claimed, without] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 4_000; seed++) {
      const random = createRandom(seed);
      const contacted = 200 + random.integer(2_000);
      const heldOut = Math.max(40, Math.round(contacted * (0.1 + 0.4 * random.next())));
      const rate = 0.03 + 0.2 * random.next();
      const effect = seed % 2 === 0 ? 0.08 * random.next() : 0;
      const groups = [
        { people: contacted, answered: draw(random, contacted, rate + effect) },
        { people: heldOut, answered: draw(random, heldOut, rate) },
      ] as const;
      const [wide, narrow] = [responseDifference(...groups, 0.95), responseDifference(...groups, 0.8)];
      if (narrow.low <= effect && effect <= narrow.high) covered80 += 1;
      if (wide.low <= effect && effect <= wide.high) covered95 += 1;
      if (effect === 0) {
        without += 1;
        if (wide.low > 0 || wide.high < 0) claimed += 1;
      }
    }
    expect(Math.abs(covered80 / 4_000 - 0.8)).toBeLessThan(0.02);
    expect(Math.abs(covered95 / 4_000 - 0.95)).toBeLessThan(0.01);
    expect(claimed / without).toBeLessThan(0.06);
  });
});

describe("the detectable difference", () => {
  it("is found in four of five campaigns", () => {
    let found = 0;
    for (let seed = 1; seed <= 2_000; seed++) {
      const random = createRandom(seed);
      const [contacted, heldOut] = [300 + random.integer(1_500), 60 + random.integer(300)];
      const rate = 0.03 + 0.2 * random.next();
      const difference = detectableDifference({ contacted, heldOut }, rate, 0.95) ?? 0;
      const { low } = responseDifference(
        { people: contacted, answered: draw(random, contacted, rate + difference) },
        { people: heldOut, answered: draw(random, heldOut, rate) },
        0.95,
      );
      if (low > 0) found += 1;
    }
    expect(Math.abs(found / 2_000 - 0.8)).toBeLessThan(0.03);
  });

  it("is undefined where the groups are too small for any", () => {
    expect(detectableDifference({ contacted: 2, heldOut: 1 }, 0.1, 0.95)).toBeUndefined();
  });
});
