import { normalQuantile, normalTail } from "../numbers/distributions.ts";

/** How many of a group answered. */
export interface Answers {
  readonly people: number;
  readonly answered: number;
}

/** By how much more the contacted answered than those held out. */
export interface ResponseDifference {
  /** In shares of people: 0.05 is five points. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided chance of a difference at least as large where there is none. */
  readonly pValue: number;
}

/**
 * The difference of two answer rates with its interval, by inverting the score test. It keeps its level where groups are
 * small or rates are near 0, as held-out groups are: Wald's interval is far too short there.
 *
 * @param level Of the interval, in (0, 1).
 * @throws {RangeError} When a group is empty, or more answered than there are people.
 * @see Miettinen & Nurminen (1985), "Comparative analysis of two rates", Statistics in Medicine 4.
 * @example
 * responseDifference({ people: 80, answered: 20 }, { people: 80, answered: 20 }, 0.95).difference; // => 0
 */
export function responseDifference(contacted: Answers, heldOut: Answers, level: number): ResponseDifference {
  for (const { people, answered } of [contacted, heldOut]) {
    if (!(people > 0 && answered >= 0 && answered <= people)) {
      throw new RangeError(`${answered} answers of ${people} people are no group`);
    }
  }
  const difference = contacted.answered / contacted.people - heldOut.answered / heldOut.people;
  const z = normalQuantile((1 + level) / 2);
  const scoreAt = (delta: number) => score(contacted, heldOut, delta);
  return {
    difference,
    low: edge((delta) => scoreAt(delta) > z, -1, difference),
    high: edge((delta) => scoreAt(delta) >= -z, difference, 1),
    pValue: Math.min(1, 2 * normalTail(Math.abs(scoreAt(0)))),
  };
}

/** Where a condition that holds from `from` on ceases to, between two numbers. */
function edge(holds: (delta: number) => boolean, from: number, to: number): number {
  let [inside, outside] = [from, to];
  if (!holds(from)) return from;
  for (let step = 0; step < 60; step++) {
    const middle = (inside + outside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}

/** How many standard errors the seen difference lies above a supposed one, the rates being likeliest under it. */
function score(first: Answers, second: Answers, delta: number): number {
  const [rateFirst, rateSecond] = [first.answered / first.people, second.answered / second.people];
  const likely = constrainedRate(first, second, delta);
  const all = first.people + second.people;
  const variance =
    (((likely + delta) * (1 - likely - delta)) / first.people + (likely * (1 - likely)) / second.people) *
    (all / (all - 1));
  const apart = rateFirst - rateSecond - delta;
  if (variance <= 1e-300) return Math.abs(apart) < 1e-12 ? 0 : Math.sign(apart) * Number.POSITIVE_INFINITY;
  return apart / Math.sqrt(variance);
}

/** The likeliest rate of the second group where the first answers by `delta` more: a root of a cubic in closed form. */
function constrainedRate(first: Answers, second: Answers, delta: number): number {
  const [m, n, x, y] = [first.people, second.people, first.answered, second.answered];
  const all = m + n;
  const l2 = (m + 2 * n) * delta - all - (x + y);
  const l1 = (n * delta - all - 2 * y) * delta + x + y;
  const l0 = y * delta * (1 - delta);
  const q = l2 ** 3 / (3 * all) ** 3 - (l1 * l2) / (6 * all ** 2) + l0 / (2 * all);
  const p = Math.sign(q || 1) * Math.sqrt(Math.max(0, l2 ** 2 / (3 * all) ** 2 - l1 / (3 * all)));
  const angle = p === 0 ? 0 : (Math.PI + Math.acos(Math.max(-1, Math.min(1, q / p ** 3)))) / 3;
  const root = 2 * p * Math.cos(angle) - l2 / (3 * all);
  return Math.max(Math.max(0, -delta), Math.min(Math.min(1, 1 - delta), root));
}

/**
 * The smallest difference of answer rates that a campaign of this size shows in four of five cases: said before it, so
 * that nobody waits for what cannot be seen.
 *
 * @param baseRate Of those who are not contacted, in [0, 1).
 * @param level Of the two-sided test.
 * @returns In shares of people; undefined where not even all of the contacted would be enough.
 * @see Fleiss (1981), Statistical Methods for Rates and Proportions, chapter 3.
 * @example
 * Math.round(100 * (detectableDifference({ contacted: 216, heldOut: 216 }, 0.041, 0.95) ?? 0)); // => 7
 */
export function detectableDifference(
  { contacted, heldOut }: { readonly contacted: number; readonly heldOut: number },
  baseRate: number,
  level: number,
): number | undefined {
  const found = normalQuantile((1 + level) / 2);
  const missed = normalQuantile(power);
  const isSeen = (difference: number) => {
    const rate = baseRate + difference;
    const pooled = (contacted * rate + heldOut * baseRate) / (contacted + heldOut);
    const byChance = Math.sqrt(pooled * (1 - pooled) * (1 / contacted + 1 / heldOut));
    const inTruth = Math.sqrt((rate * (1 - rate)) / contacted + (baseRate * (1 - baseRate)) / heldOut);
    return difference >= found * byChance + missed * inTruth;
  };
  const most = 1 - baseRate;
  if (contacted <= 0 || heldOut <= 0 || !isSeen(most)) return undefined;
  return edge((difference) => !isSeen(difference), 0, most);
}

/** How often a difference that is there shall be found. */
const power = 0.8;
