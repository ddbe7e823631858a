import { type Matrix, rowsOf } from "../numbers/matrix.ts";
import { codesOf } from "../placement/codes.ts";
import type { Codes } from "../placement/placement.ts";
import { chooseK, type KChoice, smallestSegment } from "../clustering/choose-k.ts";
import { compress } from "./compress.ts";
import type { Division, DivisionRequest, KMeansWay, OnStep } from "./division.ts";
import type { CompressionEvidence } from "../clustering/evidence.ts";
import type { KCandidate } from "../clustering/k-candidate.ts";
import { type Clustering, kMeans } from "../clustering/k-means.ts";
import { silhouette } from "../clustering/silhouette.ts";
import { type SegmentStability, stability } from "../clustering/stability.ts";
import { hasDistinctRows } from "../clustering/trained-centroids.ts";

/** More segments than this nobody keeps in mind. */
const mostSegments = 10;

/** Codes in place of the features, with what is known of them. */
interface Compressed {
  readonly codes: Codes;
  readonly evidence: Omit<CompressionEvidence, "codeSilhouette">;
}

/**
 * Divides by k-means into the k asked for, or the k that the data suggest, and into the next best k beside it.
 *
 * @throws {RangeError} When k is more than the rows that differ.
 * @example
 * const points = matrixOf([[0], [1], [2], [90], [91], [92]]);
 * const way = { method: "kmeans", k: 2, alternatives: 0 } as const;
 * divideByKMeans({ points, customers: 6, seed: 7, way }, way, () => undefined).length; // => 1
 */
export function divideByKMeans(
  request: DivisionRequest,
  way: KMeansWay,
  onStep: OnStep,
): readonly Division[] {
  const { customers, seed } = request;
  const compressed = way.compress && compress(request.points, way.compress, { seed, onStep });
  const points = codesOf(request.points, compressed?.codes);
  const smallest = smallestSegment(customers);
  const choice = chooseK(points, {
    from: 2,
    to: mostPossible(points, way.k, Math.floor(customers / smallest.customers)),
    seed,
    smallest,
    onStep: (done, total) => onStep("choose", done, total),
  });
  const chosen = way.k === "auto" ? choice.k : way.k;
  const beside = way.alternatives ?? (way.k === "auto" ? 2 : 1);
  const ks = [chosen, ...nextBest(choice.candidates, chosen).slice(0, beside)];
  return ks.map((k, index) => {
    const clustering = k === choice.k ? choice.clustering : kMeans(points, k, { seed });
    const ofCandidate = choice.candidates.find((candidate) => candidate.k === k)?.silhouette ?? 0;
    const onResample = (done: number, total: number) =>
      onStep("prove", index * total + done, ks.length * total);
    return {
      method: "kmeans",
      assigner: assignerOf(clustering, compressed?.codes),
      ...judge(request, clustering, { compressed, ofCandidate }),
      stability: provenIn(choice, k) ?? stability(points, clustering.labels, { seed, onStep: onResample }),
      choice,
    };
  });
}

/** Where the choice of k hung on the proof, it is known already. */
function provenIn(choice: KChoice, k: number): readonly SegmentStability[] | undefined {
  return k === choice.k ? choice.stability : undefined;
}

function assignerOf({ centroids }: Clustering, codes: Codes | undefined): Division["assigner"] {
  return { by: "centroids", ...(codes && { codes }), centroids: rowsOf(centroids) };
}

/** The silhouette in the features; among codes another one is known, which is higher. */
function judge(
  { points, seed }: DivisionRequest,
  { labels }: Clustering,
  { compressed, ofCandidate }: { readonly compressed: Compressed | undefined; readonly ofCandidate: number },
): Pick<Division, "silhouette" | "evidence"> {
  if (compressed === undefined) return { silhouette: ofCandidate };
  const compared = { seed, exactRows: 5_000, sampleSize: 5_000 };
  return {
    silhouette: silhouette(points, labels, compared).mean,
    evidence: { ...compressed.evidence, codeSilhouette: ofCandidate },
  };
}

/**
 * The most segments that are tried: ten, or as many as were asked for, if so many rows differ.
 *
 * @param mostLarge Where k is left open, no more than could all be large enough.
 * @throws {RangeError} When more were asked for than rows differ.
 * @example
 * mostPossible(matrixOf([[0], [0], [9]]), "auto", 10); // => 2
 */
export function mostPossible(points: Matrix, k: number | "auto", mostLarge: number): number {
  const wanted = k === "auto" ? Math.max(2, Math.min(mostSegments, mostLarge)) : Math.max(mostSegments, k);
  const ks = Array.from({ length: wanted - 1 }, (_, index) => wanted - index);
  const most = ks.find((each) => hasDistinctRows(points, each));
  if (most === undefined || (k !== "auto" && k > most)) {
    throw new RangeError(`k ${k} needs as many different rows, and there are fewer`);
  }
  return most;
}

/**
 * The other k by silhouette, those with large enough segments first.
 *
 * @example
 * const candidate = (k, silhouette) => ({ k, silhouette, inertia: 0, standardError: 0, sizes: [], allowed: true });
 * nextBest([candidate(2, 0.3), candidate(3, 0.5), candidate(4, 0.4)], 3); // => [4, 2]
 */
export function nextBest(candidates: readonly KCandidate[], chosen: number): readonly number[] {
  return candidates
    .filter(({ k }) => k !== chosen)
    .sort((a, b) => Number(b.allowed) - Number(a.allowed) || b.silhouette - a.silhouette || a.k - b.k)
    .map(({ k }) => k);
}
