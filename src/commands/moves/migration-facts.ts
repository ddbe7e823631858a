import type { Migration } from "../../analysis/shift/migration.ts";
import { at } from "../../at.ts";
import type { Period } from "../../db/moves.ts";
import type { Segment } from "../../db/segmentations.ts";

/** What happened between two days, with the segments in the order of the matrix. */
export interface Moved {
  readonly segments: readonly Segment[];
  readonly period: Period;
  readonly migration: Migration;
}

/** One segment between two days. */
export interface SegmentMoves {
  readonly segment: Segment;
  readonly before: number;
  /** From other segments. */
  readonly came: number;
  /** To other segments. */
  readonly went: number;
  readonly joined: number;
  readonly left: number;
  readonly now: number;
}

/** Each segment's gains and losses, in the order of the matrix. */
export function segmentMoves({
  segments,
  migration: { matrix, joined, left },
}: Moved): readonly SegmentMoves[] {
  return segments.map((segment, i) => {
    const stayed = at(at(matrix, i), i);
    const was = sum(at(matrix, i));
    const is = sum(matrix.map((row) => at(row, i)));
    return {
      segment,
      before: was + at(left, i),
      came: is - stayed,
      went: was - stayed,
      joined: at(joined, i),
      left: at(left, i),
      now: is + at(joined, i),
    };
  });
}

/** A way from one segment to another that somebody went. */
export interface Way {
  readonly from: Segment;
  readonly to: Segment;
  readonly customers: number;
}

/** Every way between two different segments, the busiest first. */
export function busiestWays({ segments, migration: { matrix } }: Moved): readonly Way[] {
  return segments
    .flatMap((from, i) =>
      segments.map((to, j) => ({ from, to, customers: i === j ? 0 : at(at(matrix, i), j) })),
    )
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => b.customers - a.customers);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
