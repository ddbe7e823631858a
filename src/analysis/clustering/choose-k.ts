import { at } from "../../lib/at.ts";
import { type Matrix, takeRows } from "../numbers/matrix.ts";
import { elbow } from "./elbow.ts";
import { type KCandidate, type KReason, mostEven, pick, reasonFor } from "./k-candidate.ts";
import { type Clustering, kMeans, labelSizes } from "./k-means.ts";
import { nearestCentroids } from "./assigner.ts";
import { nullCheck } from "./null-check.ts";
import { silhouettes } from "./silhouette.ts";
import { type SegmentStability, stability } from "./stability.ts";

/** The smallest segment that is worth a name: both must be met. */
export interface SmallestSegment {
  /** Of all rows, in [0, 1]. */
  readonly share: number;
  readonly customers: number;
}

export interface KChoice {
  readonly k: number;
  readonly clustering: Clustering;
  readonly reason: KReason;
  /** One per k, ascending; of the rows that were not set aside. */
  readonly candidates: readonly KCandidate[];
  /** Where the inertia curve bends, null when it does not. */
  readonly elbow: number | null;
  /** False where data without groups divide as well (`nullCheck`): the division is a convenience, not a discovery. */
  readonly naturalGroups: boolean;
  /** Rows that only formed crumbs: they did not shape the centroids, and joined the nearest segment afterwards. */
  readonly setAside: number;
  /** Of the chosen segments, by label; only where the choice hung on it. */
  readonly stability?: readonly SegmentStability[];
}

export interface ChooseKOptions {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  readonly smallest: SmallestSegment;
  /** Called after each k (and, at the last, after each resample), for a progress line and to stop (by throwing). */
  readonly onStep?: (done: number, total: number) => void;
}

/** Rows whose distances are compared for each silhouette of the table; all k share them. */
const comparedRows = 5_000;
/** How often crumbs are taken away: each round takes the farthest ones. */
const maxRounds = 20;

/**
 * The smallest segment by the number of customers: 3 % and 30; below 600 customers 5 % and 10.
 *
 * @example
 * smallestSegment(200); // => { share: 0.05, customers: 10 }
 */
export function smallestSegment(customers: number): SmallestSegment {
  return customers < 600 ? { share: 0.05, customers: 10 } : { share: 0.03, customers: 30 };
}

/**
 * Chooses k: the best silhouette among the k whose smallest segment is large enough; the elbow decides between equals.
 *
 * Silhouette alone misleads: on raw order data it prefers "26 wholesalers against everybody". When every k leaves a
 * segment that is too small, the crumbs are set aside, k is chosen on the others, and they join the nearest segment. It
 * also likes two: where it ends there, the best k from 3 on is taken if all its segments come back in resamples.
 *
 * @param points n × p, finite and scaled.
 * @throws {RangeError} When k cannot be formed (see `kMeans`).
 * @example
 * chooseK(matrixOf([[0], [1], [9], [10]]), { from: 2, to: 2, seed: 7, smallest: { share: 0, customers: 1 } }).k; // => 2
 */
export function chooseK(points: Matrix, options: ChooseKOptions): KChoice {
  const everyone: Int32Array = Int32Array.from({ length: points.rows }, (_, row) => row);
  const tried = tryEach(points, points.rows, options);
  if (tried.some(({ allowed }) => allowed)) return decide(points, everyone, tried, options);
  const core = withoutCrumbs(points, everyone, options);
  const corePoints = takeRows(points, core);
  return decide(
    points,
    core,
    core.length === points.rows ? tried : tryEach(corePoints, points.rows, options),
    options,
  );
}

function tryEach(
  points: Matrix,
  customers: number,
  { from, to, seed, smallest, onStep }: ChooseKOptions,
): readonly KCandidate[] {
  const ks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const clusterings = ks.map((k, index) => {
    const clustering = kMeans(points, k, { seed, starts: 5, scouts: points.rows <= 1_000 ? 20 : 0 });
    onStep?.(index + 1, ks.length);
    return clustering;
  });
  const labels = clusterings.map((clustering) => clustering.labels);
  const found = silhouettes(points, labels, { seed, exactRows: comparedRows, sampleSize: comparedRows });
  return clusterings.map(({ inertia, sizes }, index) => ({
    k: at(ks, index),
    inertia,
    silhouette: at(found, index).mean,
    standardError: at(found, index).standardError,
    sizes: sizes.toSorted((a, b) => b - a),
    allowed: Math.min(...sizes) >= leastSize(customers, smallest),
  }));
}

function leastSize(customers: number, { share, customers: least }: SmallestSegment): number {
  return Math.max(least, share * customers);
}

/** Takes away the rows of segments that are too small at the smallest k, until none is or too few rows remain. */
function withoutCrumbs(
  points: Matrix,
  everyone: Int32Array,
  { from, seed, smallest }: ChooseKOptions,
): Int32Array {
  const least = leastSize(points.rows, smallest);
  let core = everyone;
  for (let round = 1; round <= maxRounds; round += 1) {
    const { labels, sizes } = kMeans(takeRows(points, core), from, { seed });
    const kept = core.filter((_row, index) => at(sizes, at(labels, index)) >= least);
    if (kept.length === core.length || kept.length < from * least) return core;
    core = kept;
  }
  return core;
}

function decide(
  points: Matrix,
  core: Int32Array,
  candidates: readonly KCandidate[],
  options: ChooseKOptions,
): KChoice {
  const { seed } = options;
  const bend = elbow(candidates) ?? null;
  const allowed = candidates.filter((candidate) => candidate.allowed);
  // Nothing allowed even without the crumbs: the least uneven division, and `candidates` says so.
  const eligible = allowed.length > 0 ? allowed : [mostEven(candidates)];
  const plain = pick(eligible, bend);
  const corePoints = takeRows(points, core);
  const finer = plain.chosen.k > 2 ? undefined : finerThanTwo(corePoints, eligible, bend, options);
  const { k } = finer?.chosen ?? plain.chosen;
  // The table needs no last digit; the division that people get has all starts, as if its k had been asked for.
  const clustering = finer?.clustering ?? kMeans(corePoints, k, { seed });
  return {
    k,
    clustering: core.length === points.rows ? clustering : placeAll(points, clustering),
    reason: finer?.reason ?? reasonFor(plain, eligible, candidates.length),
    candidates,
    elbow: bend,
    naturalGroups: nullCheck(corePoints, k, { seed }).naturalGroups,
    setAside: points.rows - core.length,
    ...(finer && { stability: finer.stability }),
  };
}

/** The best of the k from 3 on, if all its segments are solid; undefined where two is the better answer. */
function finerThanTwo(
  points: Matrix,
  eligible: readonly KCandidate[],
  bend: number | null,
  { seed, from, to, onStep }: ChooseKOptions,
) {
  const more = eligible.filter(({ k }) => k > 2);
  const two = eligible.find(({ k }) => k === 2);
  if (more.length === 0 || two === undefined) return undefined;
  const { chosen } = pick(more, bend);
  const clustering = kMeans(points, chosen.k, { seed });
  const found = stability(points, clustering.labels, {
    seed,
    onStep: () => onStep?.(to - from + 1, to - from + 1),
  });
  if (found.some(({ verdict }) => verdict !== "solid")) return undefined;
  const { silhouette } = chosen;
  const reason: KReason = { code: "finer-than-two", silhouette, silhouetteOfTwo: two.silhouette };
  return { chosen, clustering, stability: found, reason };
}

/** The division of all rows by centroids that some of them did not shape. */
function placeAll(points: Matrix, { centroids }: Clustering): Clustering {
  const { labels, inertia } = nearestCentroids(points, centroids);
  return { labels, centroids, inertia, sizes: labelSizes(labels, centroids.rows), converged: false };
}
