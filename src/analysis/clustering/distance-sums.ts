import { at } from "../../lib/at.ts";
import { openKernel } from "../kernel/kernel.ts";
import { cell, columnOf, labelAt, type Matrix } from "../numbers/matrix.ts";
import { mean } from "../numbers/statistics.ts";

/**
 * Sums of the distances from each row to the rows of each label, for several divisions of the same rows.
 *
 * Rows that have the same label in every division are one group. Every pair of rows is measured once, in the compiled
 * kernel, group against group, so that a sum per group is all that it keeps; the sums of a label are those of its groups.
 *
 * @param points n × p. Single distances are f32, around the mean of the points.
 * @param divisions Labels 0 … k - 1 per row each; rows below 0 belong to none.
 * @returns For each division k × n sums: label `l` and row `r` at `l * n + r`.
 * @example
 * distanceSums(matrixOf([[0], [3], [9]]), [Int32Array.of(0, 0, 1)]); // => [Float64Array.of(3, 3, 15, 9, 6, 0)]
 */
export function distanceSums(points: Matrix, divisions: readonly Int32Array[]): readonly Float64Array[] {
  return batchesOf(points.rows, divisions).flatMap(({ groups, members }) => {
    const layout = layOut(groups);
    const lists = compareGroups(points, layout);
    return members.map((labels) => sumsByLabel(labels, layout, lists));
  });
}

/** Which rows go together: their group 0 … count - 1, numbered as they first appear. */
interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

/** Divisions that are measured together, and the groups that they have in common. */
interface Batch {
  readonly groups: Groups;
  readonly members: readonly Int32Array[];
}

/** More groups would cost more than they save: n × 128 sums take 20 MB at 20,000 rows, and filling up a tenth of few rows. */
const mostGroups = (rows: number) => Math.min(128, rows / 32);

function batchesOf(rows: number, divisions: readonly Int32Array[]): readonly Batch[] {
  const whole: Batch = { groups: { of: new Int32Array(rows), count: 1 }, members: [] };
  const batches: Batch[] = [];
  for (const labels of divisions) {
    const last = batches.at(-1) ?? whole;
    const finer = refine(last.groups, labels);
    if (last === whole || finer.count > mostGroups(rows))
      batches.push({ groups: refine(whole.groups, labels), members: [labels] });
    else batches[batches.length - 1] = { groups: finer, members: [...last.members, labels] };
  }
  return batches;
}

/** Parts groups by one more division. */
function refine(groups: Groups, labels: Int32Array): Groups {
  const parts = new Map<number, number>();
  const of = labels.map((label, row) => {
    const key = (label + 1) * groups.count + labelAt(groups.of, row);
    const part = parts.get(key) ?? parts.size;
    parts.set(key, part);
    return part;
  });
  return { of, count: parts.size };
}

/** Where the rows stand in the kernel's memory: group by group, each filled up to a multiple of eight. */
interface Layout {
  /** The row at each place; -1 where a group is filled up. */
  readonly rowAt: Int32Array;
  /** Where each group begins, and behind the last the number of places. */
  readonly starts: readonly number[];
}

function layOut({ of, count }: Groups): Layout {
  const sizes = new Int32Array(count);
  for (const group of of) sizes[group] = labelAt(sizes, group) + 1;
  const starts = [0];
  for (const size of sizes) starts.push(at(starts, starts.length - 1) + 8 * Math.ceil(size / 8));
  const rowAt = new Int32Array(at(starts, count)).fill(-1);
  const next = Int32Array.from(starts);
  for (const [row, group] of of.entries()) {
    const place = labelAt(next, group);
    rowAt[place] = row;
    next[group] = place + 1;
  }
  return { rowAt, starts };
}

/** Sums by group and place, at `group * places + place`: a view of the kernel's memory, good until its next use. */
function compareGroups(points: Matrix, { rowAt, starts }: Layout): Float64Array {
  const places = rowAt.length;
  const count = starts.length - 1;
  const weights = 4 * places * points.columns;
  const sums = weights + 4 * places;
  const { kernel } = openKernel(sums + 8 * places * count, {});
  const { buffer } = kernel.memory;
  writeFours(points, rowAt, new Float32Array(buffer, 0, places * points.columns));
  new Float32Array(buffer, weights, places).set(rowAt.map((row) => (row < 0 ? 0 : 1)));
  const lists = new Float64Array(buffer, sums, places * count).fill(0);
  const listOf = (group: number) => sums + 8 * places * group;
  for (let group = 0; group < count; group += 1) {
    const [from, to] = [at(starts, group), at(starts, group + 1)];
    for (let other = group; other < count; other += 1) {
      const [first, last] = [at(starts, other), at(starts, other + 1)];
      kernel.compare(0, weights, points.columns, from, to, first, last, listOf(other), listOf(group));
    }
  }
  return lists;
}

/** Four rows side by side, around the mean of all: there f32 has the most digits. */
function writeFours(points: Matrix, rowAt: Int32Array, fours: Float32Array): void {
  const { columns, values } = points;
  const middles = Float64Array.from({ length: columns }, (_, column) => mean(columnOf(points, column)));
  fours.fill(0);
  for (let place = 0; place < rowAt.length; place += 1) {
    const row = labelAt(rowAt, place);
    if (row < 0) continue;
    const start = (place - (place % 4)) * columns + (place % 4);
    for (let column = 0; column < columns; column += 1) {
      const value = values[row * columns + column] ?? Number.NaN;
      fours[start + 4 * column] = value - (middles[column] ?? Number.NaN);
    }
  }
}

function sumsByLabel(labels: Int32Array, { rowAt, starts }: Layout, lists: Float64Array): Float64Array {
  const rows = labels.length;
  const places = rowAt.length;
  const k = labels.reduce((highest, label) => Math.max(highest, label), -1) + 1;
  const sums = new Float64Array(k * rows);
  for (let group = 0; group < starts.length - 1; group += 1) {
    const label = labelAt(labels, labelAt(rowAt, at(starts, group)));
    if (label < 0) continue;
    for (let place = 0; place < places; place += 1) {
      const row = labelAt(rowAt, place);
      if (row >= 0)
        sums[label * rows + row] = cell(sums, label * rows + row) + cell(lists, group * places + place);
    }
  }
  return sums;
}
