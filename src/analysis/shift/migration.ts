import { at } from "../../lib/at.ts";

/** So many customers who were in one segment and are in another, or still in the same. */
export interface Flow {
  /** A segment's id; null for who was not a customer yet. */
  readonly from: number | null;
  /** Null for who left. */
  readonly to: number | null;
  readonly customers: number;
}

/** Who went from where to where, by the positions of the segments. */
export interface Migration {
  /** Cell (i, j): customers who were in segment i and are now in j. */
  readonly matrix: readonly (readonly number[])[];
  /** Newcomers by the segment they are in. */
  readonly joined: readonly number[];
  /** Leavers by the segment they were in. */
  readonly left: readonly number[];
}

/**
 * The migration matrix of moves that a database has counted.
 *
 * @param segmentIds Gives each segment its position.
 * @throws {RangeError} When a flow names a segment that is not among them.
 * @example
 * migrationOfFlows([{ from: 7, to: 9, customers: 3 }], [7, 9]).matrix; // => [[0, 3], [0, 0]]
 */
export function migrationOfFlows(flows: readonly Flow[], segmentIds: readonly number[]): Migration {
  const count = (from: number | null, to: number | null) =>
    flows.reduce((sum, flow) => (flow.from === from && flow.to === to ? sum + flow.customers : sum), 0);
  const known = new Set<number | null>([...segmentIds, null]);
  if (flows.some(({ from, to }) => !known.has(from) || !known.has(to))) {
    throw new RangeError("a flow names a segment of another segmentation");
  }
  return {
    matrix: segmentIds.map((from) => segmentIds.map((to) => count(from, to))),
    joined: segmentIds.map((to) => count(null, to)),
    left: segmentIds.map((from) => count(from, null)),
  };
}

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
): Migration {
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
