import { at } from "../../at.ts";

/**
 * Who went from where to where: cell (i, j) counts the customers who were in segment i and are now in j.
 *
 * @param before n segment positions in [0, segments), or -1 for someone who was not a customer yet.
 * @param after n segment positions now, or -1 for someone who left.
 * @returns The matrix of those who were there both times, the newcomers by segment and the leavers by segment.
 * @throws {RangeError} When the lists differ in length.
 * @example
 * migrationOf([0, 0, 1, -1], [0, 1, 1, 0], 2).matrix; // => [[1, 1], [0, 1]]
 */
export function migrationOf(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  segments: number,
): {
  readonly matrix: readonly (readonly number[])[];
  readonly joined: readonly number[];
  readonly left: readonly number[];
} {
  if (before.length !== after.length) throw new RangeError("both days need the same customers");
  const matrix = Array.from({ length: segments }, () => Array.from({ length: segments }, () => 0));
  const joined = Array.from({ length: segments }, () => 0);
  const left = Array.from({ length: segments }, () => 0);
  for (let row = 0; row < before.length; row++) {
    const from = at(before, row);
    const to = at(after, row);
    const counts = from < 0 ? joined : to < 0 ? left : at(matrix, from);
    const cell = from >= 0 && to < 0 ? from : to;
    if (cell >= 0) counts[cell] = at(counts, cell) + 1;
  }
  return { matrix, joined, left };
}
