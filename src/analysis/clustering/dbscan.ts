import { cell, labelAt, type Matrix } from "../numbers/matrix.ts";
import { createRandom, sampleRows } from "../numbers/random.ts";
import { quantiles } from "../numbers/statistics.ts";
import { labelSizes } from "./k-means.ts";

/** Groups of any shape, held together by density. */
export interface Density {
  /** 0 … k - 1 per row in the order in which groups are met; -1 for noise: outliers that belong nowhere. */
  readonly labels: Int32Array;
  /** Rows with enough neighbors, ascending: a new customer within ε of one belongs to its group. */
  readonly core: Int32Array;
  readonly sizes: readonly number[];
}

export interface DensityOptions {
  /** Radius of a neighborhood, in the points' unit. */
  readonly epsilon: number;
  /** Neighbors within ε, the row itself among them, that make a row a core point. */
  readonly minimum: number;
}

/**
 * DBSCAN: groups are what core points reach from one to the next.
 *
 * @param points n × p, finite and scaled; at most about 20,000 rows, since every pair may be compared.
 * @throws {RangeError} When ε is not above 0.
 * @see Ester et al. (1996), KDD-96; Schubert et al. (2017), "DBSCAN revisited, revisited", ACM TODS 42(3). O(n² p).
 * @example
 * dbscan(matrixOf([[0], [1], [2], [9]]), { epsilon: 1, minimum: 2 }).labels; // => Int32Array.of(0, 0, 0, -1)
 */
export function dbscan(points: Matrix, { epsilon, minimum }: DensityOptions): Density {
  if (!(epsilon > 0)) throw new RangeError(`epsilon must be above 0, got ${epsilon}`);
  // Neighborhoods are looked up twice rather than kept: in one dense blob they would be n² numbers.
  const core = Int32Array.from({ length: points.rows }, (_, row) => row).filter(
    (row) => within(points, row, epsilon).length >= minimum,
  );
  const isCore = new Set(core);
  const labels = new Int32Array(points.rows).fill(-1);
  let k = 0;
  for (const start of core) {
    if (labelAt(labels, start) >= 0) continue;
    const open = [start];
    labels[start] = k;
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      for (const other of within(points, row, epsilon)) {
        if (labelAt(labels, other) >= 0) continue;
        labels[other] = k;
        if (isCore.has(other)) open.push(other);
      }
    }
    k += 1;
  }
  return { labels, core, sizes: labelSizes(labels, k) };
}

/** Rows within a distance of one row, itself among them; stops adding up as soon as a row is too far. */
function within({ rows, columns, values }: Matrix, row: number, epsilon: number): Int32Array {
  const limit = epsilon * epsilon;
  const found: number[] = [];
  for (let other = 0; other < rows; other += 1) {
    let squared = 0;
    for (let column = 0; column < columns && squared <= limit; column += 1) {
      const difference = (values[row * columns + column] ?? NaN) - (values[other * columns + column] ?? NaN);
      squared += difference * difference;
    }
    if (squared <= limit) found.push(other);
  }
  return Int32Array.from(found);
}

/**
 * How far each of some rows is from its (minimum - 1)th neighbor among all: what a radius is chosen by.
 *
 * @param points n × p; 2,000 of many rows stand for the others.
 * @returns Ascending, in the points' unit.
 * @see Ester et al. (1996), 4.2 (the k-distance graph). O(n p) for each row asked.
 * @example
 * neighborDistances(matrixOf([[0], [1], [5]]), 2, 7); // => Float64Array.of(1, 1, 4)
 */
export function neighborDistances(points: Matrix, minimum: number, seed: number): Float64Array {
  const asked = sampleRows(createRandom(seed), points.rows, mostAsked);
  return Float64Array.from(asked, (row) => neighborDistance(points, row, minimum)).sort();
}

const mostAsked = 2_000;

/**
 * Radii worth a try, from the sorted distances to the neighbors: where they bend, and where four in five customers are
 * core points.
 *
 * @returns Each above 0; none when rows mostly coincide.
 * @example
 * radii(Float64Array.of(1, 1, 1, 1, 1, 47)); // => [1]
 */
export function radii(distances: Float64Array): readonly number[] {
  const [mostCore = 0] = quantiles(distances, [0.8]);
  return [...new Set([mostCore, bendOf(distances)])].filter((radius) => radius > 0);
}

/**
 * Where sorted distances bend, looked for above their median.
 *
 * @see Ester et al. (1996), 4.2 (the "valley" of the k-distance graph), found as in `elbow`.
 */
function bendOf(distances: Float64Array): number {
  const last = distances.length - 1;
  const first = Math.floor(last / 2);
  let best = first;
  let deepest = 0;
  for (let index = first; index <= last; index += 1) {
    const along = (index - first) / (last - first);
    const up =
      (cell(distances, index) - cell(distances, first)) / (cell(distances, last) - cell(distances, first));
    if (along - up > deepest) [deepest, best] = [along - up, index];
  }
  return cell(distances, best);
}

/** The least squares so far are kept in order: a few neighbors need no sorting of all rows. */
function neighborDistance({ rows, columns, values }: Matrix, row: number, minimum: number): number {
  const least = new Float64Array(Math.min(minimum, rows)).fill(Number.POSITIVE_INFINITY);
  const last = least.length - 1;
  for (let other = 0; other < rows; other += 1) {
    let squared = 0;
    const farthest = least[last] ?? NaN;
    for (let column = 0; column < columns && squared < farthest; column += 1) {
      squared += ((values[row * columns + column] ?? NaN) - (values[other * columns + column] ?? NaN)) ** 2;
    }
    if (squared >= farthest) continue;
    let place = last;
    for (; place > 0 && (least[place - 1] ?? NaN) > squared; place -= 1)
      least[place] = least[place - 1] ?? NaN;
    least[place] = squared;
  }
  return Math.sqrt(cell(least, last));
}

/** Whether groups by density serve a marketer, and why not: a type and no interface, so that it is JSON. */
export type DensityVerdict = {
  readonly code: "usable" | "one-blob" | "mostly-noise" | "crumbs";
  readonly groups: number;
  /** Part of the rows that belong nowhere. */
  readonly noise: number;
  /** Part of the rows in the largest group. */
  readonly largest: number;
};

/**
 * Says whether DBSCAN found something usable; "nothing" is an answer.
 *
 * - `one-blob`: fewer than two groups, or one holds 90 % of those that belong somewhere
 * - `mostly-noise`: more than 30 % belong nowhere
 * - `crumbs`: more than 12 groups
 *
 * @example
 * judgeDensity(dbscan(matrixOf([[0], [1], [2]]), { epsilon: 1, minimum: 2 })).code; // => "one-blob"
 */
export function judgeDensity({ labels, sizes }: Density): DensityVerdict {
  const placed = sizes.reduce((total, size) => total + size, 0);
  const biggest = Math.max(0, ...sizes);
  const noise = 1 - placed / labels.length;
  const facts = { groups: sizes.length, noise, largest: biggest / labels.length };
  if (noise > 0.3) return { code: "mostly-noise", ...facts };
  if (sizes.length < 2 || biggest > 0.9 * placed) return { code: "one-blob", ...facts };
  return { code: sizes.length > 12 ? "crumbs" : "usable", ...facts };
}

/**
 * Places rows with the group of the nearest core point within ε, or nowhere.
 *
 * @param core c × p core points, with one label each.
 * @returns A label per row, or -1; and the distance to the nearest core point, beyond ε too.
 * @example
 * placeByDensity(matrixOf([[1.2], [9]]), { points: matrixOf([[0], [1]]), labels: Int32Array.of(0, 0) }, 0.5).labels; // => Int32Array.of(0, -1)
 */
export function placeByDensity(
  points: Matrix,
  core: { readonly points: Matrix; readonly labels: Int32Array },
  epsilon: number,
): { readonly labels: Int32Array; readonly distances: Float64Array } {
  const labels = new Int32Array(points.rows).fill(-1);
  const distances = new Float64Array(points.rows);
  for (let row = 0; row < points.rows; row += 1) {
    const { index, squared } = nearestRow(points, row, core.points);
    if (squared <= epsilon * epsilon) labels[row] = labelAt(core.labels, index);
    distances[row] = Math.sqrt(squared);
  }
  return { labels, distances };
}

/**
 * The nearest of other rows, of equally near ones the first.
 *
 * @returns Its index, and the squared distance.
 * @example
 * nearestRow(matrixOf([[5]]), 0, matrixOf([[1], [7]])); // => { index: 1, squared: 4 }
 */
export function nearestRow(
  points: Matrix,
  row: number,
  others: Matrix,
): { readonly index: number; readonly squared: number } {
  const { columns, values } = points;
  let [index, nearest] = [-1, Number.POSITIVE_INFINITY];
  for (let other = 0; other < others.rows; other += 1) {
    let squared = 0;
    // Stops adding up as soon as the row is farther than the nearest so far.
    for (let column = 0; column < columns && squared < nearest; column += 1) {
      const difference =
        (values[row * columns + column] ?? NaN) - (others.values[other * columns + column] ?? NaN);
      squared += difference * difference;
    }
    if (squared < nearest) [index, nearest] = [other, squared];
  }
  return { index, squared: nearest };
}

/**
 * How many neighbors make a core point: twice the number of columns, at least 4.
 *
 * @see Sander et al. (1998), "Density-based clustering in spatial databases", Data Mining and Knowledge Discovery 2.
 * @example
 * neighborsNeeded(3); // => 6
 */
export function neighborsNeeded(columns: number): number {
  return Math.max(4, 2 * columns);
}
