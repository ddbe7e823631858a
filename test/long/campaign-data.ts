import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TrainingData } from "../../src/analysis/response/held-out.ts";
import { realData } from "./real-data.ts";

/** The campaign file as the response model sees it: numbers, categories as flags, totals; no ID, no Response. */
export function campaignData(): TrainingData {
  const [head = [], ...rows] = readFileSync(join(realData, "marketing_campaign.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(";"));
  const cell = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? "";
  const columns: number[][] = [];
  const variables: { name: string; columns: number[] }[] = [];
  const add = (name: string, lists: readonly number[][]) => {
    variables.push({ name, columns: lists.map((list) => columns.push(list) - 1) });
  };
  for (const name of head) {
    const cells = rows.map((row) => cell(row, name));
    if (name === "ID" || name === "Response") continue;
    if (name === "Education" || name === "Marital_Status") {
      const levels = [...new Set(cells)].filter(
        (level) => cells.filter((text) => text === level).length >= 30,
      );
      add(
        name,
        levels.map((level) => cells.map((text) => (text === level ? 1 : 0))),
      );
    } else if (name === "Dt_Customer") {
      add(name, [cells.map((text) => Date.parse(text) / 86_400_000)]);
    } else {
      add(name, [cells.map((text) => (text === "" ? Number.NaN : Number(text)))]);
    }
  }
  const sum = (row: readonly string[], names: readonly string[]) =>
    names.reduce((total, name) => total + Number(cell(row, name)), 0);
  const accepted = head.filter((name) => name.startsWith("AcceptedCmp"));
  const amounts = head.filter((name) => name.startsWith("Mnt"));
  add("accepted", [rows.map((row) => sum(row, accepted))]);
  add("total_amount", [rows.map((row) => sum(row, amounts))]);
  add("household", [
    rows.map(
      (row) =>
        sum(row, ["Kidhome", "Teenhome"]) + (/Married|Together/.test(cell(row, "Marital_Status")) ? 2 : 1),
    ),
  ]);
  const values = new Float64Array(rows.length * columns.length);
  columns.forEach((list, j) => {
    list.forEach((value, i) => {
      values[i * columns.length + j] = value;
    });
  });
  return {
    raw: { rows: rows.length, columns: columns.length, values },
    variables,
    outcomes: Uint8Array.from(rows, (row) => Number(cell(row, "Response"))),
  };
}
