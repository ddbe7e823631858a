import { expect, it } from "vitest";
import type { PlannedFeature } from "../../../src/analysis/features/formula.ts";
import { dataOf, splitByTime } from "../../../src/jobs/training/train-data.ts";

const labels = { en: "Days as a customer", es: "Días como cliente", pt: "Dias como cliente" };
const joined: PlannedFeature = {
  feature: { name: "customer_days", labels, unit: "days", family: "attribute" },
  formula: { from: "days", attribute: "customer_since" },
  use: "attribute",
};

/** Customers by their days as a customer; the first one answered. */
function splitOf(days: readonly number[]) {
  const values = Float64Array.from(days.flatMap((day, i) => [day, i === 0 ? 1 : 0]));
  const rows = { rows: days.length, columns: 2, values };
  const measured = { planned: [joined], rows, asOf: "2014-07-01", before: undefined } as const;
  return splitByTime(measured, dataOf(rows, { variables: [] }));
}

it("asks about the fifth of the customers who joined last, and learns from all others", () => {
  const split = splitOf([400, 300, 200, 100, 50, Number.NaN]);
  // By hand: the lowest fifth of the known days ends at 50 + 0.8 · 50 = 90, and 90 days before 1 July is 2 April.
  expect(split?.earlier).toEqual({ joinedBefore: "2014-04-02" });
  expect([...(split?.ask.raw.values ?? [])]).toEqual([50]);
  expect([...(split?.learn.raw.values ?? [])]).toEqual([400, 300, 200, 100, Number.NaN]);
});

it("does not split where nobody who was asked has a day of joining", () => {
  expect(splitOf([Number.NaN, Number.NaN])).toBeUndefined();
});
