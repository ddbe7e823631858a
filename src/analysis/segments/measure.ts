import type { Feature } from "../features/feature.ts";
import { findValue } from "../features/value.ts";
import type { SegmentStatistics } from "./segmentation.ts";
import type { GroupStatistics } from "./statistics.ts";

/** A group of customers as the database measured it; the base is the group without a segment. */
export interface MeasuredGroup {
  readonly segmentId: number | null;
  readonly statistics: GroupStatistics;
  /** Sum of squared distances to the centroid. */
  readonly inertia: number;
}

/** The base and its segments in numbers. */
export interface MeasuredSegments {
  readonly base: GroupStatistics;
  /** In the order of the ids asked for. */
  readonly segments: readonly SegmentStatistics[];
  /** Sum of squared distances to the centroids. */
  readonly inertia: number;
}

/**
 * Sets each segment's statistics against the base's: its part of the customers and of the value.
 *
 * @param groups The base and every segment that has members, in any order.
 * @param segmentIds Which segments, in the order wanted; one that everyone has left has size 0.
 * @example
 * measureSegments([{ segmentId: null, inertia: 0, statistics: { size: 4, means: [], deviations: [], counts: [] } },
 *   { segmentId: 3, inertia: 0, statistics: { size: 1, means: [], deviations: [], counts: [] } }], [3], []).segments[0].share; // => 0.25
 */
export function measureSegments(
  groups: readonly MeasuredGroup[],
  segmentIds: readonly number[],
  features: readonly Feature[],
): MeasuredSegments {
  const value = findValue(features);
  const position = value === undefined ? undefined : features.indexOf(value);
  const base = groups.find(({ segmentId }) => segmentId === null);
  const baseStatistics = base?.statistics ?? emptyStatistics(features.length);
  const segments = segmentIds.map((id) => {
    const found = groups.find(({ segmentId }) => segmentId === id)?.statistics;
    return withShares(found ?? emptyStatistics(features.length), baseStatistics, position);
  });
  return { base: baseStatistics, segments, inertia: base?.inertia ?? 0 };
}

function withShares(
  group: GroupStatistics,
  base: GroupStatistics,
  position: number | undefined,
): SegmentStatistics {
  const whole = position === undefined ? 0 : sumOf(base, position);
  return {
    ...group,
    share: base.size === 0 ? 0 : group.size / base.size,
    valueShare: position === undefined || whole <= 0 ? null : sumOf(group, position) / whole,
  };
}

function sumOf({ means, counts }: GroupStatistics, position: number): number {
  return (means[position] ?? 0) * (counts[position] ?? 0);
}

/** A segment that everyone has left. */
function emptyStatistics(width: number): GroupStatistics {
  const nothing = Array.from({ length: width }, () => null);
  return { size: 0, means: nothing, deviations: nothing, counts: nothing.map(() => 0) };
}
