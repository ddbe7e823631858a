/**
 * A text as the grammar compares it: lower case, without accents, with single spaces.
 *
 * @example
 * fold("  Ação  Rápida "); // => "acao rapida"
 */
export function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}

/**
 * How many letters apart two words are: insertions, deletions, substitutions and swaps of neighbors.
 *
 * @returns A whole number from 0 (the same) to the length of the longer word.
 * @see Damerau (1964), CACM 7(3), in the restricted form ("optimal string alignment"). O(n m).
 * @example
 * spellingDistance("porfile", "profile"); // => 1
 */
export function spellingDistance(first: string, second: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const same = first[row - 1] === second[column - 1];
      const swapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[second.length] ?? 0;
}
