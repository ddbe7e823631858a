import { describe, expect, it } from "vitest";
import { backfillDays } from "../../../src/analysis/shift/backfill-days.ts";

const asOf = "2026-06-29";
const firstDay = "2024-07-01";

describe("pastDays", () => {
  it("goes back eight weeks by weeks", () => {
    const days = backfillDays({ asOf, firstDay, customers: 2400 });
    expect(days).toHaveLength(8);
    expect([days[0], days[7]]).toEqual(["2026-05-04", "2026-06-22"]);
  });

  it("goes back fewer weeks where that is much work", () => {
    expect(backfillDays({ asOf, firstDay, customers: 400_000 })).toEqual(["2026-06-15", "2026-06-22"]);
  });

  it("does not go to where there were hardly any orders yet, nor where nothing is dated", () => {
    expect(backfillDays({ asOf, firstDay: "2026-04-01", customers: 2400 })).toEqual([]);
    expect(backfillDays({ asOf, firstDay: null, customers: 2400 })).toEqual([]);
  });
});
