import { at } from "../../lib/at.ts";
import { labelAt, type Matrix, takeRows } from "../numbers/matrix.ts";
import { createRandom, derivedSeed, type Random, sampleRows } from "../numbers/random.ts";
import { kMeans, labelSizes } from "./k-means.ts";
import { hasDistinctRows } from "./trained-centroids.ts";

/** Whether a segment may be used: `solid` from .75, `blurry` from .6, else `unusable` (Hennig 2007). */
export type Verdict = "solid" | "blurry" | "unusable";

/** How well one segment comes back when the customers are drawn anew. */
export interface SegmentStability {
  /** Mean Jaccard similarity in [0, 1] to the most similar segment of each resample. */
  readonly jaccard: number;
  readonly verdict: Verdict;
}

export interface StabilityOptions {
  readonly seed: number;
  /** How often the customers are drawn anew; 50 by default. */
  readonly resamples?: number;
  /** At most this many rows take part; 2,500 by default. */
  readonly rows?: number;
  /** The same method as made the labels, on some rows; `from` says which. k-means with 3 starts by default. */
  readonly divide?: (points: Matrix, seed: number, from: Int32Array) => Int32Array;
  /** Called after each resample, for a progress line and to stop (by throwing). */
  readonly onStep?: (done: number, total: number) => void;
}

/**
 * Bootstrap stability of each segment: customers are drawn with replacement, divided again, and each segment is looked up
 * among the new ones by Jaccard similarity. Chance groups dissolve; real ones come back.
 *
 * @param points n × p, as the labels were made from.
 * @param labels 0 … k - 1 per row, or below 0 for noise.
 * @returns One entry per label.
 * @see Hennig (2007), "Cluster-wise assessment of cluster stability", Comp. Stat. & Data Analysis 52 (clusterboot with
 *   method "boot": rows drawn twice count once). O(resamples) divisions.
 * @example
 * stability(matrixOf([[0], [1], [2], [90], [91], [92]]), Int32Array.of(0, 0, 0, 1, 1, 1), { seed: 7 })[0]?.verdict; // => "solid"
 */
export function stability(
  points: Matrix,
  labels: Int32Array,
  options: StabilityOptions,
): readonly SegmentStability[] {
  const { seed, resamples = 50, rows = 2_500, onStep } = options;
  const k = labels.reduce((highest, label) => Math.max(highest, label), -1) + 1;
  const divide = options.divide ?? ((drawn: Matrix, part: number) => divideAgain(drawn, k, part));
  const taking = sampleRows(createRandom(seed), points.rows, rows);
  const original = taking.map((row) => labelAt(labels, row));
  const totals = Array.from({ length: k }, () => ({ jaccard: 0, draws: 0 }));
  for (let draw = 0; draw < resamples; draw += 1) {
    const partSeed = derivedSeed(seed, draw);
    const drawn = drawDistinct(createRandom(partSeed), taking.length);
    const from = drawn.map((index) => labelAt(taking, index));
    const before = drawn.map((index) => labelAt(original, index));
    for (const [label, jaccard] of bestJaccards(
      before,
      divide(takeRows(points, from), partSeed, from),
      k,
    ).entries()) {
      if (jaccard === undefined) continue;
      const total = at(totals, label);
      total.jaccard += jaccard;
      total.draws += 1;
    }
    onStep?.(draw + 1, resamples);
  }
  return totals.map(({ jaccard, draws }) => withVerdict(draws === 0 ? 0 : jaccard / draws));
}

function verdictOf(jaccard: number): Verdict {
  if (jaccard >= 0.75) return "solid";
  return jaccard >= 0.6 ? "blurry" : "unusable";
}

function withVerdict(jaccard: number): SegmentStability {
  return { jaccard, verdict: verdictOf(jaccard) };
}

/** A draw of few customers may hold fewer than k kinds of them. */
function divideAgain(drawn: Matrix, k: number, seed: number): Int32Array {
  const possible = hasDistinctRows(drawn, k) ? k : Math.max(1, k - 1);
  if (!hasDistinctRows(drawn, possible)) return new Int32Array(drawn.rows);
  return kMeans(drawn, possible, { seed, starts: 3, scouts: 0 }).labels;
}

/** The rows that a draw of `count` with replacement hits, each once, ascending: about 63 % of them. */
function drawDistinct(random: Random, count: number): Int32Array {
  const hit = new Uint8Array(count);
  for (let draw = 0; draw < count; draw += 1) hit[random.integer(count)] = 1;
  return Int32Array.from(hit.keys()).filter((row) => hit[row] === 1);
}

/**
 * For each label of one division the largest Jaccard similarity |A ∩ B| / |A ∪ B| to a label of the other.
 *
 * @returns One value in [0, 1] per label; undefined where the label has no rows.
 * @example
 * bestJaccards(Int32Array.of(0, 0, 1, 1), Int32Array.of(1, 1, 1, 0), 2); // => [2 / 3, 0.5]
 */
export function bestJaccards(
  before: Int32Array,
  after: Int32Array,
  k: number,
): readonly (number | undefined)[] {
  const newK = after.reduce((highest, label) => Math.max(highest, label), -1) + 1;
  const common = new Int32Array(k * newK);
  for (let row = 0; row < before.length; row += 1) {
    const from = labelAt(before, row);
    const to = labelAt(after, row);
    if (from >= 0 && to >= 0) common[from * newK + to] = labelAt(common, from * newK + to) + 1;
  }
  const oldSizes = labelSizes(before, k);
  const newSizes = labelSizes(after, newK);
  return oldSizes.map((size, from) => {
    if (size === 0) return undefined;
    const similarities = newSizes.map((other, to) => {
      const both = labelAt(common, from * newK + to);
      return both / (size + other - both);
    });
    return Math.max(0, ...similarities);
  });
}
