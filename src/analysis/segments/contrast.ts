import { at } from "../../lib/at.ts";
import { studentFactor } from "../numbers/statistics.ts";
import type { GroupStatistics } from "./statistics.ts";

/** How a group differs from others in one feature. */
export interface Contrast {
  /** The feature's position in the feature set. */
  readonly feature: number;
  /** Mean of the group, in the feature's unit. */
  readonly mean: number;
  /** Mean of those it is compared with, in the feature's unit. */
  readonly baseMean: number;
  /** `mean - baseMean`, in the feature's unit. */
  readonly difference: number;
  /** The difference in standard deviations of the base: ±.2 is small, ±.5 medium, ±.8 large (Cohen 1988). */
  readonly effect: number;
  /** 95 % interval of `effect`; divide out with `deviation` for the feature's unit. */
  readonly low: number;
  readonly high: number;
  /** The standard deviation that `effect` is measured in. */
  readonly deviation: number;
}

/**
 * What distinguishes a segment from the base that it is part of: every feature, the largest effect first.
 *
 * The effect is Glass's Δ, with the base's deviation as the unit: the same for every segment, so segments can be laid side
 * by side. Since the members are part of the base, the interval comes from members against the others (Welch): the
 * difference to the base is that difference times the share of the others.
 *
 * @param members Statistics of the segment.
 * @param base Statistics of all customers, the members among them, over the same features.
 * @returns One entry per feature that has at least 2 values among members and among the others, and varies in the base.
 * @throws {RangeError} When the two are about different lists of features.
 * @see Glass (1976), "Primary, secondary, and meta-analysis of research"; Welch (1947), Biometrika 34. O(p log p).
 * @example
 * contrast(
 *   { size: 2, means: [5], deviations: [1], counts: [2] },
 *   { size: 4, means: [3], deviations: [2], counts: [4] },
 * )[0]?.effect; // => 1
 */
export function contrast(members: GroupStatistics, base: GroupStatistics): readonly Contrast[] {
  requireSameFeatures(members, base);
  return byEffect(
    members.means.map((_, feature) => againstBase(sample(members, feature), sample(base, feature), feature)),
  );
}

/**
 * What distinguishes one segment from another: every feature, the largest effect first.
 *
 * The effect is Cohen's d (the unit is the pooled deviation of the two), the interval Welch's.
 *
 * @param base The segment it is compared with; no customer is in both.
 * @throws {RangeError} When the two are about different lists of features.
 * @see Cohen (1988), "Statistical Power Analysis for the Behavioral Sciences", 2.2.
 * @example
 * contrastBetween(
 *   { size: 9, means: [5], deviations: [2], counts: [9] },
 *   { size: 9, means: [3], deviations: [2], counts: [9] },
 * )[0]?.effect; // => 1
 */
export function contrastBetween(group: GroupStatistics, base: GroupStatistics): readonly Contrast[] {
  requireSameFeatures(group, base);
  return byEffect(
    group.means.map((_, feature) => againstOther(sample(group, feature), sample(base, feature), feature)),
  );
}

/** One feature in one group. */
interface Sample {
  readonly mean: number;
  readonly variance: number;
  readonly count: number;
}

function sample(group: GroupStatistics, feature: number): Sample | undefined {
  const mean = at(group.means, feature);
  const deviation = at(group.deviations, feature);
  if (mean === null || deviation === null) return undefined;
  const count = at(group.counts, feature);
  // One customer alone, of whom a feature is known, says nothing about the spread of a group.
  return count < 2 ? undefined : { mean, variance: deviation ** 2, count };
}

function againstBase(members?: Sample, base?: Sample, feature = 0): Contrast | undefined {
  if (members === undefined || base === undefined) return undefined;
  const others = without(base, members);
  if (others.count < 2 || base.variance === 0) return undefined;
  const share = others.count / base.count;
  const deviation = Math.sqrt(base.variance);
  return entry(members, base, { feature, deviation, margin: share * welchMargin(members, others) });
}

function againstOther(group?: Sample, base?: Sample, feature = 0): Contrast | undefined {
  if (group === undefined || base === undefined) return undefined;
  const squares = (group.count - 1) * group.variance + (base.count - 1) * base.variance;
  if (squares === 0) return undefined;
  const deviation = Math.sqrt(squares / (group.count + base.count - 2));
  return entry(group, base, { feature, deviation, margin: welchMargin(group, base) });
}

/** What remains of the base when the members are taken out: counts, sums and sums of squares subtract. */
function without(base: Sample, members: Sample): Sample {
  const count = base.count - members.count;
  const mean = (base.count * base.mean - members.count * members.mean) / count;
  const between = members.count * (members.mean - base.mean) ** 2 + count * (mean - base.mean) ** 2;
  const squares = (base.count - 1) * base.variance - (members.count - 1) * members.variance - between;
  return { count, mean, variance: Math.max(0, squares / (count - 1)) };
}

/** Half the width of the 95 % interval of a difference of two means (Welch, with Satterthwaite's degrees of freedom). */
function welchMargin(a: Sample, b: Sample): number {
  const [ofA, ofB] = [a.variance / a.count, b.variance / b.count];
  if (ofA + ofB === 0) return 0;
  const freedom = (ofA + ofB) ** 2 / (ofA ** 2 / (a.count - 1) + ofB ** 2 / (b.count - 1));
  return studentFactor(Math.max(3, freedom)) * Math.sqrt(ofA + ofB);
}

function entry(
  group: Sample,
  base: Sample,
  {
    feature,
    deviation,
    margin,
  }: { readonly feature: number; readonly deviation: number; readonly margin: number },
): Contrast {
  const difference = group.mean - base.mean;
  return {
    feature,
    mean: group.mean,
    baseMean: base.mean,
    difference,
    effect: difference / deviation,
    low: (difference - margin) / deviation,
    high: (difference + margin) / deviation,
    deviation,
  };
}

function byEffect(contrasts: readonly (Contrast | undefined)[]): readonly Contrast[] {
  return contrasts
    .filter((each) => each !== undefined)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || a.feature - b.feature);
}

function requireSameFeatures(a: GroupStatistics, b: GroupStatistics): void {
  if (a.means.length !== b.means.length) {
    throw new RangeError(`the groups are about ${a.means.length} and ${b.means.length} features`);
  }
}
