import type { Migration } from "../../../analysis/shift/migration.ts";
import { suppress } from "../../../analysis/shift/suppression.ts";
import { at } from "../../../lib/at.ts";
import type { Period } from "../../../db/moves/moves.ts";
import type { Segment } from "../../../db/segmentations/segmentations.ts";
import { isSmallCell } from "../../../contract/privacy.ts";

/** What happened between two days, with the segments in the order of the matrix. */
export interface Moved {
  readonly segments: readonly Segment[];
  readonly period: Period;
  readonly migration: Migration;
  /** Which counts are not shown: as the matrix, with a last row of newcomers and a last column of leavers. */
  readonly hidden: readonly (readonly boolean[])[];
}

/** Moves with what must not be shown of them. */
export function movedIn(segments: readonly Segment[], period: Period, migration: Migration): Moved {
  const { matrix, joined, left } = migration;
  const table = [...matrix.map((row, i) => [...row, at(left, i)]), [...joined, 0]];
  return { segments, period, migration, hidden: suppress(table, isSmallCell) };
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
  /** Counts that are not shown. */
  readonly hidden: Readonly<Record<"came" | "went" | "joined" | "left", boolean>>;
}

/** Each segment's gains and losses, in the order of the matrix. */
export function segmentMoves({
  segments,
  migration: { matrix, joined, left },
  hidden,
}: Moved): readonly SegmentMoves[] {
  const outside = segments.length;
  return segments.map((segment, i) => {
    const isHidden = (from: number, to: number) => at(at(hidden, from), to);
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
      hidden: {
        came: isHidden(i, i) || isHidden(outside, i),
        went: isHidden(i, i) || isHidden(i, outside),
        joined: isHidden(outside, i),
        left: isHidden(i, outside),
      },
    };
  });
}

/** A way from one segment to another that somebody went. */
export interface MethodRequest {
  readonly from: Segment;
  readonly to: Segment;
  readonly customers: number;
  /** Whether the count is not shown. */
  readonly hidden: boolean;
}

/** Every way between two different segments, the busiest first. */
export function busiestWays({ segments, migration: { matrix }, hidden }: Moved): readonly MethodRequest[] {
  return segments
    .flatMap((from, i) =>
      segments.map((to, j) => ({
        from,
        to,
        customers: i === j ? 0 : at(at(matrix, i), j),
        hidden: at(at(hidden, i), j),
      })),
    )
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => b.customers - a.customers);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
