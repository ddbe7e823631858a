import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Matrix, matrixOf } from "../../src/analysis/numbers/matrix.ts";
import { mean, quantiles } from "../../src/analysis/numbers/statistics.ts";
import { realData } from "./real-data.ts";

/** Rows of a plain CSV (no quotes) by header. */
export function readTable(name: string, delimiter = ","): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = readFileSync(join(realData, name), "utf8").trim().split(/\r?\n/);
  const names = header.split(delimiter);
  return lines.map((line) =>
    Object.fromEntries(line.split(delimiter).map((text, index) => [names[index], text])),
  );
}

/** Known labels in the order of the file they belong to. */
export function readLabels(name: string): readonly number[] {
  return readTable(`reference/${name}_labels.csv`).map((row) => Number(row["label"]));
}

/** `reference.json`: inertia and silhouette by set (scikit-learn 1.2.1, best of 200 starts). */
export function readReference(): Readonly<
  Record<string, { readonly inertia: number; readonly silhouette: number }>
> {
  const json = JSON.parse(readFileSync(join(realData, "reference/reference.json"), "utf8"));
  return { ...json, ...json.rfm_log_standardised };
}

/** Columns as standardized points: mean 0, population standard deviation 1. */
export function standardized(columns: readonly (readonly number[])[]): Matrix {
  const scaled = columns.map((values) => {
    const center = mean(values);
    const spread = Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
    return values.map((value) => (value - center) / spread);
  });
  return matrixOf((scaled[0] ?? []).map((_, row) => scaled.map((values) => values[row] ?? Number.NaN)));
}

function numbers(table: readonly Readonly<Record<string, string>>[], column: string): number[] {
  return table.map((row) => Number(row[column]));
}

export function mallPoints(columns: readonly ("age" | "income" | "score")[]): Matrix {
  const table = readTable("Mall_Customers.csv");
  const headers = { age: "Age", income: "Annual Income (k$)", score: "Spending Score (1-100)" };
  return standardized(columns.map((column) => numbers(table, headers[column])));
}

/**
 * Total purchases and total amount of the campaign file as the reference has them: each column but the web purchases
 * winsorised at its .01 and .996 quantiles, then summed (found by trial: it gives the reference's means, deviations and
 * inertias to the last digit).
 */
export function campaignPoints(): Matrix {
  const table = readTable("marketing_campaign.csv", ";");
  const total = (pattern: RegExp) => {
    const columns = Object.keys(table[0] ?? {}).filter((header) => pattern.test(header));
    const values = columns.map((header) => winsorised(numbers(table, header), header !== "NumWebPurchases"));
    return table.map((_, row) => values.reduce((sum, column) => sum + (column[row] ?? Number.NaN), 0));
  };
  return standardized([total(/^Num.*Purchases$/), total(/^Mnt/)]);
}

function winsorised(values: readonly number[], limited: boolean): readonly number[] {
  const [lower = 0, upper = 0] = quantiles(values, [0.01, 0.996]);
  return limited ? values.map((value) => Math.min(Math.max(value, lower), upper)) : values;
}

/** Recency, frequency, monetary of the order file. */
export function ordersPoints(transform: (value: number) => number): Matrix {
  const table = readTable("reference/online_retail_rfm.csv");
  return standardized(
    ["recency", "frequency", "monetary"].map((name) => numbers(table, name).map(transform)),
  );
}
