import { at } from "../../lib/at.ts";
import { cell, columnOf, type Matrix, takeRows } from "../numbers/matrix.ts";
import { createRandom, sampleRows } from "../numbers/random.ts";
import { mean } from "../numbers/statistics.ts";

/** Two features that go together. */
export interface Relation {
  readonly a: number;
  readonly b: number;
  /** Rank correlation in [-1, 1]. */
  readonly correlation: number;
  /** Customers with a value in both. */
  readonly customers: number;
}

export interface Relations {
  /** p × p, symmetric, 1 on the diagonal; NaN where a feature does not vary. */
  readonly correlations: Matrix;
  /** Every pair, the strongest first. */
  readonly pairs: readonly Relation[];
  /** Pairs from .95 on: nearly the same thing measured twice, so one of them is enough for segments. */
  readonly nearDuplicates: readonly Relation[];
}

const comparedRows = 5_000;
const nearDuplicate = 0.95;

/**
 * Which features go together: Spearman's rank correlation of every pair, which a few wholesalers cannot bend.
 *
 * @param values n × p raw values, NaN where missing: a pair is measured on customers who have both.
 * @param seed Of the sample of 5,000 that stands for more.
 * @see Spearman (1904), "The proof and measurement of association between two things". O(p² n log n).
 * @example
 * relations(matrixOf([[1, 9], [2, 7], [3, 8]]), 7).pairs[0]?.correlation; // => -0.5
 */
export function relations(values: Matrix, seed: number): Relations {
  const sample = takeRows(values, sampleRows(createRandom(seed), values.rows, comparedRows));
  const columns = Array.from({ length: sample.columns }, (_, column) => columnOf(sample, column));
  const correlations = new Float64Array(columns.length ** 2).fill(1);
  const pairs: Relation[] = [];
  for (let a = 0; a < columns.length; a += 1) {
    for (let b = a + 1; b < columns.length; b += 1) {
      const relation = { a, b, ...rankCorrelation(at(columns, a), at(columns, b)) };
      correlations[a * columns.length + b] = relation.correlation;
      correlations[b * columns.length + a] = relation.correlation;
      if (!Number.isNaN(relation.correlation)) pairs.push(relation);
    }
  }
  pairs.sort((one, other) => Math.abs(other.correlation) - Math.abs(one.correlation) || one.a - other.a);
  return {
    correlations: { rows: columns.length, columns: columns.length, values: correlations },
    pairs,
    nearDuplicates: pairs.filter(({ correlation }) => Math.abs(correlation) >= nearDuplicate),
  };
}

/**
 * Spearman's rank correlation of two lists, ties by mean rank, on the positions where both have a value.
 *
 * @returns NaN in `correlation` when fewer than three customers have both, or one of the two does not vary.
 * @example
 * rankCorrelation([1, 2, 3, NaN], [10, 20, 15, 5]); // => { correlation: 0.5, customers: 3 }
 */
export function rankCorrelation(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { readonly correlation: number; readonly customers: number } {
  const both = Array.from({ length: a.length }, (_, row) => row).filter(
    (row) => !Number.isNaN(at(a, row)) && !Number.isNaN(at(b, row)),
  );
  if (both.length < 3) return { correlation: Number.NaN, customers: both.length };
  const ranksA = ranks(both.map((row) => at(a, row)));
  const ranksB = ranks(both.map((row) => at(b, row)));
  return { correlation: correlationOf(ranksA, ranksB), customers: both.length };
}

/**
 * Ranks from 1, ties by their mean.
 *
 * @example
 * ranks([5, 1, 5]); // => Float64Array.of(2.5, 1, 2.5)
 */
export function ranks(values: readonly number[]): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => at(values, a) - at(values, b));
  const result = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1] ?? -1] === values[order[first] ?? -1]) last += 1;
    for (let index = first; index <= last; index += 1) result[at(order, index)] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return result;
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [cell(a, index) - meanA, cell(b, index) - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}
