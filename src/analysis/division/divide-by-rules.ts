import { at } from "../../lib/at.ts";
import { cell, type Matrix, rowOf, rowsOf } from "../numbers/matrix.ts";
import { rfmBorders, rfmGroupOf, rfmGroups, rfmTable, type RfmValues } from "../clustering/rfm-groups.ts";
import { divideByKMeans } from "./divide-by-k-means.ts";
import {
  automatic,
  type Division,
  type DivisionRequest,
  type Divisions,
  type OnStep,
  type RuleWay,
  withoutChoice,
} from "./division.ts";
import { labelSizes } from "../clustering/k-means.ts";
import { meansByLabel } from "../clustering/lloyd.ts";
import { silhouette } from "../clustering/silhouette.ts";
import { stability } from "../clustering/stability.ts";

/**
 * The usual RFM groups that somebody is in, and k-means on the same three features beside them.
 *
 * @throws {RangeError} When all customers are alike.
 * @example
 * const values = matrixOf(Array.from({ length: 50 }, (_, row) => [row, 50 - row, 50 - row]));
 * const request = { points: values, customers: 50, seed: 7, way: { method: "rfm", values } } as const;
 * divideByRules(request, request.way, () => undefined).divisions.map(({ method }) => method); // => ["rfm", "kmeans"]
 */
export function divideByRules(request: DivisionRequest, { values }: RuleWay, onStep: OnStep): Divisions {
  const beside = divideByKMeans(request, automatic, onStep);
  return { divisions: [rules(request, values, onStep), ...beside] };
}

function rules({ points, seed }: DivisionRequest, values: Matrix, onStep: OnStep): Division {
  const borders = rfmBorders(rowsOf(values).map(valuesOf));
  const groups = groupsBy(values, values);
  const sizes = labelSizes(groups, rfmGroups.length);
  const inhabited = Array.from(sizes.keys()).filter((group) => at(sizes, group) > 0);
  const labels = groups.map((group) => inhabited.indexOf(group));
  return {
    method: "rfm",
    assigner: {
      by: "rules",
      borders,
      table: rfmTable(sizes).map((group) => inhabited.indexOf(group)),
      centroids: rowsOf(meansByLabel(points, labels, inhabited.length).means),
    },
    silhouette: silhouette(points, labels, { seed, exactRows: 5_000, sampleSize: 5_000 }).mean,
    // Other customers would give other borders: how far the groups depend on them is what may be doubted of a rule.
    stability: stability(values, labels, {
      seed,
      divide: (drawn) => groupsBy(drawn, drawn),
      onStep: (done, total) => onStep("prove", done, total),
    }),
    choice: withoutChoice,
    names: inhabited.map((group) => at(rfmGroups, group).names),
  };
}

/** The group of each row by borders that are learned from other rows. */
function groupsBy(values: Matrix, others: Matrix): Int32Array {
  const borders = rfmBorders(rowsOf(others).map(valuesOf));
  return Int32Array.from({ length: values.rows }, (_, row) =>
    rfmGroupOf(valuesOf(rowOf(values, row)), borders),
  );
}

function valuesOf(row: ArrayLike<number>): RfmValues {
  const value = (column: number) => cell(Float64Array.from(row), column);
  return { recency: value(0), frequency: value(1), monetary: value(2) };
}
