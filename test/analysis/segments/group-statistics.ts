import type { Feature } from "../../../src/analysis/features/feature.ts";
import { columnOf, type Matrix, takeRows } from "../../../src/analysis/numbers/matrix.ts";
import type { GroupStatistics } from "../../../src/analysis/segments/statistics.ts";
import { deviation, mean } from "../../../src/analysis/numbers/statistics.ts";

/** Statistics of some rows, as the database computes them from raw values. */
export function statisticsOf(values: Matrix): GroupStatistics {
  const columns = Array.from({ length: values.columns }, (_, column) =>
    columnOf(values, column).filter((value) => !Number.isNaN(value)),
  );
  return {
    size: values.rows,
    means: columns.map((column) => (column.length === 0 ? null : mean(column))),
    deviations: columns.map((column) => (column.length < 2 ? null : deviation(column))),
    counts: columns.map((column) => column.length),
  };
}

/** Statistics of each label's rows. */
export function statisticsByLabel(values: Matrix, labels: Int32Array, k: number): readonly GroupStatistics[] {
  return Array.from({ length: k }, (_, label) => {
    const rows = Array.from(labels.keys()).filter((row) => labels[row] === label);
    return statisticsOf(takeRows(values, rows));
  });
}

/** A feature with the same label in every language. */
export function featureNamed(name: string, unit: Feature["unit"], label = name): Feature {
  return { name, labels: { en: label, es: label, pt: label }, unit, family: "behaviour", transform: "none" };
}
