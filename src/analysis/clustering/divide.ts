import type { Matrix } from "../matrix.ts";
import { chooseK, type KCandidate, type KChoice, smallestSegment } from "./choose-k.ts";
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

const mostSegments = 10;
/** Beside the chosen k, so many others are shown for comparison. */
const alternatives = { auto: 2, asked: 1 } as const;

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
  const most = mostPossible(points, k);
  const smallest = smallestSegment(customers);
  const step = (done: number, total: number) => onStep("choose", done, total);
  const choice = chooseK(points, { from: 2, to: most, seed, smallest, onStep: step });
  const chosen = k === "auto" ? choice.k : k;
  const ks = [chosen, ...nextBest(choice.candidates, chosen, k === "auto" ? "auto" : "asked")];
  const divisions = ks.map((each, index) => {
    const clustering = each === choice.k ? choice.clustering : kMeans(points, each, { seed });
    const onResample = (done: number, total: number) =>
      onStep("prove", index * total + done, ks.length * total);
    return {
      k: each,
      clustering,
      silhouette: choice.candidates.find((candidate) => candidate.k === each)?.silhouette ?? 0,
      stability: stability(points, clustering.labels, {
        seed,
        onStep: onResample,
        divide: (drawn, part) => divideAgain(drawn, each, part),
      }),
    };
  });
  return { choice, divisions };
}

/** As `stability` does by itself; a draw of few customers may hold fewer than k kinds of them. */
function divideAgain(drawn: Matrix, k: number, seed: number): Int32Array {
  const possible = hasDistinctRows(drawn, k) ? k : Math.max(1, k - 1);
  if (!hasDistinctRows(drawn, possible)) return new Int32Array(drawn.rows);
  return kMeans(drawn, possible, { seed, starts: 3, scouts: 0 }).labels;
}

function mostPossible(points: Matrix, k: number | "auto"): number {
  const wanted = k === "auto" ? mostSegments : Math.max(mostSegments, k);
  const ks = Array.from({ length: wanted - 1 }, (_, index) => wanted - index);
  const most = ks.find((each) => hasDistinctRows(points, each));
  if (most === undefined || (k !== "auto" && k > most)) {
    throw new RangeError(`k ${k} needs as many different rows, and there are fewer`);
  }
  return most;
}

/** The other k by silhouette, those with large enough segments first. */
function nextBest(
  candidates: readonly KCandidate[],
  chosen: number,
  kind: keyof typeof alternatives,
): readonly number[] {
  return candidates
    .filter(({ k }) => k !== chosen)
    .sort((a, b) => Number(b.allowed) - Number(a.allowed) || b.silhouette - a.silhouette || a.k - b.k)
    .slice(0, alternatives[kind])
    .map(({ k }) => k);
}
