import { at } from "../../lib/at.ts";
import { minimize, type Slope } from "../numbers/bfgs.ts";
import { digamma, logGamma } from "../numbers/distributions.ts";

/**
 * The gamma–gamma model of what an order is worth: a customer's orders are gamma distributed around a mean of their own,
 * and the means differ between customers by a gamma distributed scale. It assumes that worth and number of orders have
 * nothing to do with each other.
 *
 * @see Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value", http://brucehardie.com/notes/025/
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  /** In units of money. */
  readonly gamma: number;
}

/** What a customer spent, as far as the model needs it. */
export interface Spending {
  /** Orders that the mean is of, at least 1. */
  readonly orders: number;
  /** Mean worth of those orders, above 0. */
  readonly mean: number;
}

/**
 * The gamma–gamma parameters of highest likelihood.
 *
 * @param spendings At least two; a customer whose orders are worth nothing is to be left out before.
 * @throws {RangeError} When there are fewer than two, or a mean is not above 0. O(n) a step.
 * @example
 * Math.round(fitGammaGamma([[1, 22.35], [2, 23.72], [6, 73.74], [1, 11.77], [7, 25.55], [3, 41.2], [4, 19.9], [2, 35.1]].map(([orders = 1, mean = 1]) => ({ orders, mean }))).p); // => 8
 */
export function fitGammaGamma(spendings: readonly Spending[]): GammaGamma {
  if (spendings.length < 2)
    throw new RangeError(`gamma-gamma needs at least two customers, got ${spendings.length}`);
  if (!spendings.every(({ orders, mean }) => orders >= 1 && mean > 0)) {
    throw new RangeError("gamma-gamma needs orders, and means above 0");
  }
  // In units of a typical order all parameters are of the order of 1, whatever the currency.
  const unit = spendings.reduce((sum, { mean }) => sum + mean, 0) / spendings.length;
  const scaled = spendings.map(({ orders, mean }) => ({ orders, mean: mean / unit }));
  const { point } = minimize((logs) => slopeOf(scaled, logs), [1, 1, 0], { flat: 1e-7 * spendings.length });
  const [p = 1, q = 1, gamma = 1] = point.map((value) => Math.exp(bounded(value)));
  return { p, q, gamma: gamma * unit };
}

/** Logarithms of parameters beyond which their likelihood is level. */
const furthest = 14;

function bounded(value: number): number {
  return Math.max(-furthest, Math.min(furthest, value));
}

/** The negative log-likelihood by the logarithms of p, q and γ (note 025, equation 1a). */
function slopeOf(spendings: readonly Spending[], point: readonly number[]): Slope {
  const [p = 1, q = 1, gamma = 1] = point.map((value) => Math.exp(bounded(value)));
  let value = 0;
  const gradient = [0, 0, 0];
  const add = (i: number, part: number) => (gradient[i] = at(gradient, i) - part);
  for (const { orders, mean } of spendings) {
    const shape = p * orders;
    const total = Math.log(gamma + orders * mean);
    const both = digamma(shape + q);
    value -=
      logGamma(shape + q) -
      logGamma(shape) -
      logGamma(q) +
      q * Math.log(gamma) +
      (shape - 1) * Math.log(mean) +
      shape * Math.log(orders) -
      (shape + q) * total;
    add(0, shape * (both - digamma(shape) + Math.log(mean) + Math.log(orders) - total));
    add(1, q * (both - digamma(q) + Math.log(gamma) - total));
    add(2, q - (gamma * (shape + q)) / (gamma + orders * mean));
  }
  return { value, gradient };
}

/**
 * What a further order of a customer is worth: between their own mean and everybody's, nearer to their own the more
 * orders it rests on. Without an order it is everybody's.
 *
 * @throws {RangeError} When q is 1 or less and there is no order: everybody's mean is not finite then.
 * @see Fader & Hardie (2013), equation 5.
 * @example
 * expectedWorth({ p: 2, q: 3, gamma: 10 }, { orders: 0, mean: 0 }); // => 10
 */
export function expectedWorth({ p, q, gamma }: GammaGamma, { orders, mean }: Spending): number {
  const freedom = p * orders + q - 1;
  if (freedom <= 0) throw new RangeError("the mean over all customers is not finite");
  return (p * (gamma + orders * mean)) / freedom;
}
