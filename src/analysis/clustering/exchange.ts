import { labelAt, type Matrix, rowOf } from "../numbers/matrix.ts";
import { type Descent, descend, meansByLabel } from "./lloyd.ts";

/**
 * Hartigan's exchange: moves single rows as long as a move lowers the inertia, counting that both means move too.
 *
 * Lloyd's algorithm stops as soon as every row is nearest to its own mean; about every third such place can still be left
 * by moving one row (the order file's k 4 by 8e-6 of its inertia). Every place where this stops is one of Lloyd's.
 *
 * @param from Where Lloyd's algorithm ended, on the same points.
 * @see Hartigan & Wong (1979), AS 136; Telgarsky & Vattani (2010), "Hartigan's method", AISTATS. O(passes n k p).
 * @example
 * exchangeRows(matrixOf([[0], [2], [3.5]]), descend(matrixOf([[0], [2], [3.5]]), matrixOf([[0], [2]]), 9)).inertia; // => 1.125
 */
export function exchangeRows(points: Matrix, from: Descent): Descent {
  const k = from.centroids.rows;
  const labels = from.labels.slice();
  const { means, sizes } = meansByLabel(points, labels, k);
  const groups: Groups = { means, sizes, labels };
  for (let pass = 1; pass <= maxPasses; pass += 1) {
    if (exchangeOnce(points, groups) === 0) break;
  }
  // Means that were moved a row at a time carry rounding errors: a last descent takes them anew.
  const ended = descend(points, meansByLabel(points, labels, k).means, 10);
  return ended.inertia < from.inertia ? ended : from;
}

const maxPasses = 50;
/** A gain below this share of the row's own part is rounding. */
const leastGain = 1e-9;

interface Groups {
  readonly means: Matrix;
  readonly sizes: Int32Array;
  readonly labels: Int32Array;
}

/** One pass over all rows; returns how many have moved. */
function exchangeOnce(points: Matrix, { means, sizes, labels }: Groups): number {
  let moved = 0;
  for (let row = 0; row < points.rows; row += 1) {
    const own = labels[row] ?? -1;
    const ownSize = sizes[own] ?? NaN;
    if (ownSize <= 1) continue;
    const saved = (ownSize / (ownSize - 1)) * distance(points, row, means, own);
    let cheapest = saved * (1 - leastGain);
    let target = own;
    for (let other = 0; other < means.rows; other += 1) {
      const size = sizes[other] ?? NaN;
      const cost =
        other === own ? Number.POSITIVE_INFINITY : (size / (size + 1)) * distance(points, row, means, other);
      if (cost < cheapest) {
        cheapest = cost;
        target = other;
      }
    }
    if (target === own) continue;
    moveRow(rowOf(points, row), { means, sizes, labels }, own, target);
    labels[row] = target;
    moved += 1;
  }
  return moved;
}

/** Squared distance of a row to a mean. */
function distance({ columns, values }: Matrix, row: number, means: Matrix, label: number): number {
  const from = row * columns;
  const to = label * columns;
  let squared = 0;
  for (let column = 0; column < columns; column += 1) {
    const difference = (values[from + column] ?? NaN) - (means.values[to + column] ?? NaN);
    squared += difference * difference;
  }
  return squared;
}

/** Takes a row out of one mean and into another. */
function moveRow(row: Float64Array, { means, sizes }: Groups, from: number, to: number): void {
  const left = labelAt(sizes, from) - 1;
  const joined = labelAt(sizes, to) + 1;
  const fromMean = rowOf(means, from);
  const toMean = rowOf(means, to);
  for (let column = 0; column < row.length; column += 1) {
    const value = row[column] ?? NaN;
    fromMean[column] = (fromMean[column] ?? NaN) + ((fromMean[column] ?? NaN) - value) / left;
    toMean[column] = (toMean[column] ?? NaN) + (value - (toMean[column] ?? NaN)) / joined;
  }
  sizes[from] = left;
  sizes[to] = joined;
}
