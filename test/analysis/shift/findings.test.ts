import { describe, expect, it } from "vitest";
import { type Check, findChanges } from "../../../src/analysis/shift/findings.ts";

/** A plain change of one segment: 10 %, surely 8 %, five times its floor. */
function check(segment: number, other: Partial<Check> = {}): Check {
  const known = { pValue: 1e-6, change: 100, low: 80, high: 120, effect: 0.1, floor: 0.02 };
  return { kind: "size", segment, ...known, ...other };
}

const segmentsOf = (checks: readonly Check[]) => checks.map(({ segment }) => segment);

describe("findChanges", () => {
  it("tells three at most, those first of which most is sure, and keeps the others for the thread", () => {
    const hardlyKnown = check(0, { pValue: 0.01, effect: 0.4, low: 5, high: 195 }); // surely 40 % · 5 / 100 = 2 %
    const lost = check(2, { change: -100, low: -110, high: -90 }); // surely 10 % · 90 / 100 = 9 %
    const { told, more, checked } = findChanges([hardlyKnown, check(1), lost, check(3, { floor: 0.01 })]);
    expect([segmentsOf(told), segmentsOf(more), checked]).toEqual([[3, 2, 1], [0], 4]);
  });

  it("is silent about what is below its floor, however sure it is", () => {
    expect(findChanges([check(0, { effect: 0.019 }), check(1, { effect: -0.019 })]).told).toEqual([]);
  });

  it("is silent about what may be chance among so many: Benjamini and Hochberg at 10 %", () => {
    // By hand: of 20 the smallest may be 0.1 / 20 = .005 at most; two at .01 may stand, as 2 · .005 = .01.
    const others = Array.from({ length: 19 }, (_, segment) => check(segment + 1, { pValue: 0.5 }));
    expect(findChanges([check(0, { pValue: 0.006 }), ...others]).told).toEqual([]);
    expect(findChanges([check(0, { pValue: 0.005 }), ...others]).told).toHaveLength(1);
    const two = [check(0, { pValue: 0.01 }), check(1, { pValue: 0.01 })];
    expect(findChanges([...two, ...others.slice(1)]).told).toHaveLength(2);
  });

  it("counts the test of all sizes together, and does not tell of it", () => {
    const overall = check(0, { kind: "overall", segment: undefined, effect: 1 });
    expect(findChanges([overall])).toMatchObject({ told: [], more: [], checked: 1 });
  });
});
