import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawHoldout } from "../../../src/analysis/campaigns/holdout.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";

const scores = Float64Array.from({ length: 1_000 }, (_, i) => i / 1_000);

describe("the holdout", () => {
  it("is a tenth of the list and of every band of scores", () => {
    const heldOut = drawHoldout(scores, 0.1, 7);
    for (let start = 0; start < 1_000; start += 50) {
      expect(heldOut.subarray(start, start + 50).reduce((sum, flag) => sum + flag, 0)).toBe(5);
    }
  });

  it("is the same for the same seed, and another for another", () => {
    expect(drawHoldout(scores, 0.1, 7)).toEqual(drawHoldout(scores, 0.1, 7));
    expect(drawHoldout(scores, 0.1, 7)).not.toEqual(drawHoldout(scores, 0.1, 8));
  });

  it("takes its share of any list, to within a person", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (n, share) => {
          const random = createRandom(n);
          const list = Array.from({ length: n }, () => random.next());
          const taken = drawHoldout(list, share, 7).reduce((sum, flag) => sum + flag, 0);
          expect(Math.abs(taken - n * share)).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });

  it("lets nobody be held out always: each person about as often as the share says", () => {
    const times = new Float64Array(100);
    for (let seed = 1; seed <= 1_000; seed++) {
      drawHoldout(scores.subarray(0, 100), 0.2, seed).forEach(
        (flag, i) => (times[i] = (times[i] ?? 0) + flag),
      );
    }
    // Binomial, 1,000 draws of 0.2: 12.6 is a standard deviation, and of a hundred people the farthest is within five.
    expect(Math.max(...times.map((count) => Math.abs(count - 200)))).toBeLessThan(63);
  });
});
