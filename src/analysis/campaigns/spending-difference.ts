import { at } from "../../lib/at.ts";
import { studentTail } from "../numbers/distributions.ts";
import { mean, variance } from "../numbers/statistics.ts";

/** What each person of a group spent, in one unit of money. */
export interface GroupSpending {
  /** After the campaign, one number a person. */
  readonly after: Float64Array;
  /** The same people in a time of equal length before it. */
  readonly before: Float64Array;
}

/** By how much more a head of the contacted spent than one of those held out. */
export interface SpendingDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Degrees of freedom of the interval. */
  readonly freedom: number;
  /** The part of the spread that earlier spending explained, in [0, 1]. */
  readonly explained: number;
}

/**
 * The difference in spending a head, adjusted by what the same people spent before (CUPED), with Welch's interval: the
 * groups may differ in size and spread.
 *
 * @param level Of the interval, in (0, 1).
 * @throws {RangeError} When a group has fewer than two people, or a person has no earlier spending.
 * @see Deng, Xu, Kohavi & Walker (2013), "Improving the sensitivity of online controlled experiments by utilizing
 * pre-experiment data", WSDM; Welch (1947), Biometrika 34. O(n).
 * @example
 * spendingDifference({ after: Float64Array.of(3, 5), before: Float64Array.of(0, 0) }, { after: Float64Array.of(1, 3), before: Float64Array.of(0, 0) }, 0.95).difference; // => 2
 */
export function spendingDifference(
  contacted: GroupSpending,
  heldOut: GroupSpending,
  level: number,
): SpendingDifference {
  for (const { after, before } of [contacted, heldOut]) {
    if (after.length < 2) throw new RangeError("a spread needs at least two people");
    if (after.length !== before.length) throw new RangeError("everybody needs earlier spending, 0 included");
  }
  const slope = pooledSlope([contacted, heldOut]);
  const [first, second] = [adjusted(contacted, slope), adjusted(heldOut, slope)];
  const [spreadFirst, spreadSecond] = [variance(first) / first.length, variance(second) / second.length];
  const spread = spreadFirst + spreadSecond;
  const freedom =
    spread === 0
      ? first.length + second.length - 2
      : spread ** 2 / (spreadFirst ** 2 / (first.length - 1) + spreadSecond ** 2 / (second.length - 1));
  const difference = mean(first) - mean(second);
  const reach = studentQuantile((1 + level) / 2, freedom) * Math.sqrt(spread);
  return {
    difference,
    low: difference - reach,
    high: difference + reach,
    freedom,
    explained: explainedShare([contacted, heldOut], [first, second]),
  };
}

/** Spending after, by spending before, within groups: a campaign's effect must not look like a slope. */
function pooledSlope(groups: readonly GroupSpending[]): number {
  let [together, alone] = [0, 0];
  for (const { after, before } of groups) {
    const [meanAfter, meanBefore] = [mean(after), mean(before)];
    for (let i = 0; i < before.length; i++) {
      const from = at(before, i) - meanBefore;
      together += from * (at(after, i) - meanAfter);
      alone += from * from;
    }
  }
  return alone === 0 ? 0 : together / alone;
}

function adjusted({ after, before }: GroupSpending, slope: number): Float64Array {
  return after.map((value, i) => value - slope * at(before, i));
}

function explainedShare(groups: readonly GroupSpending[], cleared: readonly Float64Array[]): number {
  const spreadOf = (lists: readonly Float64Array[]) =>
    lists.reduce((sum, list) => sum + variance(list) * (list.length - 1), 0);
  const all = spreadOf(groups.map(({ after }) => after));
  return all === 0 ? 0 : Math.max(0, 1 - spreadOf(cleared) / all);
}

/** The number that a Student variable exceeds with chance 1 − p, p in (0.5, 1): its tail, turned round by bisection. */
function studentQuantile(p: number, freedom: number): number {
  let [low, high] = [0, 2];
  while (studentTail(high, freedom) > 1 - p) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentTail(middle, freedom) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
