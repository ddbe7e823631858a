import { at } from "../../at.ts";
import { type Matrix, takeRows } from "../matrix.ts";
import { elbow } from "./elbow.ts";
import { type Clustering, kMeans, labelSizes } from "./k-means.ts";
import { nearestCentroids } from "./lloyd.ts";
import { nullCheck } from "./null-check.ts";
import { silhouettes } from "./silhouette.ts";

/** The smallest segment that is worth a name: both must be met. */
export interface SmallestSegment {
  /** Of all rows, in [0, 1]. */
  readonly share: number;
  readonly customers: number;
}

/** One k with what speaks for and against it. */
export interface KCandidate {
  readonly k: number;
  readonly inertia: number;
  /** Mean silhouette, with its standard error when it comes from a sample. */
  readonly silhouette: number;
  readonly standardError: number;
  /** Customers per segment, largest first. */
  readonly sizes: readonly number[];
  /** Whether the smallest segment is large enough. */
  readonly allowed: boolean;
}

/** Why a k was chosen; a command puts it into words. */
export type KReason =
  /** The best silhouette of the allowed ones, and the elbow agrees. */
  | { readonly code: "silhouette-and-elbow"; readonly silhouette: number }
  /** Within .02 of the best silhouette, and the elbow lies here. */
  | {
      readonly code: "elbow";
      readonly silhouette: number;
      readonly bestSilhouette: number;
      readonly bestK: number;
    }
  /** The best silhouette of the allowed ones; the elbow lies elsewhere, or nowhere. */
  | { readonly code: "silhouette"; readonly silhouette: number; readonly elbow: number | null }
  /** Only one k was asked for, or only one has segments that are large enough. */
  | { readonly code: "only-one"; readonly refused: number };

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
}

export interface ChooseKOptions {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  readonly smallest: SmallestSegment;
  /** Called after each k, for a progress line and to stop (by throwing). */
  readonly onStep?: (done: number, total: number) => void;
}

/** Silhouettes this near to the best are as good: then the elbow decides. */
const asGood = 0.02;
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
 * segment that is too small, the crumbs are set aside, k is chosen on the others, and they join the nearest segment.
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
  { seed }: ChooseKOptions,
): KChoice {
  const bend = elbow(candidates) ?? null;
  const allowed = candidates.filter((candidate) => candidate.allowed);
  // Nothing allowed even without the crumbs: the least uneven division, and `candidates` says so.
  const eligible = allowed.length > 0 ? allowed : [mostEven(candidates)];
  const best = eligible.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  const bent = eligible.find(({ k }) => k === bend);
  const chosen = bent !== undefined && bent.silhouette >= best.silhouette - asGood ? bent : best;
  // The table needs no last digit; the division that people get has all starts, as if its k had been asked for.
  const corePoints = takeRows(points, core);
  const clustering = kMeans(corePoints, chosen.k, { seed });
  const reason: KReason =
    eligible.length === 1
      ? { code: "only-one", refused: candidates.length - 1 }
      : reasonFor(chosen, best, bend);
  return {
    k: chosen.k,
    clustering: core.length === points.rows ? clustering : placeAll(points, clustering),
    reason,
    candidates,
    elbow: bend,
    naturalGroups: nullCheck(corePoints, chosen.k, { seed }).naturalGroups,
    setAside: points.rows - core.length,
  };
}

function reasonFor(chosen: KCandidate, best: KCandidate, bend: number | null): KReason {
  const { silhouette } = chosen;
  if (chosen !== best) return { code: "elbow", silhouette, bestSilhouette: best.silhouette, bestK: best.k };
  return chosen.k === bend
    ? { code: "silhouette-and-elbow", silhouette }
    : { code: "silhouette", silhouette, elbow: bend };
}

function mostEven(candidates: readonly KCandidate[]): KCandidate {
  const smallest = ({ sizes }: KCandidate) => Math.min(...sizes);
  return candidates.reduce((a, b) => (smallest(b) > smallest(a) ? b : a));
}

/** The division of all rows by centroids that some of them did not shape. */
function placeAll(points: Matrix, { centroids }: Clustering): Clustering {
  const { labels, inertia } = nearestCentroids(points, centroids);
  return { labels, centroids, inertia, sizes: labelSizes(labels, centroids.rows), converged: false };
}
