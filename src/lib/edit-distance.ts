/**
 * How many typing errors turn one word into another: a letter added, left out, replaced, or two neighbors swapped.
 *
 * @see Damerau (1964); the "optimal string alignment" form, O(n·m).
 * @example
 * editDistance("mtn_sweet", "mnt_sweet"); // => 1
 */
export function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, position) => position);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min(entry(previous, j) + 1, entry(current, j - 1) + 1, entry(previous, j - 1) + cost);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) best = Math.min(best, entry(beforePrevious, j - 2) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return entry(previous, right.length);
}

function entry(row: readonly number[], position: number): number {
  return row[position] ?? Number.POSITIVE_INFINITY;
}
