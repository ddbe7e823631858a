import { at } from "../../lib/at.ts";
import { cell, labelAt, type Matrix } from "../numbers/matrix.ts";
import { sum } from "../numbers/statistics.ts";
import { assignColumns } from "./assignment.ts";

/** Two segmentations of the same base, seen through their members. */
export interface Succession {
  /** Customers in both, by old segment (row) and new segment (column): what the migration matrix shows. */
  readonly overlaps: Matrix;
  /** Distance of each old to each new centroid, same shape; breaks ties between equal overlaps. Omit where there are none. */
  readonly distances?: Matrix;
  /** The old segments' numbers, in the order of the rows. */
  readonly numbers: readonly number[];
  /** Every number that was ever given, the retired ones too. */
  readonly usedNumbers: readonly number[];
}

/** What became of the segments, in old row and new column numbers; shares in [0, 1]. */
export type Lineage =
  /** The new segment carries on the old one: `stayed` of the old members are in it. */
  | { readonly code: "kept"; readonly from: number; readonly to: number; readonly stayed: number }
  /** Most members of a new segment left an old one that lives on elsewhere. */
  | { readonly code: "split"; readonly from: number; readonly to: number; readonly left: number }
  /** Most members of an old segment went into the heir of another one. */
  | { readonly code: "merged"; readonly from: number; readonly to: number; readonly joined: number }
  /** A new segment whose members come from many places. */
  | { readonly code: "born"; readonly to: number }
  /** An old segment whose members went to many places. */
  | { readonly code: "retired"; readonly from: number };

export interface SegmentMatch {
  /** For each new segment the old one that it carries on (key, number, name and notes follow), or null. */
  readonly heirOf: readonly (number | null)[];
  /** For each new segment its number: the old one's, or the next that was never given. */
  readonly numbers: readonly number[];
  readonly lineage: readonly Lineage[];
}

/** Less than this part of both its old and its new members in common is no succession. */
const leastShare = 0.5;

/**
 * Matches a new segmentation to the one in force, so that segment 2 stays segment 2.
 *
 * The optimal assignment on common members decides who carries on whom; equal overlaps go to the nearer centroid. A match
 * counts when it holds at least half of the old members or half of the new ones. What is left is told as split, merged,
 * born or retired, and a number is never given twice.
 *
 * @see Spiliopoulou et al. (2006), "MONIC: modeling and monitoring cluster transitions", KDD-06 (survival at half the
 *   members, absorption, split). O(k³).
 * @example
 * matchSegments({ overlaps: matrixOf([[0, 90], [80, 5]]), numbers: [1, 2], usedNumbers: [1, 2] }).numbers; // => [2, 1]
 */
export function matchSegments(succession: Succession): SegmentMatch {
  const { overlaps, numbers, usedNumbers } = succession;
  const heirs = assignColumns(costsOf(succession)).map((to, from) =>
    succeeds(overlaps, from, to) ? to : -1,
  );
  const heirOf = Array.from({ length: overlaps.columns }, (_, to) => {
    const from = heirs.indexOf(to);
    return from === -1 ? null : from;
  });
  let next = Math.max(0, ...numbers, ...usedNumbers) + 1;
  const newNumbers = heirOf.map((from) => {
    if (from !== null) return at(numbers, from);
    next += 1;
    return next - 1;
  });
  return { heirOf, numbers: newNumbers, lineage: lineageOf(overlaps, heirs, heirOf) };
}

/**
 * Common members by old and new segment, from two lists of labels of the same customers.
 *
 * @param oldLabels 0 … k - 1, or below 0 for a customer that was in none.
 * @param sizes How many old and new segments there are.
 * @example
 * overlapsOf(Int32Array.of(0, 0, 1), Int32Array.of(1, 1, 0), [2, 2]).values; // => Float64Array.of(0, 2, 1, 0)
 */
export function overlapsOf(
  oldLabels: Int32Array,
  newLabels: Int32Array,
  [rows, columns]: readonly [number, number],
): Matrix {
  const values = new Float64Array(rows * columns);
  for (let customer = 0; customer < oldLabels.length; customer += 1) {
    const from = labelAt(oldLabels, customer);
    const to = labelAt(newLabels, customer);
    if (from >= 0 && to >= 0) values[from * columns + to] = cell(values, from * columns + to) + 1;
  }
  return { rows, columns, values };
}

/** Overlaps are whole numbers, so distances that add up to less than one decide only between equal overlaps. */
function costsOf({ overlaps, distances }: Succession): Matrix {
  const scale = distances === undefined ? 0 : 0.5 / (sum(distances.values) + 1);
  const values = overlaps.values.map(
    (overlap, index) => scale * (distances === undefined ? 0 : cell(distances.values, index)) - overlap,
  );
  return { ...overlaps, values };
}

function succeeds(overlaps: Matrix, from: number, to: number): boolean {
  if (to === -1) return false;
  const common = overlap(overlaps, from, to);
  const ofOld = common / rowTotal(overlaps, from);
  const ofNew = common / columnTotal(overlaps, to);
  return common > 0 && Math.max(ofOld, ofNew) >= leastShare;
}

function lineageOf(
  overlaps: Matrix,
  heirs: readonly number[],
  heirOf: readonly (number | null)[],
): readonly Lineage[] {
  const olds = heirs.map((to, from): Lineage => {
    if (to !== -1)
      return { code: "kept", from, to, stayed: overlap(overlaps, from, to) / rowTotal(overlaps, from) };
    const goal = largest(overlaps.columns, (column) => overlap(overlaps, from, column));
    const joined = overlap(overlaps, from, goal) / rowTotal(overlaps, from);
    return joined >= leastShare ? { code: "merged", from, to: goal, joined } : { code: "retired", from };
  });
  const news = heirOf.flatMap((heir, to): readonly Lineage[] => {
    if (heir !== null) return [];
    const from = largest(overlaps.rows, (row) => overlap(overlaps, row, to));
    const common = overlap(overlaps, from, to);
    const isSplit = common > 0 && common / columnTotal(overlaps, to) >= leastShare;
    return [
      isSplit ? { code: "split", from, to, left: common / rowTotal(overlaps, from) } : { code: "born", to },
    ];
  });
  return [...olds, ...news];
}

function overlap({ columns, values }: Matrix, from: number, to: number): number {
  return cell(values, from * columns + to);
}

function rowTotal({ columns, values }: Matrix, from: number): number {
  return sum(values.subarray(from * columns, (from + 1) * columns));
}

function columnTotal(overlaps: Matrix, to: number): number {
  return sum(Array.from({ length: overlaps.rows }, (_, from) => overlap(overlaps, from, to)));
}

function largest(count: number, valueOf: (index: number) => number): number {
  return Array.from({ length: count }, (_, index) => index).reduce(
    (a, b) => (valueOf(b) > valueOf(a) ? b : a),
    0,
  );
}
