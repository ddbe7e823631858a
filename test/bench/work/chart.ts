/**
 * Draws the map of 2,000 customers as PNG, as the thread of the built product does: <folder of dist> <drawings before the one
 * that counts>. The result is 0.
 */
import { join } from "node:path";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import type { drawChart as DrawChart } from "../../../src/app/worker-thread.ts";
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
const built = join(argument(0), "worker-thread.js");
const { drawChart } = (await import(built)) as { readonly drawChart: typeof DrawChart };
const chart = { spec: "segment-map", rows, words, altText: "A map of five groups." };
const draw = () => drawChart({ chart, locale: "en" });
for (let before = 0; before < Number(argument(1)); before += 1) await draw();
await measure(async () => {
  await draw();
  return 0;
});
