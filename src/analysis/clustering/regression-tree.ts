import { type CartNode, DecisionTreeRegression } from "ml-cart";
import { at } from "../../at.ts";
import { type Matrix, requireFinite, rowOf, rowsOf, takeRows } from "../matrix.ts";
import { createRandom, sampleRows } from "../random.ts";
import { mean } from "../statistics.ts";

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
}

/** `ml-cart` tries every value of every column at every node, in n steps each: its cost grows with the square of these. */
const trainingRows = 500;
/** Nodes with no more training rows than this are not split. */
const leastRows = 20;

/**
 * A shallow regression tree that `ml-cart` grows on a sample of 500 rows, with the means of its leaves taken from all rows.
 *
 * @param points n × p, finite.
 * @param target n numbers to predict.
 * @throws {RangeError} When a value is not finite.
 * @see Breiman et al. (1984), "Classification and Regression Trees" (least squares).
 * @example
 * const line = Array.from({ length: 40 }, (_, row) => row);
 * leafMeans(regressionTree(matrixOf(line.map((x) => [x])), line.map((x) => (x < 20 ? 0 : 5)), { seed: 7, depth: 1 })); // => [0, 5]
 */
export function regressionTree(
  points: Matrix,
  target: readonly number[],
  { seed, depth = 3 }: TreeOptions,
): Tree {
  requireFinite(points);
  const sample = sampleRows(createRandom(seed), points.rows, trainingRows);
  const values = Array.from(sample, (row) => at(target, row));
  const spread = Math.max(...values) - Math.min(...values);
  // Its "gain" is the error that is left, and it takes 0 for no gain: a threshold below 0 and a hair's breadth on one
  // value let it make perfect splits too.
  const grown = new DecisionTreeRegression({ maxDepth: depth, minNumSamples: leastRows, gainThreshold: -1 });
  grown.train(rowsOf(takeRows(points, sample)), values.with(0, at(values, 0) + hair * spread));
  return numbered(
    pruned(withMeans(numbered(plain(grown.root), { next: 0 }), points, target), 2 * hair * spread),
    {
      next: 0,
    },
  );
}

const hair = 1e-6;

/** Splits whose sides have the same mean say nothing. */
function pruned(tree: Tree, least: number): Tree {
  if ("leaf" in tree) return tree;
  const below = pruned(tree.below, least);
  const above = pruned(tree.above, least);
  const isIdle = "leaf" in below && "leaf" in above && Math.abs(below.mean - above.mean) <= least;
  return isIdle ? below : { ...tree, below, above };
}

/** `ml-cart` leaves the values of an abandoned split on a leaf: only a node with both children is a split. */
function plain({ left, right, splitColumn, splitValue }: CartNode): Tree {
  if (left === undefined || right === undefined || splitColumn === undefined || splitValue === undefined) {
    return { leaf: 0, mean: 0 };
  }
  return { column: splitColumn, threshold: splitValue, below: plain(left), above: plain(right) };
}

function numbered(tree: Tree, counter: { next: number }): Tree {
  if ("leaf" in tree) {
    counter.next += 1;
    return { ...tree, leaf: counter.next - 1 };
  }
  const below = numbered(tree.below, counter);
  return { ...tree, below, above: numbered(tree.above, counter) };
}

function withMeans(tree: Tree, points: Matrix, target: readonly number[]): Tree {
  const sums = new Map<number, { total: number; rows: number }>();
  for (let row = 0; row < points.rows; row += 1) {
    const { leaf } = leafFor(tree, rowOf(points, row));
    const { total, rows } = sums.get(leaf) ?? { total: 0, rows: 0 };
    sums.set(leaf, { total: total + at(target, row), rows: rows + 1 });
  }
  const overall = mean(target);
  return replaceLeaves(tree, ({ leaf }) => {
    const found = sums.get(leaf);
    return { leaf, mean: found === undefined ? overall : found.total / found.rows };
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
