import type { Feature } from "../features/feature.ts";
import { type Moments, poolMoments } from "../numbers/moments.ts";
import { findValue } from "../features/value.ts";
import type { SegmentStatistics } from "./segmentation.ts";
import type { GroupStatistics } from "./statistics.ts";

/** The customers of a segment as the database measured them. */
export interface MeasuredGroup {
  readonly segmentId: number;
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
 * @param groups Every segment that has members, in any order: together they are the base.
 * @param segmentIds Which segments, in the order wanted; one that everyone has left has size 0.
 * @example
 * measureSegments([{ segmentId: 2, inertia: 0, statistics: { size: 3, means: [], deviations: [], counts: [] } },
 *   { segmentId: 3, inertia: 0, statistics: { size: 1, means: [], deviations: [], counts: [] } }], [3], []).segments[0].share; // => 0.25
 */
export function measureSegments(
  groups: readonly MeasuredGroup[],
  segmentIds: readonly number[],
  features: readonly Feature[],
): MeasuredSegments {
  const value = findValue(features);
  const position = value === undefined ? undefined : features.indexOf(value);
  const base = together(
    groups.map(({ statistics }) => statistics),
    features.length,
  );
  const segments = segmentIds.map((id) => {
    const found = groups.find(({ segmentId }) => segmentId === id)?.statistics;
    return withShares(found ?? emptyStatistics(features.length), base, position);
  });
  return { base, segments, inertia: groups.reduce((sum, group) => sum + group.inertia, 0) };
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

/** The statistics of groups taken together. */
function together(groups: readonly GroupStatistics[], width: number): GroupStatistics {
  const moments = Array.from({ length: width }, (_, position) =>
    poolMoments(groups.map((group) => momentsOf(group, position))),
  );
  return {
    size: groups.reduce((sum, { size }) => sum + size, 0),
    means: moments.map((pooled) => pooled?.mean ?? null),
    deviations: moments.map((pooled) => (pooled && pooled.count > 1 ? Math.sqrt(pooled.variance) : null)),
    counts: moments.map((pooled) => pooled?.count ?? 0),
  };
}

function momentsOf({ means, deviations, counts }: GroupStatistics, position: number): Moments {
  return {
    count: counts[position] ?? 0,
    mean: means[position] ?? 0,
    variance: (deviations[position] ?? 0) ** 2,
  };
}

/** A segment that everyone has left. */
function emptyStatistics(width: number): GroupStatistics {
  const nothing = Array.from({ length: width }, () => null);
  return { size: 0, means: nothing, deviations: nothing, counts: nothing.map(() => 0) };
}
