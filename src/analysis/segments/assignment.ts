import { at } from "../../lib/at.ts";
import { cell, type Matrix } from "../numbers/matrix.ts";

/**
 * The optimal assignment: each row gets a column of its own so that the sum of costs is least.
 *
 * @param costs m × n, finite; where there are more rows than columns some rows get none.
 * @returns For each row its column, or -1.
 * @see Jonker & Volgenant (1987), Computing 38; Crouse (2016), IEEE TAES 52(4) (shortest augmenting paths, as in SciPy's
 *   `linear_sum_assignment`). O(m² n).
 * @example
 * assignColumns(matrixOf([[4, 1, 3], [2, 0, 5], [3, 2, 2]])); // => [1, 0, 2]
 */
export function assignColumns(costs: Matrix): readonly number[] {
  if (costs.rows > costs.columns) {
    const byColumn = assignColumns(transposed(costs));
    return Array.from({ length: costs.rows }, (_, row) => byColumn.indexOf(row));
  }
  const state: Potentials = {
    ofRow: new Float64Array(costs.rows),
    ofColumn: new Float64Array(costs.columns),
    rowOfColumn: Array.from({ length: costs.columns }, () => -1),
  };
  for (let row = 0; row < costs.rows; row += 1) augment(costs, state, row);
  return Array.from({ length: costs.rows }, (_, row) => state.rowOfColumn.indexOf(row));
}

/** Dual prices: no pair costs less than the prices of its row and column, and assigned pairs cost exactly that. */
interface Potentials {
  readonly ofRow: Float64Array;
  readonly ofColumn: Float64Array;
  /** The row that each column is given to, or -1. */
  readonly rowOfColumn: number[];
}

/** Finds a column for one more row along the cheapest path of exchanges (Dijkstra on the reduced costs). */
function augment(costs: Matrix, state: Potentials, newRow: number): void {
  const distance = new Float64Array(costs.columns).fill(Number.POSITIVE_INFINITY);
  const cameFrom = Array.from({ length: costs.columns }, () => -1);
  const done = new Set<number>();
  let row = newRow;
  let column = -1;
  let reached = 0;
  do {
    relax(costs, state, { row, column, reached, distance, cameFrom, done });
    column = nearestOpen(distance, done);
    reached = cell(distance, column);
    done.add(column);
    row = at(state.rowOfColumn, column);
  } while (row !== -1);
  reprice(state, { newRow, reached, distance, done });
  while (column !== -1) {
    const before = at(cameFrom, column);
    state.rowOfColumn[column] = before === -1 ? newRow : at(state.rowOfColumn, before);
    column = before;
  }
}

interface Search {
  readonly row: number;
  /** The column that led to the row; -1 for the new row. */
  readonly column: number;
  readonly reached: number;
  readonly distance: Float64Array;
  readonly cameFrom: number[];
  readonly done: ReadonlySet<number>;
}

function relax(costs: Matrix, { ofRow, ofColumn }: Potentials, search: Search): void {
  const { row, column, reached, distance, cameFrom, done } = search;
  for (let other = 0; other < costs.columns; other += 1) {
    if (done.has(other)) continue;
    const reduced =
      cell(costs.values, row * costs.columns + other) - cell(ofRow, row) - cell(ofColumn, other);
    if (reached + reduced < cell(distance, other)) {
      distance[other] = reached + reduced;
      cameFrom[other] = column;
    }
  }
}

function nearestOpen(distance: Float64Array, done: ReadonlySet<number>): number {
  let nearest = -1;
  for (const [column, length] of distance.entries()) {
    if (!done.has(column) && (nearest === -1 || length < cell(distance, nearest))) nearest = column;
  }
  return nearest;
}

function reprice(
  { ofRow, ofColumn, rowOfColumn }: Potentials,
  {
    newRow,
    reached,
    distance,
    done,
  }: Pick<Search, "reached" | "distance" | "done"> & { readonly newRow: number },
): void {
  ofRow[newRow] = cell(ofRow, newRow) + reached;
  for (const column of done) {
    const gain = reached - cell(distance, column);
    const row = at(rowOfColumn, column);
    ofColumn[column] = cell(ofColumn, column) - gain;
    if (row !== -1) ofRow[row] = cell(ofRow, row) + gain;
  }
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  const result = new Float64Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      result[column * rows + row] = cell(values, row * columns + column);
    }
  }
  return { rows: columns, columns: rows, values: result };
}
