import type { DensityVerdict } from "./dbscan.ts";

/** What a method shows for itself, beside the proof that all share. */
export type Evidence = DensityEvidence | CompressionEvidence | LeafEvidence;

export interface DensityEvidence {
  readonly kind: "density";
  /** In preprocessed units. */
  readonly epsilon: number;
  readonly neighbors: number;
  readonly verdict: DensityVerdict;
  /** Quantiles of the distance to the farthest of so many neighbors, evenly from 0 to 1: at most 61 of them. */
  readonly distances: readonly number[];
}

export interface CompressionEvidence {
  readonly kind: "compression";
  readonly by: "pca" | "autoencoder";
  readonly features: number;
  readonly codes: number;
  /** Mean squared errors per value on held-out customers, in squared standard deviations. */
  readonly pcaError: number;
  readonly autoencoderError: number;
  /** Silhouette among the codes: higher than in the features, since what was left out no longer blurs. */
  readonly codeSilhouette: number;
}

export interface LeafEvidence {
  readonly kind: "leaves";
  /** Part of the revenue's variance (of its logarithm) that trees explain on customers they were not grown on. */
  readonly explained: number;
  /** Silhouette among the leaves: high by construction. */
  readonly leafSilhouette: number;
  readonly plain: PlainLine;
}

/** The segment with the most revenue beside as many customers taken from the top of a list sorted by revenue. */
export type PlainLine = {
  /** Part of the customers, in [0, 1]. */
  readonly share: number;
  readonly segmentRevenue: number;
  readonly sortedRevenue: number;
  /** Part of the revenue that the top tenth of the sorted list holds. */
  readonly topTenth: number;
};
