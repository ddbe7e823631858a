import { type Matrix, takeRows } from "../numbers/matrix.ts";
import type { Random } from "../numbers/random.ts";

/**
 * k-means++: rows to start from that lie far apart. Each further one is drawn with a chance that grows with the squared
 * distance to those before it; of a few drawn so, the one that lowers the inertia most is taken.
 *
 * @param points m × p with at least k different rows.
 * @returns k × p, rows of the points.
 * @see Arthur & Vassilvitskii (2007), "k-means++", with the greedy trials of its section 7. O(m k p log k).
 * @example
 * spreadStart(matrixOf([[0], [0], [9]]), 2, createRandom(7)).values.toSorted(); // => Float64Array.of(0, 9)
 */
export function spreadStart(points: Matrix, k: number, random: Random): Matrix {
  const trials = 2 + Math.floor(Math.log(k));
  const first = random.integer(points.rows);
  const chosen = [first];
  let reached = reach(points, first, undefined);
  while (chosen.length < k) {
    const { squared, total } = reached;
    const drawn = Array.from({ length: trials }, () => drawRow(squared, random.next() * total));
    const reaches = drawn.map((row) => ({ row, ...reach(points, row, squared) }));
    const best = reaches.reduce((a, b) => (b.total < a.total ? b : a));
    chosen.push(best.row);
    reached = best;
  }
  return takeRows(points, chosen);
}

/** Every row's squared distance to the nearest chosen row, and their sum. */
interface Reach {
  readonly squared: Float64Array;
  readonly total: number;
}

/** With one more row chosen. */
function reach({ rows, columns, values }: Matrix, chosen: number, before: Float64Array | undefined): Reach {
  const squared = new Float64Array(rows);
  let total = 0;
  const to = chosen * columns;
  for (let row = 0; row < rows; row += 1) {
    let distance = 0;
    for (let column = 0; column < columns; column += 1) {
      const difference = (values[row * columns + column] ?? NaN) - (values[to + column] ?? NaN);
      distance += difference * difference;
    }
    const least = Math.min(before?.[row] ?? Number.POSITIVE_INFINITY, distance);
    squared[row] = least;
    total += least;
  }
  return { squared, total };
}

/** The row where the sum of the squared distances passes a mark; never one at distance 0, which is chosen already. */
function drawRow(squared: Float64Array, mark: number): number {
  let passed = 0;
  let last = 0;
  for (const [row, distance] of squared.entries()) {
    if (distance === 0) continue;
    last = row;
    passed += distance;
    if (passed > mark) break;
  }
  return last;
}
