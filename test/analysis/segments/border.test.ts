import { expect, it } from "vitest";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { borderOf } from "../../../src/analysis/segments/border.ts";

it("lies where drawing two thousand times puts it, and keeps as many members", () => {
  const [size, customers, draws] = [60, 400, 2_000];
  const random = createRandom(3);
  const places: number[] = [];
  let kept = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = Array.from({ length: customers }, () => random.integer(customers)).sort((a, b) => a - b);
    const place = (drawn[size - 1] ?? 0) + 1;
    places.push(place);
    kept += Math.min(place, size) / Math.max(place, size) / draws;
  }
  places.sort((a, b) => a - b);
  const border = borderOf(size, customers);
  expect(Math.abs(border.first - (places[0.025 * draws] ?? 0))).toBeLessThanOrEqual(2);
  expect(Math.abs(border.last - (places[0.975 * draws] ?? 0))).toBeLessThanOrEqual(2);
  expect(border.stability).toBeCloseTo(kept, 1.7);
});

it("needs somebody on both sides", () => {
  expect(() => borderOf(400, 400)).toThrow("both sides");
});
