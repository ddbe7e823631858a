import type { Matrix } from "../matrix.ts";
import { chooseK, type KChoice, smallestSegment } from "./choose-k.ts";
import type { KCandidate } from "./k-candidate.ts";
import { type Clustering, kMeans } from "./k-means.ts";
import { type SegmentStability, stability } from "./stability.ts";
import { hasDistinctRows } from "./trained-centroids.ts";

/** What is to be divided, and how. */
export interface DivisionRequest {
  /** n × p treated values of a sample. */
  readonly points: Matrix;
  readonly k: number | "auto";
  /** How many customers the sample stands for: decides how small a segment may be. */
  readonly customers: number;
  readonly seed: number;
  /** How many other k are proven beside the chosen one; by default 2, and 1 beside a k that was asked for. */
  readonly alternatives?: number;
}

/** One way to divide, with its proof. */
export interface Division {
  readonly k: number;
  readonly clustering: Clustering;
  readonly silhouette: number;
  /** One per label. */
  readonly stability: readonly SegmentStability[];
}

export interface Divisions {
  /** What was tried, and why the first was chosen. */
  readonly choice: Pick<KChoice, "candidates" | "elbow" | "reason" | "naturalGroups" | "setAside">;
  /** The one asked for or chosen comes first. */
  readonly divisions: readonly Division[];
}

/** How far the work is, from within it; throw to stop. */
export type OnStep = (step: "choose" | "prove", done: number, total: number) => void;

/** More segments than this nobody keeps in mind. */
const mostSegments = 10;

/**
 * Divides a sample by k-means into the k asked for, or the k that the data suggest, and into the next best k beside it, each
 * with the proof of its segments.
 *
 * @throws {RangeError} When k is more than the rows that differ.
 * @example
 * divide({ points: matrixOf([[0], [1], [2], [90], [91], [92]]), k: 2, customers: 6, seed: 7 }, () => undefined).divisions[0]?.k; // => 2
 */
export function divide(request: DivisionRequest, onStep: OnStep): Divisions {
  const { points, k, seed, customers } = request;
  const smallest = smallestSegment(customers);
  const most = mostPossible(points, k, Math.floor(customers / smallest.customers));
  const step = (done: number, total: number) => onStep("choose", done, total);
  const choice = chooseK(points, { from: 2, to: most, seed, smallest, onStep: step });
  const chosen = k === "auto" ? choice.k : k;
  const beside = request.alternatives ?? (k === "auto" ? 2 : 1);
  const ks = [chosen, ...nextBest(choice.candidates, chosen).slice(0, beside)];
  const divisions = ks.map((each, index) => {
    const clustering = each === choice.k ? choice.clustering : kMeans(points, each, { seed });
    const onResample = (done: number, total: number) =>
      onStep("prove", index * total + done, ks.length * total);
    return {
      k: each,
      clustering,
      silhouette: choice.candidates.find((candidate) => candidate.k === each)?.silhouette ?? 0,
      stability:
        (each === choice.k ? choice.stability : undefined) ??
        stability(points, clustering.labels, { seed, onStep: onResample }),
    };
  });
  return { choice, divisions };
}

function mostPossible(points: Matrix, k: number | "auto", mostLarge: number): number {
  const wanted = k === "auto" ? Math.max(2, Math.min(mostSegments, mostLarge)) : Math.max(mostSegments, k);
  const ks = Array.from({ length: wanted - 1 }, (_, index) => wanted - index);
  const most = ks.find((each) => hasDistinctRows(points, each));
  if (most === undefined || (k !== "auto" && k > most)) {
    throw new RangeError(`k ${k} needs as many different rows, and there are fewer`);
  }
  return most;
}

/** The other k by silhouette, those with large enough segments first. */
function nextBest(candidates: readonly KCandidate[], chosen: number): readonly number[] {
  return candidates
    .filter(({ k }) => k !== chosen)
    .sort((a, b) => Number(b.allowed) - Number(a.allowed) || b.silhouette - a.silhouette || a.k - b.k)
    .map(({ k }) => k);
}
