import { at } from "../../lib/at.ts";
import { createRandom, type Random } from "../numbers/random.ts";
import { quantiles } from "../numbers/statistics.ts";

/** The expected size of one segment some weeks ahead. */
export interface Outlook {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Snapshots that a look ahead needs. */
export const snapshotsNeeded = 6;

/** The ends of an 80 % interval are known to an eighth of its standard deviation then; more would hold up who asks beside. */
const draws = 200;

/**
 * Sizes some weeks ahead, by a Markov chain: last weeks' moves go on, with all that is not known about them (a
 * Dirichlet posterior per segment) and the luck of each customer.
 *
 * @param matrices Weekly migration matrices, k × k, oldest first; at least five (six snapshots).
 * @param sizes Customers per segment now.
 * @param level Of the interval, 0.8 by default.
 * @returns One outlook per segment.
 * @throws {RangeError} With fewer than six snapshots: a trend of less is a guess.
 * @see Anderson & Goodman (1957), "Statistical inference about Markov chains", Ann. Math. Stat. 28; prior: Jeffreys' ½.
 * @example
 * outlook(Array.from({ length: 5 }, () => [[9, 1], [1, 9]]), [10, 10], { weeks: 4, seed: 7 }).length; // => 2
 */
export function outlook(
  matrices: readonly (readonly (readonly number[])[])[],
  sizes: readonly number[],
  { weeks, seed, level = 0.8 }: { readonly weeks: number; readonly seed: number; readonly level?: number },
): readonly Outlook[] {
  if (matrices.length + 1 < snapshotsNeeded) {
    throw new RangeError(`an outlook needs ${snapshotsNeeded} snapshots, got ${matrices.length + 1}`);
  }
  const random = createRandom(seed);
  const counts = sizes.map((_, i) =>
    sizes.map((__, j) => matrices.reduce((sum, matrix) => sum + at(at(matrix, i), j), 0)),
  );
  const futures = Array.from({ length: draws }, () => {
    const chances = counts.map((row) =>
      dirichlet(
        random,
        row.map((count) => count + 0.5),
      ),
    );
    let now: readonly number[] = sizes;
    for (let week = 0; week < weeks; week++) now = step(random, now, chances);
    return now;
  });
  return sizes.map((_, segment) => {
    const values = futures.map((future) => at(future, segment));
    const [low = 0, high = 0] = quantiles(values, [(1 - level) / 2, (1 + level) / 2]);
    return { expected: values.reduce((sum, value) => sum + value, 0) / draws, low, high };
  });
}

/** One week: every segment's customers are dealt out by its row of chances. */
function step(random: Random, sizes: readonly number[], chances: readonly (readonly number[])[]): number[] {
  const next = sizes.map(() => 0);
  sizes.forEach((size, from) => {
    let left = size;
    let chanceLeft = 1;
    at(chances, from).forEach((chance, to) => {
      const share = chanceLeft <= 0 ? 0 : Math.min(1, chance / chanceLeft);
      const moved = to === next.length - 1 ? left : binomial(random, left, share);
      next[to] = at(next, to) + moved;
      left -= moved;
      chanceLeft -= chance;
    });
  });
  return next;
}

/** A binomial number: coin by coin for few expected hits, by the normal curve for many. */
function binomial(random: Random, tries: number, chance: number): number {
  const spread = Math.sqrt(tries * chance * (1 - chance));
  if (spread > 5) {
    return Math.max(0, Math.min(tries, Math.round(tries * chance + spread * random.normal())));
  }
  if (chance > 0.5) return tries - binomial(random, tries, 1 - chance);
  // Waiting times between hits are geometric: as many draws as there are hits.
  let hits = 0;
  let position = 0;
  const log = Math.log1p(-chance);
  if (log === 0) return 0;
  for (;;) {
    position += Math.floor(Math.log(1 - random.next()) / log) + 1;
    if (position > tries) return hits;
    hits += 1;
  }
}

function dirichlet(random: Random, parameters: readonly number[]): number[] {
  const draw = parameters.map((shape) => gamma(random, shape));
  const total = draw.reduce((sum, value) => sum + value, 0);
  return draw.map((value) => value / total);
}

/** A gamma number. Marsaglia & Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
