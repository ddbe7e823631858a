import { at } from "../../lib/at.ts";

// Tail chances that p-values need. Accuracy is that of the series and continued fractions, about 1e-12 relative;
// expected values in the test come from R 4.2 and scipy.

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * The logarithm of the gamma function for x > 0.
 *
 * @see Lanczos (1964), SIAM J. Numer. Anal. 1, with g = 7 and nine terms.
 * @example
 * logGamma(1); // => 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a number above 0, got ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  if (x === 1 || x === 2) return 0;
  const t = x + 6.5;
  const series = lanczos.reduce((sum, term, i) => (i === 0 ? term : sum + term / (x - 1 + i)));
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/**
 * The slope of `logGamma` for x > 0.
 *
 * @see Abramowitz & Stegun (1964), 6.3.18, after 6.3.5 has carried x above 10: 1e-13 absolute.
 * @example
 * Math.abs(digamma(1) + 0.5772156649015329) < 1e-12; // => true
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma needs a number above 0, got ${x}`);
  let [shift, y] = [0, x];
  for (; y < 10; y++) shift -= 1 / y;
  const inverse = 1 / (y * y);
  const series =
    inverse *
    (1 / 12 -
      inverse *
        (1 / 120 -
          inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132 - (inverse * 691) / 32760)))));
  return shift + Math.log(y) - 0.5 / y - series;
}

/** Upper regularised gamma function Q(a, x), by series below a + 1 and continued fraction above. */
function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  // Modified Lentz: each partial denominator keeps away from zero.
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 10_000; k++) {
    b += 2;
    const numerator = -k * (k - a);
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return front * fraction;
}

/**
 * The chance that a chi-square number exceeds x.
 *
 * @param freedom Degrees of freedom, above 0.
 * @see Abramowitz & Stegun (1964), 26.4.19.
 * @example
 * chiSquareTail(0, 3); // => 1
 */
export function chiSquareTail(x: number, freedom: number): number {
  return gammaTail(freedom / 2, x / 2);
}

/**
 * The chance that a standard normal number exceeds z.
 *
 * @see Abramowitz & Stegun (1964), 7.1.22: erfc by the incomplete gamma function.
 * @example
 * normalTail(0); // => 0.5
 */
export function normalTail(z: number): number {
  const upper = gammaTail(0.5, (z * z) / 2) / 2;
  return z >= 0 ? upper : 1 - upper;
}

/**
 * The number that a standard normal one stays below with a chance of `p`.
 *
 * @param p In (0, 1).
 * @see Bisection on the tail in log space, then Newton steps: plain, and as exact as `normalTail`.
 * @example
 * normalQuantile(0.5); // => 0
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a chance between 0 and 1, got ${p}`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -normalQuantile(1 - p);
  const tail = 1 - p;
  let z = Math.sqrt(-2 * Math.log(tail));
  for (let step = 0; step < 60; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const change = (normalTail(z) - tail) / density;
    // The start is too large and the tail is convex there: a Newton step never passes the root by much.
    z += Math.max(-1, Math.min(1, change));
    if (Math.abs(change) < 1e-14) break;
  }
  return z;
}

/** Continued fraction of the incomplete beta function (modified Lentz). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/**
 * The regularised incomplete beta function I(x; a, b): the chance that a beta number stays below x.
 *
 * @param x In [0, 1]. `a` and `b` are above 0.
 * @see Press et al. (2007), "Numerical Recipes", 6.4.
 * @example
 * betaShare(0.5, 2, 2).toFixed(12); // => "0.500000000000"
 */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/**
 * The chance that a Student number with `freedom` degrees exceeds t.
 *
 * @see Abramowitz & Stegun (1964), 26.7.1.
 * @example
 * studentTail(0, 5); // => 0.5
 */
export function studentTail(t: number, freedom: number): number {
  const half = betaShare(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}

/**
 * The chance of at least `hits` among `tries` with chance `p` each.
 *
 * @example
 * binomialTail(2, 2, 0.5).toFixed(12); // => "0.250000000000"
 */
export function binomialTail(hits: number, tries: number, p: number): number {
  if (hits <= 0) return 1;
  if (hits > tries) return 0;
  return betaShare(p, hits, tries - hits + 1);
}

/**
 * The p-values of a table at which a false discovery rate is kept (step-up): which of them are findings.
 *
 * @param pValues Any order, each in [0, 1].
 * @param rate For example 0.1.
 * @returns One truth value per p-value.
 * @see Benjamini & Hochberg (1995), "Controlling the false discovery rate", JRSS B 57.
 * @example
 * benjaminiHochberg([0.01, 0.5, 0.04], 0.1); // => [true, false, true]
 */
export function benjaminiHochberg(pValues: readonly number[], rate: number): boolean[] {
  const order = pValues.map((_, i) => i).sort((a, b) => at(pValues, a) - at(pValues, b));
  let last = -1;
  order.forEach((i, rank) => {
    if (at(pValues, i) <= ((rank + 1) / order.length) * rate) last = rank;
  });
  const found = new Set(order.slice(0, last + 1));
  return pValues.map((_, i) => found.has(i));
}
