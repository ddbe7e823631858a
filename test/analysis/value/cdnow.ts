import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PurchaseHistory } from "../../../src/analysis/value/purchase-history.ts";

const folder = process.env["SEGMENTA_TEST_DATA"] ?? join(import.meta.dirname, "../../../../shared/data");
const file = join(folder, "CDNOW_sample.txt");
const dayMs = 86_400_000;
const calibrationEnd = Date.UTC(1997, 8, 30) / dayMs;

/** The calibration period of the CDNOW sample in weeks, purchases of a day merged; undefined without the shared data. */
export function cdnowHistories(): readonly PurchaseHistory[] | undefined {
  if (!existsSync(file)) return undefined;
  const days = new Map<string, Set<number>>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [, customer, date] = line.trim().split(/\s+/u);
    if (customer === undefined || date === undefined) continue;
    const day =
      Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / dayMs;
    if (day <= calibrationEnd) days.set(customer, (days.get(customer) ?? new Set()).add(day));
  }
  return [...days.values()].map((bought) => {
    const first = Math.min(...bought);
    return {
      repeats: bought.size - 1,
      recency: (Math.max(...bought) - first) / 7,
      age: (calibrationEnd - first) / 7,
    };
  });
}
