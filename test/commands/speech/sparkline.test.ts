import { describe, expect, it } from "vitest";
import { sparkline } from "../../../src/commands/speech/sparkline.ts";

describe("sizes as a small picture", () => {
  it("go from the lowest bar to the highest", () => {
    expect(sparkline([100, 100, 150, 200])).toBe("▁▁▄▇"); // by hand: 0, 0, 3 and 6 of 6 steps
  });

  it("look level where they hardly differ", () => {
    expect(sparkline([1_000, 1_010, 1_000, 1_005])).toBe("▄▄▄▄"); // within 1 %, of a span of 20 %
    expect(sparkline([7, 7])).toBe("▄▄");
  });
});
