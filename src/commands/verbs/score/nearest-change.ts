import { at } from "../../../lib/at.ts";
import { explainScore, type StoredModel } from "../../../analysis/response/stored-model.ts";

/** The smallest change of one value that would carry a customer over the line. */
export interface Change {
  /** Position among the model's columns. */
  readonly column: number;
  readonly value: number;
}

/**
 * What a marketer could move: what a customer does (orders, visits, amounts), never who they are (age, family,
 * income), and never a past that cannot be changed into a smaller one.
 */
export function nearestChange(
  model: StoredModel,
  raw: readonly number[],
  cutOff: number,
): Change | undefined {
  let best: (Change & { readonly steps: number }) | undefined;
  model.columns.forEach(({ feature, preprocessing }, column) => {
    if (feature.family !== "behaviour" || feature.unit === "days") return;
    const weight = at(model.coefficients, column + 1);
    const start = at(raw, column);
    if (weight <= 0 || Number.isNaN(start)) return;
    const step = feature.unit === "count" ? 1 : Math.max(Math.abs(start) * 0.1, 1);
    for (let steps = 1; steps <= 20; steps++) {
      const value = start + steps * step;
      const changed = raw.map((known, i) => (i === column ? value : known));
      if (explainScore(model, changed).probability < cutOff) continue;
      const distance = (steps * step) / preprocessing.scale;
      if (best === undefined || distance < best.steps) best = { column, value, steps: distance };
      return;
    }
  });
  return best;
}
