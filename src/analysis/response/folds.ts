import type { Random } from "../numbers/random.ts";
import { shuffledRows } from "../numbers/random.ts";

/**
 * Stratified folds: every fold holds the same share of answers, in shuffled order (files are often in time order).
 *
 * @param outcomes n labels, 0 or 1.
 * @param count Number of folds, at least 2.
 * @returns n fold numbers in [0, count).
 * @throws {RangeError} When a fold would hold no answer, or nothing but answers.
 * @see Kohavi (1995), "A study of cross-validation and bootstrap", IJCAI. O(n).
 * @example
 * stratifiedFolds([0, 1, 0, 1], 2, createRandom(7)).length; // => 4
 */
export function stratifiedFolds(outcomes: ArrayLike<number>, count: number, random: Random): Uint8Array {
  const folds = new Uint8Array(outcomes.length);
  const seen = [0, 0];
  for (const row of shuffledRows(random, outcomes.length)) {
    const label = outcomes[row] === 1 ? 1 : 0;
    const before = seen[label] as number;
    // Non-answers are dealt from the other end, so that the folds' sizes stay within one of each other.
    folds[row] = label === 1 ? before % count : count - 1 - (before % count);
    seen[label] = before + 1;
  }
  if (Math.min(...seen) < count)
    throw new RangeError(`${count} folds need ${count} customers of each outcome`);
  return folds;
}
