import { at } from "../../lib/at.ts";

/**
 * A stream of chance: every call is uniform in [0, 1). This room opens to no other, so it has a small generator of
 * its own. It is a bare function because the shop needs a quarter of a million of them.
 */
export type Chance = () => number;

/**
 * The chance of one thing, for example of customer 12 in week 30: it does not depend on what was drawn before it, so
 * a week can be made without the weeks before.
 *
 * @param seeds Whole numbers that name the thing.
 * @see sfc32 of Chris Doty-Humphrey's PractRand, seeded by MurmurHash3's finalizer.
 * @example
 * chanceOf(7, 12, 30)() === chanceOf(7, 12, 30)(); // => true
 */
export function chanceOf(...seeds: readonly number[]): Chance {
  let hash = 0x9e3779b9;
  for (const seed of seeds) hash = scramble(hash ^ seed);
  return createStream(hash);
}

/** True with this probability. */
export function happens(chance: Chance, probability: number): boolean {
  return chance() < probability;
}

/** Normal, by Box & Muller (1958). */
export function normal(chance: Chance, mean: number, deviation: number): number {
  return mean + deviation * Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Log-normal: half of the draws lie below the median, two thirds within a factor e^±spread of it. */
export function around(chance: Chance, median: number, spread: number): number {
  return median * Math.exp(normal(chance, 0, spread));
}

/** Poisson, by Knuth's product of uniforms; for means of a few. */
export function poisson(chance: Chance, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count++;
  return count;
}

/** One of the items, each as often as the others. */
export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  return at(items, Math.floor(chance() * items.length));
}

/** An index, as often as its weight says. */
export function weighted(chance: Chance, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let rest = chance() * total;
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

function createStream(seed: number): Chance {
  let [a, b, c, counter] = [seed, scramble(seed ^ 1), scramble(seed ^ 2), 1];
  return () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}

function scramble(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
