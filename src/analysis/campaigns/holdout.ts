import { at } from "../../lib/at.ts";
import { createRandom, shuffledRows } from "../numbers/random.ts";

/** How many people are in one band of scores: few enough to be alike, enough to draw from. */
const bandSize = 50;

/**
 * Draws those of a list who are left in peace, so that what happens without a campaign can be seen. The draw is made
 * within bands of neighboring scores: the held out are as likely to answer as the contacted, and not only on average.
 *
 * @param scores n scores of the list, in any order.
 * @param share In [0, 1).
 * @returns n flags, 1 for a person who is held out; of each band its share, rounded so that the whole list has it too.
 * @throws {RangeError} When the share is not in [0, 1).
 * @see Imbens & Rubin (2015), Causal Inference, chapter 9: stratified randomized experiments. O(n log n).
 * @example
 * drawHoldout([0.9, 0.1, 0.5, 0.4], 0.5, 7).reduce((sum, flag) => sum + flag, 0); // => 2
 */
export function drawHoldout(scores: ArrayLike<number>, share: number, seed: number): Uint8Array {
  if (!(share >= 0 && share < 1)) throw new RangeError(`a share in [0, 1) can be held out, got ${share}`);
  const random = createRandom(seed);
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i);
  // Equal scores stand in a chance order of the seed, not in that of the list.
  const chance = shuffledRows(random, scores.length);
  order.sort((i, j) => at(scores, j) - at(scores, i) || at(chance, i) - at(chance, j));
  const heldOut = new Uint8Array(scores.length);
  let taken = 0;
  for (let start = 0; start < order.length; start += bandSize) {
    const band = order.subarray(start, start + bandSize);
    const due = Math.round((start + band.length) * share) - taken;
    for (const place of shuffledRows(random, band.length).subarray(0, due)) heldOut[at(band, place)] = 1;
    taken += due;
  }
  return heldOut;
}
