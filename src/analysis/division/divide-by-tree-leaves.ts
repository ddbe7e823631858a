import { at } from "../../lib/at.ts";
import { type Matrix, rowsOf } from "../numbers/matrix.ts";
import { smallestSegment } from "../clustering/choose-k.ts";
import { mostPossible, nextBest } from "./divide-by-k-means.ts";
import {
  type Division,
  type DivisionRequest,
  type Divisions,
  type LeafWay,
  type OnStep,
  withoutChoice,
} from "./division.ts";
import type { PlainLine } from "../clustering/evidence.ts";
import type { KCandidate } from "../clustering/k-candidate.ts";
import { type Clustering, kMeans, labelSizes } from "../clustering/k-means.ts";
import {
  depthFor,
  clusterLeaves,
  growForest,
  growTrees,
  type GrownTrees,
  revenueOfTop,
} from "../clustering/tree-leaf-embedding.ts";
import { embedByLeaves } from "../clustering/regression-tree.ts";
import { silhouette, silhouettes } from "../clustering/silhouette.ts";
import { stability } from "../clustering/stability.ts";
import { hasDistinctRows } from "../clustering/trained-centroids.ts";

/** What the trees were grown for, and what came of it. */
interface Grove extends GrownTrees {
  readonly request: DivisionRequest;
  readonly revenue: readonly number[];
  readonly embedded: Matrix;
  readonly depth: number;
}

/** Trees are deep enough for so many segments where the data are to suggest k. */
const usualSegments = 8;

/**
 * Divides by the leaves of trees that predict revenue, into the k asked for or the k that separates best in the features,
 * and into the next best k beside it; each with the plain list sorted by revenue.
 *
 * @throws {RangeError} When the trees tell fewer than k kinds of customers apart.
 * @example
 * const points = matrixOf(Array.from({ length: 60 }, (_, row) => [row % 3, row]));
 * const revenue = Array.from({ length: 60 }, (_, row) => 1 + 10 * (row % 3));
 * const request = { points, customers: 60, seed: 7, way: { method: "leaves", k: 3, revenue } } as const;
 * divideByLeaves(request, request.way, () => undefined).divisions[0]?.method; // => "leaves"
 */
export function divideByLeaves(request: DivisionRequest, { k, revenue }: LeafWay, onStep: OnStep): Divisions {
  const { points, seed } = request;
  const depth = depthFor(k === "auto" ? usualSegments : k);
  const target = revenue.map((amount) => Math.log1p(Math.max(0, amount)));
  const grown = growTrees(points, target, {
    seed,
    depth,
    onStep: (done, total) => onStep("choose", done, total),
  });
  const embedded = embedByLeaves(grown.trees, points);
  const grove = { ...grown, request, revenue, embedded, depth };
  const mostLarge = Math.floor(request.customers / smallestSegment(request.customers).customers);
  const ks = Array.from({ length: mostPossible(embedded, k, mostLarge) - 1 }, (_, index) => index + 2);
  const clusterings = ks.map((each) => clusterLeaves(embedded, each, seed));
  const candidates = candidatesOf(request, clusterings);
  const [best = 2, ...others] = nextBest(candidates, k === "auto" ? 0 : k);
  const shown = k === "auto" ? [best, ...others.slice(0, 1)] : [k, best];
  const divisions = shown.map((each, index) =>
    toDivision(grove, at(clusterings, ks.indexOf(each)), candidates, (done, total) =>
      onStep("prove", index * total + done, shown.length * total),
    ),
  );
  return { divisions };
}

/** Judged by the silhouette in the features: among the leaves customers lie apart by construction. */
function candidatesOf(
  { points, customers, seed }: DivisionRequest,
  clusterings: readonly Clustering[],
): readonly KCandidate[] {
  const smallest = smallestSegment(customers);
  const labels = clusterings.map((clustering) => clustering.labels);
  const found = silhouettes(points, labels, { seed, exactRows: 5_000, sampleSize: 5_000 });
  return clusterings.map((clustering, index) => {
    const sizes = clustering.sizes.toSorted((a, b) => b - a);
    const least = Math.max(smallest.customers, smallest.share * points.rows);
    const { mean: silhouette, standardError } = at(found, index);
    const allowed = (sizes.at(-1) ?? 0) >= least;
    return { k: sizes.length, inertia: clustering.inertia, silhouette, standardError, sizes, allowed };
  });
}

function toDivision(
  grove: Grove,
  clustering: Clustering,
  candidates: readonly KCandidate[],
  onStep: (done: number, total: number) => void,
): Division {
  const { request, trees, explained, revenue, embedded } = grove;
  const { labels, sizes, centroids } = clustering;
  const { seed } = request;
  return {
    method: "leaves",
    assigner: { by: "leaves", trees, centroids: rowsOf(centroids) },
    silhouette: candidates.find(({ k }) => k === sizes.length)?.silhouette ?? 0,
    stability: stability(request.points, labels, {
      seed,
      onStep,
      divide: (drawn, part, rows) => divideAgain(grove, drawn, { rows, seed: part, k: sizes.length }),
    }),
    choice: { ...withoutChoice, candidates },
    evidence: {
      kind: "leaves",
      explained,
      leafSilhouette: silhouette(embedded, labels, { seed, exactRows: 2_000, sampleSize: 2_000 }).mean,
      plain: plainLine(revenue, labels),
    },
  };
}

/** New trees on the drawn customers, and their leaves divided. */
function divideAgain(
  { revenue, depth }: Grove,
  drawn: Matrix,
  { rows, seed, k }: { readonly rows: Int32Array; readonly seed: number; readonly k: number },
): Int32Array {
  const target = Array.from(rows, (row) => Math.log1p(Math.max(0, at(revenue, row))));
  const embedded = embedByLeaves(growForest(drawn, target, { seed, depth }), drawn);
  const possible = hasDistinctRows(embedded, k) ? k : 1;
  return kMeans(embedded, possible, { seed, starts: 3, scouts: 0 }).labels;
}

/** The segment with the most revenue a head beside the list sorted by revenue. */
function plainLine(revenue: readonly number[], labels: Int32Array): PlainLine {
  const sizes = labelSizes(labels, 1 + labels.reduce((most, label) => Math.max(most, label), 0));
  const sums = sizes.map((_, label) =>
    revenue.reduce((sum, amount, row) => (labels[row] === label ? sum + amount : sum), 0),
  );
  const total = sums.reduce((sum, amount) => sum + amount, 0);
  const worth = (label: number) => at(sums, label) / Math.max(1, at(sizes, label));
  const top = Array.from(sizes.keys()).reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const share = at(sizes, top) / revenue.length;
  return {
    share,
    segmentRevenue: at(sums, top) / total,
    sortedRevenue: revenueOfTop(revenue, share),
    topTenth: revenueOfTop(revenue, 0.1),
  };
}
