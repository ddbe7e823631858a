import { at } from "../../lib/at.ts";
import { type Matrix, takeRows } from "../numbers/matrix.ts";
import { createRandom, derivedSeed, shuffledRows } from "../numbers/random.ts";
import { mean } from "../numbers/statistics.ts";
import { type Clustering, kMeans } from "./k-means.ts";
import { embedByLeaves, explainedBy, regressionTree, type Tree } from "./regression-tree.ts";
import { silhouette } from "./silhouette.ts";

/** Segments of customers who end in the same leaves of trees that predict revenue. */
export interface LeafSegments {
  readonly clustering: Clustering;
  /** Stored to place customers later: `embedByLeaves`, then the nearest centroid. */
  readonly trees: readonly Tree[];
  /** Part of the target's variance that trees explain on customers they were not grown on (5 folds); 0 is nothing. */
  readonly explained: number;
  /** Silhouette among the leaves: high by construction, so never shown alone. */
  readonly leafSilhouette: number;
  /** Silhouette of the same segments in the features: the one to compare with other methods. */
  readonly silhouette: number;
}

export interface GrowOptions {
  readonly seed: number;
  /** Questions on the way to a leaf. */
  readonly depth: number;
  /** 5 by default; 1 is the plain leaf embedding, with k its number of leaves. */
  readonly trees?: number;
  readonly onStep?: (done: number, total: number) => void;
}

export interface LeafOptions extends Omit<GrowOptions, "depth"> {
  readonly k: number;
  /** By default enough for twice as many leaves as segments. */
  readonly depth?: number;
}

/** Trees that predict revenue, and how well they do. */
export type GrownTrees = Pick<LeafSegments, "trees" | "explained">;

const folds = 5;
/** Rows that silhouettes compare: there are many columns. */
const compared = { exactRows: 2_000, sampleSize: 2_000 };

/**
 * Questions on the way to a leaf that give at least twice as many leaves as segments.
 *
 * @example
 * depthFor(9); // => 5
 */
export function depthFor(k: number): number {
  return Math.max(3, Math.ceil(Math.log2(k)) + 1);
}

/**
 * Leaves: trees predict revenue, customers who end in the same leaves are alike, k-means divides them.
 *
 * @param points n × p features without revenue itself, finite; thresholds need no scaling, the silhouette does.
 * @param revenue n amounts; a logarithm keeps a few wholesalers from being all that the trees see.
 * @throws {RangeError} When the trees tell fewer than k kinds of customers apart.
 * @see Moosmann, Triggs & Jurie (2006), "Fast discriminative visual codebooks using randomized clustering forests".
 * @example
 * const rows = Array.from({ length: 60 }, (_, row) => [row % 3, row]);
 * leafSegments(matrixOf(rows), rows.map(([group]) => 10 * group), { k: 3, seed: 7, trees: 1 }).clustering.sizes; // => [20, 20, 20]
 */
export function leafSegments(points: Matrix, revenue: readonly number[], options: LeafOptions): LeafSegments {
  const { k, depth = depthFor(k), seed, onStep } = options;
  const grown = growTrees(points, revenue, {
    ...options,
    depth,
    onStep: (done, total) => onStep?.(done, total + 1),
  });
  const steps = folds + grown.trees.length + 1;
  const embedded = embedByLeaves(grown.trees, points);
  const clustering = clusterLeaves(embedded, k, seed);
  onStep?.(steps, steps);
  return {
    ...grown,
    clustering,
    leafSilhouette: silhouette(embedded, clustering.labels, { seed, ...compared }).mean,
    silhouette: silhouette(points, clustering.labels, { seed, ...compared }).mean,
  };
}

/**
 * Trees that predict revenue, each from another sample, and how much of it they explain on customers they have not seen.
 *
 * @example
 * const rows = Array.from({ length: 60 }, (_, row) => [row % 3, row]);
 * growTrees(matrixOf(rows), rows.map(([group]) => 10 * group), { depth: 3, seed: 7, trees: 2 }).trees.length; // => 2
 */
export function growTrees(points: Matrix, revenue: readonly number[], options: GrowOptions): GrownTrees {
  const { seed, depth, trees: count = 5, onStep } = options;
  const steps = folds + count;
  const explained = heldOutExplained(points, revenue, {
    seed,
    depth,
    onStep: (fold) => onStep?.(fold, steps),
  });
  const trees = growForest(points, revenue, {
    seed,
    depth,
    trees: count,
    onStep: (done) => onStep?.(folds + done, steps),
  });
  return { trees, explained };
}

/**
 * The trees alone. One of several sees about two thirds of the customers, so that they differ.
 *
 * @example
 * const rows = Array.from({ length: 60 }, (_, row) => [row % 3, row]);
 * growForest(matrixOf(rows), rows.map(([group]) => 10 * group), { depth: 3, seed: 7, trees: 2 }).length; // => 2
 */
export function growForest(
  points: Matrix,
  revenue: readonly number[],
  { seed, depth, trees: count = 5, onStep }: GrowOptions,
): readonly Tree[] {
  const rows = count === 1 ? points.rows : Math.round(0.632 * points.rows);
  return Array.from({ length: count }, (_, index) => {
    const tree = regressionTree(points, revenue, {
      seed: derivedSeed(seed, index),
      depth,
      rows: Math.min(2_000, rows),
    });
    onStep?.(index + 1, count);
    return tree;
  });
}

/**
 * Customers divided by the leaves they are in.
 *
 * @param embedded n × leaves, from `embedByLeaves`.
 * @throws {RangeError} When fewer than k rows differ in their leaves.
 * @example
 * clusterLeaves(matrixOf([[1, 0], [1, 0], [0, 1], [0, 1]]), 2, 7).sizes; // => [2, 2]
 */
export function clusterLeaves(embedded: Matrix, k: number, seed: number): Clustering {
  // Columns are many and rows repeat: a few starts find what there is.
  return kMeans(embedded, k, { seed, starts: 5, scouts: 5 });
}

function heldOutExplained(
  points: Matrix,
  revenue: readonly number[],
  {
    seed,
    depth,
    onStep,
  }: { readonly seed: number; readonly depth: number; readonly onStep: (fold: number) => void },
): number {
  const order = shuffledRows(createRandom(derivedSeed(seed, -2)), points.rows);
  const shares = Array.from({ length: folds }, (_, fold) => {
    const held = order.filter((_row, place) => place % folds === fold);
    const rest = order.filter((_row, place) => place % folds !== fold);
    const pick = (rows: Int32Array) => Array.from(rows, (row) => at(revenue, row));
    const tree = regressionTree(takeRows(points, rest), pick(rest), { seed: derivedSeed(seed, fold), depth });
    onStep(fold + 1);
    return explainedBy(tree, takeRows(points, held), pick(held));
  });
  return mean(shares);
}

/**
 * The plain line beside every clever segment: the part of all revenue that the customers with the most of it hold.
 *
 * @param revenue Amounts, the sum above 0.
 * @param share Of the customers, in (0, 1].
 * @throws {RangeError} When there is no revenue.
 * @example
 * revenueOfTop([70, 10, 10, 10], 0.25); // => 0.7
 */
export function revenueOfTop(revenue: readonly number[], share: number): number {
  const total = revenue.reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) throw new RangeError("a share of revenue needs revenue");
  const top = revenue.toSorted((a, b) => b - a).slice(0, Math.round(revenue.length * share));
  return top.reduce((sum, amount) => sum + amount, 0) / total;
}
