/** Draws the map of 2,000 customers as PNG: <drawings before the one that counts>. The result is 0. */
import { createRandom } from "../../../src/analysis/random.ts";
import { argument, measure } from "../measurement.ts";

const random = createRandom(7);
const rows = Array.from({ length: 2_000 }, (_, row) => ({
  segment: (row % 5) + 1,
  x: (row % 5) * 2 + random.normal(),
  y: (row % 3) + random.normal(),
}));
const words = {
  title: "Five groups, told apart by how much they spend",
  x: "spends more →",
  y: "discounts ↑",
};
const { renderPng } = await import("../../../src/charts/render.ts");
const draw = () => renderPng({ spec: "segment-map", rows, words, altText: "A map of five groups." }, "en");
for (let before = 0; before < Number(argument(0)); before += 1) await draw();
await measure(async () => {
  await draw();
  return 0;
});
