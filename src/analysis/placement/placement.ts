import { at } from "../../lib/at.ts";
import type { Tree } from "../clustering/regression-tree.ts";
import type { Preprocessing } from "../features/preprocessing.ts";
import type { RfmBorders } from "../clustering/rfm-groups.ts";

/**
 * Everything needed to place a customer in a segment, frozen when the segmentation is made, so that a customer who comes
 * next year is placed by the same rule: which features, how they are preprocessed, and what decides.
 */
export type Placement = PlacementInputs & Assigner;

/** The lists are of equal length. */
export interface PlacementInputs {
  /** Names of the features used, so that a later feature set may hold them at other positions. */
  readonly features: readonly string[];
  readonly preprocessings: readonly Preprocessing[];
}

/** What decides, by method; segments are counted in the order of their numbers. */
export type Assigner = CentroidAssigner | LeafAssigner | DensityAssigner | RuleAssigner;

/** The nearest centroid (k-means). */
export interface CentroidAssigner {
  readonly by: "centroids";
  /** Missing where the preprocessed features themselves are measured. */
  readonly codes?: Codes;
  /** One per segment, in preprocessed (scaled) units or in those of the codes. */
  readonly centroids: readonly (readonly number[])[];
}

/** The preprocessed features in fewer numbers. */
export type Codes = ComponentCodes | AutoencoderCodes;

/** Principal components: `PrincipalComponents` as plain lists. */
export interface ComponentCodes {
  readonly kind: "pca";
  readonly means: readonly number[];
  /** One list per component. */
  readonly loadings: readonly (readonly number[])[];
}

/** `Autoencoder` as plain lists. */
export interface AutoencoderCodes {
  readonly kind: "autoencoder";
  readonly inputs: number;
  readonly codes: number;
  readonly hidden: number;
  readonly means: readonly number[];
  readonly weights: readonly number[];
}

/** The nearest centroid among the leaves that trees put a customer into. */
export interface LeafAssigner {
  readonly by: "leaves";
  readonly trees: readonly Tree[];
  readonly centroids: readonly (readonly number[])[];
}

/** The segment of the nearest core point within ε, or else that of the outliers (DBSCAN). */
export interface DensityAssigner {
  readonly by: "density";
  /** In preprocessed units. */
  readonly epsilon: number;
  /** At most 20,000 core points in preprocessed units, and the segment of each. */
  readonly core: readonly (readonly number[])[];
  readonly labels: readonly number[];
  /** The segment of those who are near nobody. */
  readonly outliers: number;
}

/** The table of recency against worth; the features are recency, frequency and monetary in this order. */
export interface RuleAssigner {
  readonly by: "rules";
  readonly borders: RfmBorders;
  /** The segment by the score for recency (1 to 5) and the one for worth (1 to 5), row after row. */
  readonly table: readonly number[];
  /** Means of the preprocessed features, which distances are told from. */
  readonly centroids: readonly (readonly number[])[];
}

/**
 * How many segments a assigner knows.
 *
 * @example
 * segmentCount({ by: "centroids", centroids: [[0], [4]] }); // => 2
 */
export function segmentCount(assigner: Assigner): number {
  return assigner.by === "density"
    ? 1 + assigner.labels.reduce((most, label) => Math.max(most, label), assigner.outliers)
    : assigner.centroids.length;
}

/**
 * The same placement with the segments in another order.
 *
 * @param order The present position of each segment, in the order wanted.
 * @example
 * reorderSegments({ features: ["a"], preprocessings: [], by: "centroids", centroids: [[0], [4]] }, [1, 0]).centroids; // => [[4], [0]]
 */
export function reorderSegments<Placed extends Assigner>(assigner: Placed, order: readonly number[]): Placed {
  const moved = (label: number) => order.indexOf(label);
  if (assigner.by === "density") {
    return { ...assigner, labels: assigner.labels.map(moved), outliers: moved(assigner.outliers) };
  }
  const centroids = order.map((label) => at(assigner.centroids, label));
  return assigner.by === "rules"
    ? { ...assigner, centroids, table: assigner.table.map(moved) }
    : { ...assigner, centroids };
}
