import { existsSync } from "node:fs";
import type { Matrix } from "../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../src/analysis/numbers/random.ts";
import { writeMatrix } from "./matrix-file.ts";

/** A made-up table: rows × columns, the same for the same seed. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
}

/** Writes points around as many middles as there are groups, overlapping; row r is of group r mod `groups`. */
export function writePoints(path: string, size: TableSize, groups: number): void {
  if (existsSync(path)) return;
  const random = createRandom(size.seed);
  const middles = Array.from({ length: groups * size.columns }, () => 2 * random.normal());
  const points = fill(size, (row, column) => {
    return (middles[(row % groups) * size.columns + column] ?? 0) + random.normal();
  });
  writeMatrix(path, points);
}

/** Writes standardized features and, in the last column, who answered: about 15 % of the rows. */
export function writeResponses(path: string, size: TableSize): void {
  if (existsSync(path)) return;
  const random = createRandom(size.seed);
  const weights = Array.from({ length: size.columns }, () => 0.4 * random.normal());
  let odds = 0;
  const table = fill({ ...size, columns: size.columns + 1 }, (_row, column) => {
    if (column === 0) odds = -2.2;
    if (column === size.columns) return random.next() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    const value = random.normal();
    odds += value * (weights[column] ?? 0);
    return value;
  });
  writeMatrix(path, table);
}

function fill({ rows, columns }: TableSize, valueAt: (row: number, column: number) => number): Matrix {
  const values = new Float64Array(rows * columns);
  for (let index = 0; index < values.length; index += 1) {
    values[index] = valueAt(Math.floor(index / columns), index % columns);
  }
  return { rows, columns, values };
}
