import { describe, expect, it } from "vitest";
import {
  rfmBorders,
  rfmGroupOf,
  rfmGroups,
  type RfmValues,
} from "../../../src/analysis/clustering/rfm-groups.ts";

const borders = { recency: [10, 30, 60, 90], frequency: [1, 2, 3, 5], monetary: [20, 50, 90, 200] };

function codeOf(customer: RfmValues): string | undefined {
  return rfmGroups[rfmGroupOf(customer, borders)]?.code;
}

describe("rfmGroupOf", () => {
  it("knows the usual characters", () => {
    expect(codeOf({ recency: 3, frequency: 9, monetary: 900 })).toBe("champions");
    expect(codeOf({ recency: 40, frequency: 9, monetary: 900 })).toBe("loyal");
    expect(codeOf({ recency: 200, frequency: 9, monetary: 900 })).toBe("cannot-lose");
    expect(codeOf({ recency: 200, frequency: 3, monetary: 80 })).toBe("at-risk");
    expect(codeOf({ recency: 3, frequency: 1, monetary: 10 })).toBe("new");
    expect(codeOf({ recency: 200, frequency: 1, monetary: 10 })).toBe("hibernating");
  });

  it("puts every pair of scores into exactly one group", () => {
    for (const recency of [1, 2, 3, 4, 5]) {
      for (const worth of [1, 2, 3, 4, 5]) {
        const groups = rfmGroups.filter(
          (each) => each.recency.includes(recency) && each.worth.includes(worth),
        );
        expect(groups).toHaveLength(1);
      }
    }
  });
});

describe("rfmBorders", () => {
  it("cuts into fifths and keeps ties together", () => {
    const customers = [1, 1, 1, 1, 1, 1, 2, 3, 4, 5].map((frequency) => ({
      recency: 1,
      frequency,
      monetary: frequency,
    }));
    const found = rfmBorders(customers);
    // by hand, R's default quantile: positions 1.8, 3.6, 5.4 and 7.2 of 0 to 9
    expect(found.frequency.map((border) => Number(border.toFixed(6)))).toEqual([1, 1, 1.4, 3.2]);
    const groups = new Set(customers.slice(0, 6).map((customer) => rfmGroupOf(customer, found)));
    expect(groups.size).toBe(1);
  });
});
