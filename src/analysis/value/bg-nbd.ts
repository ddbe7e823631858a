import { at } from "../../lib/at.ts";
import { minimize, type Slope } from "../numbers/bfgs.ts";
import type { CountedHistory, PurchaseHistory } from "./purchase-history.ts";

/**
 * The BG/NBD model: while a customer is one, they buy at a rate of their own, gamma distributed over customers; after
 * each purchase they stop for good with a chance of their own, beta distributed.
 *
 * @see Fader, Hardie & Lee (2005), "“Counting Your Customers” the Easy Way", Marketing Science 24(2).
 */
export interface BgNbd {
  /** Shape of the purchase rates. */
  readonly r: number;
  /** Their scale, in units of time. */
  readonly alpha: number;
  /** Of the chance to stop: mean a / (a + b). */
  readonly a: number;
  readonly b: number;
}

export interface FittedBgNbd extends BgNbd {
  readonly logLikelihood: number;
  /**
   * Whether the data show that customers stop at all: the likelihood ratio against customers who never do, at 5 % on the
   * border of the parameters (a mixture of 0 and χ²₁: 2.71). Where it is false, nobody can be called lost.
   */
  readonly seesDropOut: boolean;
}

/** Half the χ² mixture's 95 % quantile: what dropping out must add to the log-likelihood. */
const dropOutEvidence = 2.7055 / 2;
/** Logarithms of parameters are kept where their likelihood still tells them apart. */
const furthest = 14;

/**
 * The BG/NBD parameters of highest likelihood.
 *
 * @param histories At least one with a repeat purchase.
 * @throws {RangeError} When nobody bought twice: rates and stops cannot be told then.
 * @see Fader, Hardie & Lee (2005), equation 6. O(distinct histories) a step.
 * @example
 * fitBgNbd([{ repeats: 1, recency: 3, age: 9, customers: 4 }, { repeats: 0, recency: 0, age: 9, customers: 9 }]).seesDropOut; // => false
 */
export function fitBgNbd(histories: readonly CountedHistory[]): FittedBgNbd {
  if (!histories.some(({ repeats }) => repeats > 0)) throw new RangeError("nobody bought twice");
  // In units of a typical age all parameters are of the order of 1, whatever the unit of time.
  const unit = Math.max(...histories.map(({ age }) => age)) / 10 || 1;
  const scaled = histories.map((history) => ({
    ...history,
    recency: history.recency / unit,
    age: history.age / unit,
  }));
  const customers = scaled.reduce((sum, history) => sum + history.customers, 0);
  const options = { flat: 1e-7 * customers };
  const full = minimize((point) => slopeOf(scaled, point), [0, 0, 0, 0], options);
  const staying = minimize(
    ([r = 0, alpha = 0]) => {
      const { value, gradient } = slopeOf(scaled, [r, alpha, -furthest, furthest]);
      return { value, gradient: gradient.slice(0, 2) };
    },
    [0, 0],
    options,
  );
  const [r = 1, alpha = 1, a = 1, b = 1] = full.point.map((value) => Math.exp(bounded(value)));
  // The likelihood is one of purchase times: it is a density, and changes with their unit.
  const repeats = scaled.reduce((sum, history) => sum + history.customers * history.repeats, 0);
  return {
    r,
    alpha: alpha * unit,
    a,
    b,
    logLikelihood: -full.value - repeats * Math.log(unit),
    seesDropOut: staying.value - full.value > dropOutEvidence,
  };
}

function bounded(value: number): number {
  return Math.max(-furthest, Math.min(furthest, value));
}

/** The negative log-likelihood by the logarithms of r, α, a and b. */
function slopeOf(histories: readonly CountedHistory[], point: readonly number[]): Slope {
  const [r = 1, alpha = 1, a = 1, b = 1] = point.map((value) => Math.exp(bounded(value)));
  const byRepeats = new Map<number, RepeatTerms>();
  let value = 0;
  const gradient = [0, 0, 0, 0];
  const add = (i: number, part: number) => (gradient[i] = at(gradient, i) - part);
  for (const { repeats: x, recency, age, customers } of histories) {
    const terms = byRepeats.get(x) ?? repeatTerms(x, { r, a, b });
    byRepeats.set(x, terms);
    const logAge = Math.log(alpha + age);
    const logRecency = Math.log(alpha + recency);
    const staying = -(r + x) * logAge;
    const stopped = x > 0 ? Math.log(a) - Math.log(b + x - 1) - (r + x) * logRecency : -Infinity;
    const highest = Math.max(staying, stopped);
    const sum = highest + Math.log(Math.exp(staying - highest) + Math.exp(stopped - highest));
    const stays = Math.exp(staying - sum);
    const stops = 1 - stays;
    value -= customers * (terms.log + r * Math.log(alpha) + sum);
    add(0, customers * r * (terms.byR + Math.log(alpha) - stays * logAge - stops * logRecency));
    add(
      1,
      customers * (r - alpha * (r + x) * (stays / (alpha + age) + (x > 0 ? stops / (alpha + recency) : 0))),
    );
    add(2, customers * a * (terms.byA + stops / a));
    add(3, customers * b * (terms.byB - (x > 0 ? stops / (b + x - 1) : 0)));
  }
  return { value, gradient };
}

/** What depends on the number of repeats alone. */
interface RepeatTerms {
  readonly log: number;
  readonly byR: number;
  readonly byA: number;
  readonly byB: number;
}

/** Differences of (log-)gamma and digamma functions at whole distances are plain sums. */
function repeatTerms(repeats: number, { r, a, b }: Omit<BgNbd, "alpha">): RepeatTerms {
  let [log, byR, byA, byB] = [0, 0, 0, 0];
  for (let i = 0; i < repeats; i++) {
    log += Math.log(r + i) + Math.log(b + i) - Math.log(a + b + i);
    byR += 1 / (r + i);
    byA -= 1 / (a + b + i);
    byB += 1 / (b + i) - 1 / (a + b + i);
  }
  return { log, byR, byA, byB };
}

/**
 * The chance that a customer still is one. Without a repeat purchase it is 1: the model lets customers stop after a
 * repeat only.
 *
 * @returns In (0, 1].
 * @see Fader, Hardie & Lee (2008), "Computing P(alive) Using the BG/NBD Model", equation 7.
 * @example
 * chanceToStay({ r: 1, alpha: 1, a: 1, b: 1 }, { repeats: 0, recency: 0, age: 9 }); // => 1
 */
export function chanceToStay(model: BgNbd, history: PurchaseHistory): number {
  return 1 / (1 + stoppedOdds(model, history));
}

/** The odds that a customer has stopped. */
function stoppedOdds({ r, alpha, a, b }: BgNbd, { repeats, recency, age }: PurchaseHistory): number {
  if (repeats === 0) return 0;
  return Math.exp(
    Math.log(a) - Math.log(b + repeats - 1) + (r + repeats) * Math.log((alpha + age) / (alpha + recency)),
  );
}

/**
 * Purchase days to expect of a customer in the time that follows the data's end.
 *
 * @param time In the unit of the histories, at least 0.
 * @see Fader, Hardie & Lee (2005), equation 10, with Euler's transformation of its hypergeometric function: as written,
 * a factor that overflows would meet one that vanishes.
 * @example
 * expectedPurchases({ r: 1, alpha: 1, a: 2, b: 3 }, { repeats: 2, recency: 3, age: 4 }, 0); // => 0
 */
export function expectedPurchases(model: BgNbd, history: PurchaseHistory, time: number): number {
  const { r, alpha, b } = model;
  // The expression is 0/0 at a = 1, and smooth there.
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
  const { repeats: x, age } = history;
  const share = time / (alpha + age + time);
  const c = a + b + x - 1;
  const series = hypergeometric(a + b - 1 - r, a - 1, c, share);
  const whileStaying = (c / (a - 1)) * (1 - (1 - share) ** (a - 1) * series);
  return whileStaying * chanceToStay({ ...model, a }, history);
}

/**
 * Gauss's series ₂F₁(a, b; c; z) for z in [0, 1) and c above 0.
 *
 * @see Abramowitz & Stegun (1964), 15.1.1.
 */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 100_000; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= Math.abs(sum) * 1e-15) break;
  }
  return sum;
}
