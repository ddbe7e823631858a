import type { Evidence } from "../clustering/evidence.ts";
import type { KCandidate, KReason } from "../clustering/k-candidate.ts";
import type { SegmentStability } from "../clustering/stability.ts";
import type { FeatureReport } from "../features/report.ts";
import type { Lineage } from "./match.ts";
import type { PlainRule } from "./rule.ts";
import type { GroupStatistics } from "./statistics.ts";

/** A segment in numbers: a group, and its part of the base. */
export interface SegmentStatistics extends GroupStatistics {
  /** Part of the customers, in [0, 1]. */
  readonly share: number;
  /** Part of the value (`SegmentationMetrics.value`), in [0, 1]; null where no feature measures value. */
  readonly valueShare: number | null;
  /** Who is in it, in one sentence; null where no sentence finds them, missing where none was looked for. */
  readonly rule?: PlainRule | null;
  /** What its members buy and answer; missing where it was not counted. */
  readonly affinities?: SegmentAffinities;
}

/** What members do beside their features, each against all customers. */
export interface SegmentAffinities {
  /** Products that they prefer, the strongest preference first. */
  readonly products: readonly Affinity[];
  /** Answers to all past campaigns; null where nobody was asked. */
  readonly answers: Affinity | null;
}

/** A part of the members, beside the same part of all customers. */
export interface Affinity {
  readonly name: string;
  /** Members who do it. */
  readonly customers: number;
  /** Both in [0, 1]. */
  readonly share: number;
  readonly baseShare: number;
}

/** Why a segmentation is as it is: the numbers behind the choice, and the base that segments are compared with. */
export interface SegmentationMetrics {
  readonly base: GroupStatistics;
  /** Sum of squared distances to the centroids in scaled units, over all customers. */
  readonly inertia: number;
  /** In the features, whatever was divided: comparable between methods. */
  readonly silhouette: number;
  /** Every k that was tried, ascending: the elbow chart. Of a sample where there are more than 20,000 customers. */
  readonly candidates: readonly KCandidate[];
  /** Where the inertia curve bends, null when it does not. */
  readonly elbow: number | null;
  readonly reason: KReason;
  /**
   * False where the customers form no groups of their own: the segments are cuts through one cloud. True as well where the
   * method makes no claim about groups (RFM rules, leaves).
   */
  readonly naturalGroups: boolean;
  /** Customers too outlying to shape a segment, who joined the nearest one. */
  readonly setAside: number;
  /** The money feature whose sum is the base's value; null where there is none. */
  readonly value: string | null;
  /** The feature by which segments are numbered, highest mean first: `value` where there is one. */
  readonly orderedBy: string;
  /** What was done with each feature, and why. */
  readonly features: FeatureReport;
  /** How well each segment comes back in resamples, in the order of the segments' numbers; missing where not proven. */
  readonly stability?: readonly SegmentStability[];
  /** What the method shows for itself; missing for k-means on the features. */
  readonly evidence?: Evidence;
  /** How it follows the segmentation that was in force when it was made; missing for the first. */
  readonly succession?: SegmentationSuccession;
}

/** What became of the segments of the segmentation before. */
export interface SegmentationSuccession {
  /** Id of the segmentation before. */
  readonly against: number;
  /** In numbers of segments: `from` of the one before, `to` of this one. */
  readonly lineage: readonly Lineage[];
}
