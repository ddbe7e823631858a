import { at } from "../../lib/at.ts";
import { regressionTree, type Tree } from "../clustering/regression-tree.ts";
import { type Matrix, takeRows } from "../numbers/matrix.ts";
import { createRandom, sampleRows, shuffledRows } from "../numbers/random.ts";
import { median } from "../numbers/statistics.ts";

/** One condition of a rule, in the feature's own unit. */
export interface Condition {
  /** The feature's position. */
  readonly feature: number;
  /** At least this; null when there is no lower bound. */
  readonly from: number | null;
  /** Below this; null when there is no upper bound. */
  readonly below: number | null;
}

/** A sentence that nearly describes a segment: all conditions hold. */
export interface SegmentRule {
  readonly conditions: readonly Condition[];
  /** Of the held-out customers who meet the rule, the part that is in the segment. */
  readonly precision: number;
  /** Of the held-out customers in the segment, the part that meets the rule. */
  readonly coverage: number;
  /** Held-out customers that the two shares were measured on. */
  readonly customers: number;
}

/** A rule in the names of features, as it is kept: positions change from one feature set to the next. */
export interface PlainRule {
  readonly conditions: readonly (Omit<Condition, "feature"> & { readonly feature: string })[];
  /** As in `SegmentRule`. */
  readonly precision: number;
  readonly coverage: number;
  readonly customers: number;
}

/** Members and others that the tree sees: half of each, so that a small segment is not ignored. */
const shownRows = 250;
const heldOutShare = 0.3;

/**
 * One plain rule for a segment: the leaf of a shallow tree that finds its members best, judged on customers that the tree
 * has not seen.
 *
 * @param values n × p raw values; a missing one (NaN) is read as the median.
 * @param isMember Whether each row is in the segment.
 * @param depth Questions that the rule may ask, 3 by default; their borders are rounded before the rule is judged.
 * @returns undefined when members and others cannot be told apart, or there are fewer than 10 of either.
 * @see Breiman et al. (1984), "Classification and Regression Trees".
 * @example
 * const rows = Array.from({ length: 80 }, (_, row) => [row]);
 * segmentRule(matrixOf(rows), rows.map(([x]) => x >= 40), { seed: 7, depth: 1 })?.conditions.length; // => 1
 */
export function segmentRule(
  values: Matrix,
  isMember: readonly boolean[],
  { seed, depth = 3 }: { readonly seed: number; readonly depth?: number },
): SegmentRule | undefined {
  const filled = withMedians(values);
  const order = Array.from(shuffledRows(createRandom(seed), filled.rows));
  const border = Math.round(order.length * heldOutShare);
  const held = order.slice(0, border);
  const learned = order.slice(border);
  const shown = balanced(learned, isMember, seed);
  if (shown === undefined) return undefined;
  const target = shown.map((row) => Number(at(isMember, row)));
  const tree = regressionTree(takeRows(filled, shown), target, { seed, depth });
  const judgedOn = (rows: readonly number[]) => (conditions: readonly Condition[]) =>
    judge(conditions, takeRows(filled, rows), pick(isMember, rows));
  // F1 weighs precision and coverage alike. Chosen on the customers the tree learned from, so that the held-out ones judge.
  const best = pathsOf(tree)
    .map((path) => path.map(rounded))
    .map(judgedOn(learned))
    .reduce((a, b) => (harmonic(b) > harmonic(a) ? b : a));
  if (best.conditions.length === 0) return undefined;
  const rule = judgedOn(held)(best.conditions);
  return harmonic(rule) === 0 ? undefined : rule;
}

/** A border that people can keep in mind: two digits that count, halves of small numbers (between whole ones). */
function rounded({ feature, from, below }: Condition): Condition {
  const plain = (border: number | null) => (border === null ? null : plainBorder(border));
  return { feature, from: plain(from), below: plain(below) };
}

function plainBorder(border: number): number {
  const size = Math.abs(border);
  if (size < 1) return border;
  if (size < 20) return Math.round(border * 2) / 2;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(size)) - 1);
  return Math.round(border / step) * step;
}

/**
 * Whether a customer meets a rule; a missing value meets no condition.
 *
 * @example
 * meetsRule([{ feature: 0, from: 2, below: null }], [5]); // => true
 */
export function meetsRule(conditions: readonly Condition[], row: ArrayLike<number>): boolean {
  return conditions.every(({ feature, from, below }) => {
    const value = row[feature] ?? Number.NaN;
    return value >= (from ?? Number.NEGATIVE_INFINITY) && value < (below ?? Number.POSITIVE_INFINITY);
  });
}

function withMedians(values: Matrix): Matrix {
  const { columns } = values;
  const medians = Array.from({ length: columns }, (_, column) => {
    const known = values.values.filter((value, index) => index % columns === column && !Number.isNaN(value));
    return known.length === 0 ? 0 : median(known);
  });
  const filled = values.values.map((value, index) =>
    Number.isNaN(value) ? at(medians, index % columns) : value,
  );
  return { ...values, values: filled };
}

function balanced(
  rows: readonly number[],
  isMember: readonly boolean[],
  seed: number,
): readonly number[] | undefined {
  const members = rows.filter((row) => at(isMember, row));
  const others = rows.filter((row) => !at(isMember, row));
  if (members.length < 10 || others.length < 10) return undefined;
  const some = (list: readonly number[]) =>
    Array.from(sampleRows(createRandom(seed), list.length, shownRows), (index) => at(list, index));
  return [...some(members), ...some(others)];
}

/** The conditions on the way to each leaf, those on one feature joined. */
function pathsOf(tree: Tree, path: readonly Condition[] = []): readonly (readonly Condition[])[] {
  if ("leaf" in tree) return [path];
  const { column: feature, threshold } = tree;
  return [
    ...pathsOf(tree.below, narrowed(path, { feature, from: null, below: threshold })),
    ...pathsOf(tree.above, narrowed(path, { feature, from: threshold, below: null })),
  ];
}

function narrowed(path: readonly Condition[], { feature, from, below }: Condition): readonly Condition[] {
  const known = path.find((condition) => condition.feature === feature);
  if (known === undefined) return [...path, { feature, from, below }];
  const joined = { feature, from: from ?? known.from, below: below ?? known.below };
  return path.map((condition) => (condition === known ? joined : condition));
}

function judge(conditions: readonly Condition[], values: Matrix, isMember: readonly boolean[]): SegmentRule {
  const meets = Array.from({ length: values.rows }, (_, row) =>
    meetsRule(conditions, values.values.subarray(row * values.columns, (row + 1) * values.columns)),
  );
  const met = meets.filter(Boolean).length;
  const members = isMember.filter(Boolean).length;
  const both = meets.filter((each, row) => each && at(isMember, row)).length;
  return {
    conditions,
    precision: met === 0 ? 0 : both / met,
    coverage: members === 0 ? 0 : both / members,
    customers: values.rows,
  };
}

function pick(isMember: readonly boolean[], rows: readonly number[]): readonly boolean[] {
  return rows.map((row) => at(isMember, row));
}

function harmonic({ precision, coverage }: SegmentRule): number {
  return precision + coverage === 0 ? 0 : (2 * precision * coverage) / (precision + coverage);
}
