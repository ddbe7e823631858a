import type { Treatment } from "./treatment.ts";

/**
 * Everything needed to place a customer in a segment of a k-means segmentation; frozen when it is made.
 * The three lists `features`, `treatments` and each centroid are of equal length.
 */
export interface Placement {
  /** Names of the features used, so that a later feature set may hold them at other positions. */
  readonly features: readonly string[];
  readonly treatments: readonly Treatment[];
  /** One per segment, in the order of the segments' numbers, in treated (scaled) units. */
  readonly centroids: readonly (readonly number[])[];
}
