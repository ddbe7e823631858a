import { sum } from "../numbers/statistics.ts";

/**
 * Adjusted Rand index: how far two divisions of the same customers agree, whatever the labels are called.
 *
 * @param a One label per customer.
 * @param b The other division of the same customers, in the same order.
 * @returns 1 for the same division, about 0 for chance, down to -0.5.
 * @throws {RangeError} When the lists differ in length or are empty.
 * @see Hubert & Arabie (1985), "Comparing partitions", Journal of Classification 2. O(n).
 * @example
 * adjustedRandIndex([0, 0, 1, 1], [5, 5, 3, 3]); // => 1
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length || a.length === 0) {
    throw new RangeError(
      `two divisions of the same customers are needed, got ${a.length} and ${b.length} labels`,
    );
  }
  const together = pairs(counts(a.length, (row) => `${a[row]}:${b[row]}`));
  const inA = pairs(counts(a.length, (row) => `${a[row]}`));
  const inB = pairs(counts(b.length, (row) => `${b[row]}`));
  const expected = (inA * inB) / ((a.length * (a.length - 1)) / 2);
  const most = (inA + inB) / 2;
  // Both divisions are one lump, or both are all singles: they are the same.
  if (most === expected || a.length === 1) return 1;
  return (together - expected) / (most - expected);
}

function counts(length: number, keyOf: (row: number) => string): readonly number[] {
  const result = new Map<string, number>();
  for (let row = 0; row < length; row += 1) {
    const key = keyOf(row);
    result.set(key, (result.get(key) ?? 0) + 1);
  }
  return [...result.values()];
}

function pairs(sizes: readonly number[]): number {
  return sum(sizes.map((size) => (size * (size - 1)) / 2));
}
