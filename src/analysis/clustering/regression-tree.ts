import { at } from "../../lib/at.ts";
import { cell, type Matrix, requireFinite, rowOf } from "../numbers/matrix.ts";
import { createRandom, sampleRows } from "../numbers/random.ts";
import { mean } from "../numbers/statistics.ts";

/** A tree as plain data, to be stored with a segmentation: rows below the threshold go to `below`, the others to `above`. */
export type Tree = Leaf | Split;

export interface Leaf {
  /** Leaves are numbered 0 … from the left. */
  readonly leaf: number;
  /** Mean of the target among the training rows in it. */
  readonly mean: number;
}

export interface Split {
  readonly column: number;
  readonly threshold: number;
  readonly below: Tree;
  readonly above: Tree;
}

export interface TreeOptions {
  readonly seed: number;
  /** Questions from the root to a leaf; 3 by default: at most 8 leaves. */
  readonly depth?: number;
  /** How many rows borders are looked for in; 2,000 by default. Fewer for each tree make a forest of different ones. */
  readonly rows?: number;
}

const trainingRows = 2_000;
/** A leaf holds at least so many training rows. */
const leastRows = 10;

/**
 * A shallow regression tree, grown on a sample of 2,000 rows, with the means of its leaves taken from all rows.
 *
 * @param points n × p, finite.
 * @param target n numbers to predict.
 * @throws {RangeError} When a value is not finite.
 * @see Breiman et al. (1984), "Classification and Regression Trees" (least squares). O(depth p n log n).
 * @example
 * const line = Array.from({ length: 40 }, (_, row) => row);
 * leafMeans(regressionTree(matrixOf(line.map((x) => [x])), line.map((x) => (x < 20 ? 0 : 5)), { seed: 7, depth: 1 })); // => [0, 5]
 */
export function regressionTree(
  points: Matrix,
  target: readonly number[],
  { seed, depth = 3, rows = trainingRows }: TreeOptions,
): Tree {
  requireFinite(points);
  const values = Float64Array.from(target);
  const sample = sampleRows(createRandom(seed), points.rows, rows);
  const grown = grow(points, values, sample, depth);
  return withMeans(numbered(grown, { next: 0 }), points, values);
}

/** The border that leaves the least squared error, and the same on both of its sides. */
function grow(points: Matrix, target: Float64Array, rows: Int32Array, depth: number): Tree {
  const border = depth === 0 ? undefined : bestBorder(points, target, rows);
  if (border === undefined) return { leaf: 0, mean: 0 };
  const { column, threshold } = border;
  const isBelow = (row: number) => cell(points.values, row * points.columns + column) < threshold;
  return {
    column,
    threshold,
    below: grow(points, target, rows.filter(isBelow), depth - 1),
    above: grow(
      points,
      target,
      rows.filter((row) => !isBelow(row)),
      depth - 1,
    ),
  };
}

/** Undefined where no border makes the error smaller. */
function bestBorder(points: Matrix, target: Float64Array, rows: Int32Array) {
  const total = rows.reduce((sum, row) => sum + cell(target, row), 0);
  const whole = total ** 2 / rows.length;
  let best: { readonly column: number; readonly threshold: number } | undefined;
  // What both sides explain must exceed what the whole does by more than rounding.
  let most = whole + 1e-9 * Math.max(1, Math.abs(whole));
  for (let column = 0; column < points.columns; column += 1) {
    const valueOf = (row: number) => points.values[row * points.columns + column] ?? NaN;
    const sorted = rows.toSorted((a, b) => valueOf(a) - valueOf(b));
    let below = 0;
    for (let count = 1; count < sorted.length; count += 1) {
      const last = sorted[count - 1] ?? -1;
      below += target[last] ?? NaN;
      const left = valueOf(last);
      const right = valueOf(sorted[count] ?? -1);
      if (left === right || count < leastRows || sorted.length - count < leastRows) continue;
      const explained = below ** 2 / count + (total - below) ** 2 / (sorted.length - count);
      if (explained > most) [most, best] = [explained, { column, threshold: (left + right) / 2 }];
    }
  }
  return best;
}

function numbered(tree: Tree, counter: { next: number }): Tree {
  if ("leaf" in tree) {
    counter.next += 1;
    return { ...tree, leaf: counter.next - 1 };
  }
  const below = numbered(tree.below, counter);
  return { ...tree, below, above: numbered(tree.above, counter) };
}

function withMeans(tree: Tree, points: Matrix, target: Float64Array): Tree {
  const sums = new Map<number, { total: number; rows: number }>();
  for (let row = 0; row < points.rows; row += 1) {
    const { leaf } = leafFor(tree, rowOf(points, row));
    const { total, rows } = sums.get(leaf) ?? { total: 0, rows: 0 };
    sums.set(leaf, { total: total + cell(target, row), rows: rows + 1 });
  }
  return replaceLeaves(tree, ({ leaf }) => {
    const { total, rows } = sums.get(leaf) ?? { total: 0, rows: 1 };
    return { leaf, mean: total / rows };
  });
}

function replaceLeaves(tree: Tree, replace: (leaf: Leaf) => Leaf): Tree {
  if ("leaf" in tree) return replace(tree);
  return { ...tree, below: replaceLeaves(tree.below, replace), above: replaceLeaves(tree.above, replace) };
}

/**
 * The leaf that a row ends in.
 *
 * @example
 * leafFor({ column: 0, threshold: 5, below: { leaf: 0, mean: 1 }, above: { leaf: 1, mean: 9 } }, [7]).mean; // => 9
 */
export function leafFor(tree: Tree, row: ArrayLike<number>): Leaf {
  let node = tree;
  while (!("leaf" in node)) {
    // A missing value is not below anything.
    node = (row[node.column] ?? Number.NaN) < node.threshold ? node.below : node.above;
  }
  return node;
}

/**
 * The means of a tree's leaves from the left.
 *
 * @example
 * leafMeans({ leaf: 0, mean: 3 }); // => [3]
 */
export function leafMeans(tree: Tree): readonly number[] {
  return "leaf" in tree ? [tree.mean] : [...leafMeans(tree.below), ...leafMeans(tree.above)];
}

/**
 * How well a tree predicts: the part of the target's variance that it explains on these rows.
 *
 * @returns 1 at best; 0 is no better than the mean of these rows, below 0 worse.
 * @example
 * explainedBy({ leaf: 0, mean: 2 }, matrixOf([[0], [0]]), [1, 3]); // => 0
 */
export function explainedBy(tree: Tree, points: Matrix, target: readonly number[]): number {
  const center = mean(target);
  let [left, total] = [0, 0];
  for (const [row, value] of target.entries()) {
    left += (value - leafFor(tree, rowOf(points, row)).mean) ** 2;
    total += (value - center) ** 2;
  }
  return 1 - left / total;
}

/**
 * Rows as the leaves they end in: 1 / √trees where a row is in a leaf, else 0, so that two rows that share no leaf are √2
 * apart, whatever the number of trees.
 *
 * @returns n × the leaves of all trees.
 * @example
 * embedByLeaves([{ leaf: 0, mean: 3 }], matrixOf([[8], [9]])).values; // => Float64Array.of(1, 1)
 */
export function embedByLeaves(trees: readonly Tree[], points: Matrix): Matrix {
  const counts = trees.map((tree) => leafMeans(tree).length);
  const offsets = counts.map((_, index) => counts.slice(0, index).reduce((total, count) => total + count, 0));
  const columns = counts.reduce((total, count) => total + count, 0);
  const values = new Float64Array(points.rows * columns);
  const height = 1 / Math.sqrt(trees.length);
  for (let row = 0; row < points.rows; row += 1) {
    for (const [index, tree] of trees.entries()) {
      const { leaf } = leafFor(tree, rowOf(points, row));
      values[row * columns + at(offsets, index) + leaf] = height;
    }
  }
  return { rows: points.rows, columns, values };
}
