import type { MethodRequest } from "../../analysis/division/division.ts";
import { hasDistinctRows } from "../../analysis/clustering/trained-centroids.ts";
import { findValue } from "../../analysis/features/value.ts";
import { columnOf, takeColumns } from "../../analysis/numbers/matrix.ts";
import { at } from "../../lib/at.ts";
import type { ActiveSegmentation } from "../../db/segmentations/segmentations.ts";
import type { Payload } from "../../db/requests/tasks.ts";
import { UserError } from "../../contract/errors.ts";
import type { Locale } from "../../lib/locale.ts";
import type { MeasuredBase } from "./measured-base.ts";
import { reclusterSays } from "./recluster-words.ts";

/**
 * The method asked for, with what it needs of the customers.
 *
 * @throws {UserError} When these customers cannot be divided so.
 */
export function methodRequestOf(
  payload: Payload<"recluster">,
  base: MeasuredBase,
  active: ActiveSegmentation,
  locale: Locale,
): MethodRequest {
  const { method = "kmeans", k, epsilon, neighbors } = payload;
  checkDivisible(payload, base, locale);
  if (method === "rfm") return { method, values: filledColumns(base, locale) };
  if (method === "leaves") return { method, k, revenue: revenueOf(base, active, locale) };
  if (method === "dbscan") {
    return {
      method,
      ...(epsilon !== undefined && { epsilon }),
      ...(neighbors !== undefined && { neighbors }),
    };
  }
  return { method, k, ...(payload.compress && { compress: payload.compress }) };
}

function checkDivisible(
  { k, compress }: Payload<"recluster">,
  { points }: MeasuredBase,
  locale: Locale,
): void {
  const words = reclusterSays[locale];
  if (points.columns === 0 || !hasDistinctRows(points, 2)) {
    throw new UserError(words.alike, { hint: "recluster" });
  }
  if (k !== "auto" && !hasDistinctRows(points, k)) {
    throw new UserError(words.tooManySegments(String(k)), { hint: "recluster k auto" });
  }
  const most = points.columns - 1;
  if (compress !== undefined && (most < 1 || (compress.codes ?? 1) > most)) {
    throw new UserError(words.nothingToCompress(String(points.columns)), { hint: "recluster using all" });
  }
  if (compress !== undefined && points.rows < 50) throw new UserError(words.tooFewToCompress);
}

/** Raw values, a missing one by its fill. */
function filledColumns({ sample, forming }: MeasuredBase, locale: Locale) {
  if (forming.length !== 3) throw new UserError(reclusterSays[locale].noRules, { hint: "recluster" });
  const columns = takeColumns(
    sample,
    forming.map(({ position }) => position),
  );
  const values = columns.values.map((value, index) =>
    Number.isNaN(value) ? at(forming, index % 3).preprocessing.fill : value,
  );
  return { ...columns, values };
}

function revenueOf(
  { sample }: MeasuredBase,
  { features }: ActiveSegmentation,
  locale: Locale,
): readonly number[] {
  const value = findValue(features);
  const revenue =
    value === undefined
      ? []
      : Array.from(columnOf(sample, features.indexOf(value)), (amount) =>
          Number.isNaN(amount) ? 0 : amount,
        );
  if (revenue.reduce((sum, amount) => sum + amount, 0) > 0) return revenue;
  throw new UserError(reclusterSays[locale].noRevenue, { hint: "recluster" });
}
