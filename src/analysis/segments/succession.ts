import { at } from "../../lib/at.ts";
import type { Locale, Localized } from "../../lib/locale.ts";
import type { Feature } from "../features/feature.ts";
import { findOrder } from "../features/value.ts";
import { cell, type Matrix, takeColumns } from "../numbers/matrix.ts";
import { isGivenName } from "../clustering/given-names.ts";
import { type Lineage, matchSegments, type SegmentMatch } from "./match.ts";
import type { GroupStatistics } from "./statistics.ts";

/** What people know a segment by, and what they wrote on it. */
export interface SegmentIdentity {
  /** Never changes: follows the segment from one segmentation to the next. */
  readonly key: string;
  readonly number: number;
  readonly names: Localized;
  readonly customName: string | null;
  readonly notes: string | null;
}

/** A segment of a new segmentation with what it inherits. */
export interface Successor extends SegmentIdentity {
  /** Its label among the new segments. */
  readonly label: number;
}

export interface SuccessionFacts {
  /** The segments in force, in the order of the rows of `overlaps`. */
  readonly old: readonly SegmentIdentity[];
  /** Every number that was ever given. */
  readonly usedNumbers: readonly number[];
  /** Common members by old segment and new label. */
  readonly overlaps: Matrix;
  /** The new labels, the most valuable first: so are new numbers given. */
  readonly order: readonly number[];
  /** Names from what distinguishes each new label. */
  readonly names: readonly Localized[];
  /** Keys of segments that carry on none begin so. */
  readonly keyPrefix: string;
}

/** The new segments by number, and what became of the old ones, in numbers. */
export interface SegmentSuccession {
  readonly successors: readonly Successor[];
  readonly lineage: readonly Lineage[];
}

/**
 * Numbers, keys, names and notes follow from the segments in force to new ones that share their members; segments that
 * carry on none get numbers that were never given, and names that none of the others has.
 *
 * @example
 * const old = [{ key: "a", number: 2, names: { en: "Big", es: "Grande", pt: "Grande" }, customName: null, notes: null }];
 * succeedSegments({ old, usedNumbers: [1, 2], overlaps: { rows: 1, columns: 1, values: Float64Array.of(9) }, order: [0],
 *   names: [{ en: "Rich", es: "Rico", pt: "Rico" }], keyPrefix: "5" }).successors[0].number; // => 2
 */
export function succeedSegments(facts: SuccessionFacts): SegmentSuccession {
  const { old, overlaps, order } = facts;
  const numbers = old.map(({ number }) => number);
  const ordered = takeColumns(overlaps, order);
  const match = matchSegments({ overlaps: ordered, numbers, usedNumbers: facts.usedNumbers });
  const inherited = order.map((label, place) => inherit(label, place, match, facts));
  const kept = inherited.filter(({ isNamed }) => isNamed).map(({ successor }) => successor);
  const successors = [...kept];
  for (const { successor, isNamed } of inherited) {
    if (!isNamed) successors.push({ ...successor, names: freeNames(successor, successors) });
  }
  return {
    successors: successors.sort((a, b) => a.number - b.number),
    lineage: match.lineage.map((each) => inNumbers(each, numbers, match.numbers)),
  };
}

function inherit(
  label: number,
  place: number,
  match: SegmentMatch,
  { old, names, keyPrefix }: SuccessionFacts,
) {
  const heir = at(match.heirOf, place);
  const number = at(match.numbers, place);
  const own = { key: `${keyPrefix}-${number}`, names: at(names, label), customName: null, notes: null };
  const inherited = heir === null ? own : at(old, heir);
  // A name that says how customers are placed belongs to the segment that places them so, and to no heir by another method.
  const isGiven = isGivenName(own.names);
  const isNamed = isGiven || (heir !== null && !isGivenName(inherited.names));
  const called = isNamed && !isGiven ? inherited.names : own.names;
  return { successor: { ...inherited, names: called, number, label }, isNamed };
}

/** A name that is taken gets the segment's number, so that nobody takes one segment for another. */
function freeNames({ names, number }: Successor, others: readonly Successor[]): Localized {
  const taken = (locale: Locale) =>
    others.some((other) => [other.customName, other.names[locale]].includes(names[locale]));
  if (!taken("en") && !taken("es") && !taken("pt")) return names;
  return { en: `${names.en} ${number}`, es: `${names.es} ${number}`, pt: `${names.pt} ${number}` };
}

function inNumbers(lineage: Lineage, from: readonly number[], to: readonly number[]): Lineage {
  if (lineage.code === "born") return { ...lineage, to: at(to, lineage.to) };
  if (lineage.code === "retired") return { ...lineage, from: at(from, lineage.from) };
  return { ...lineage, from: at(from, lineage.from), to: at(to, lineage.to) };
}

/**
 * Whether two segmentations hold the same customers together, whatever the labels.
 *
 * @param overlaps Common members by old and new segment, of all customers.
 * @example
 * isSameDivision({ rows: 2, columns: 2, values: Float64Array.of(0, 9, 4, 0) }); // => true
 */
export function isSameDivision({ rows, columns, values }: Matrix): boolean {
  const filled = (count: number, valueOf: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => valueOf(index)).filter((value) => value > 0).length;
  return (
    rows === columns &&
    Array.from({ length: rows }, (_, i) => i).every(
      (i) =>
        filled(columns, (column) => cell(values, i * columns + column)) === 1 &&
        filled(rows, (row) => cell(values, row * columns + i)) === 1,
    )
  );
}

/**
 * Labels by the mean of the feature that segments are numbered by, highest first.
 *
 * @example
 * orderByValue([{ size: 1, means: [2], deviations: [null], counts: [1] }, { size: 1, means: [9], deviations: [null], counts: [1] }],
 *   [{ name: "monetary", labels: { en: "", es: "", pt: "" }, unit: "money", family: "behaviour", transform: "none" }]); // => [1, 0]
 */
export function orderByValue(
  segments: readonly GroupStatistics[],
  features: readonly Feature[],
): readonly number[] {
  const position = features.indexOf(findOrder(features));
  const meanOf = (label: number) => at(segments, label).means[position] ?? Number.NEGATIVE_INFINITY;
  return segments.map((_, label) => label).sort((a, b) => meanOf(b) - meanOf(a) || a - b);
}
