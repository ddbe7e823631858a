/** A stream of chance that starts from a seed: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number;
  /** A uniform whole number in [0, below). */
  integer(below: number): number;
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number;
}

/**
 * A seeded generator: xoshiro128** with its 128 bits of state filled by SplitMix32.
 *
 * @param seed Any number; its lower 32 bits count.
 * @see Blackman & Vigna (2021), "Scrambled linear pseudorandom number generators", ACM TOMS 47(4);
 *   https://prng.di.unimi.it/xoshiro128starstar.c. Period 2^128 - 1, passes BigCrush.
 * @example
 * createRandom(7).next() === createRandom(7).next(); // => true
 */
export function createRandom(seed: number): Random {
  const word = splitMix(seed);
  const bits = xoshiro128([word(), word(), word(), word()]);
  const next = () => bits() / 2 ** 32;
  return {
    next,
    integer: (below) => Math.floor(next() * below),
    // Box & Muller (1958); 1 - u is never 0, so the logarithm is finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/**
 * xoshiro128** from four words of state, not all 0.
 *
 * @returns A function that yields whole numbers in [0, 2^32).
 * @example
 * xoshiro128([1, 2, 3, 4])(); // => 11520
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Spreads one seed over many words (the finalizer of MurmurHash3 over a Weyl sequence). */
function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
}

/**
 * A seed for a part of the work, so that parts do not share chance: start 3 of seed 7 is not start 2 of seed 8.
 *
 * @returns A whole number in [0, 2^31).
 * @example
 * derivedSeed(7, 1) === derivedSeed(7, 2); // => false
 */
export function derivedSeed(seed: number, part: number): number {
  return splitMix(Math.imul(seed, 0x01000193) ^ Math.imul(part + 1, 0x9e3779b1))() >>> 1;
}

/**
 * A random sample of rows without replacement, in ascending order; all of them when `size` reaches `count`.
 *
 * @param count How many rows there are, numbered from 0.
 * @see Knuth, TAOCP vol. 2, algorithm 3.4.2 S (selection sampling, O(count)), from an eighth of the rows on.
 * @example
 * sampleRows(createRandom(7), 3, 3); // => Int32Array.of(0, 1, 2)
 */
export function sampleRows(random: Random, count: number, size: number): Int32Array {
  return size < count / 8 ? drawUntil(random, count, size) : selectRows(random, count, Math.min(size, count));
}

/** Few of many: drawn one by one, a row that comes twice is drawn anew. A byte for each row is quicker than a set. */
function drawUntil(random: Random, count: number, size: number): Int32Array {
  const isDrawn = new Uint8Array(count);
  const sample = new Int32Array(size);
  for (let taken = 0; taken < size; ) {
    const row = random.integer(count);
    if (isDrawn[row] === 1) continue;
    isDrawn[row] = 1;
    sample[taken] = row;
    taken += 1;
  }
  return sample.sort();
}

function selectRows(random: Random, count: number, size: number): Int32Array {
  const sample = new Int32Array(size);
  let taken = 0;
  for (let row = 0; taken < size; row += 1) {
    if ((count - row) * random.next() < size - taken) {
      sample[taken] = row;
      taken += 1;
    }
  }
  return sample;
}

/**
 * The numbers 0 … count - 1 in random order (Fisher & Yates).
 *
 * @example
 * shuffledRows(createRandom(7), 1); // => Int32Array.of(0)
 */
export function shuffledRows(random: Random, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, row) => row);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
