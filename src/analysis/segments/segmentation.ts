import type { FeatureReport } from "../features/report.ts";
import type { GroupStatistics } from "./statistics.ts";

/** A segment in numbers: a group, and its part of the base. */
export interface SegmentStatistics extends GroupStatistics {
  /** Part of the customers, in [0, 1]. */
  readonly share: number;
  /** Part of the value (`SegmentationMetrics.value`), in [0, 1]; null where no feature measures value. */
  readonly valueShare: number | null;
}

/** One k that was tried. */
export interface ChoiceOfK {
  readonly k: number;
  readonly inertia: number;
  /** Mean silhouette coefficient, in [-1, 1]. */
  readonly silhouette: number;
  /** Size of the smallest segment as a part of the customers, in [0, 1]. */
  readonly smallestShare: number;
  /** Whether the smallest segment is large enough (ARCHITECTURE.md 5). */
  readonly allowed: boolean;
}

/** Why a segmentation is as it is: the numbers behind the choice, and the base that segments are compared with. */
export interface SegmentationMetrics {
  readonly base: GroupStatistics;
  readonly inertia: number;
  readonly silhouette: number;
  /** Every k that was tried, ascending: the elbow chart. */
  readonly choices: readonly ChoiceOfK[];
  /** A code of why this k was taken; put into words by the commands. */
  readonly reason: string;
  /** False where the customers form no groups of their own: the segments are cuts through one cloud. */
  readonly naturalGroups: boolean;
  /** The feature whose sum is the base's value and orders the segments; null where none measures value. */
  readonly value: string | null;
  /** What was done with each feature, and why. */
  readonly features: FeatureReport;
}
