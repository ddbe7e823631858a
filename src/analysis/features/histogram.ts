/**
 * Round edges of equal width that cover a range: steps of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param low Smallest value to cover, in the feature's unit.
 * @param high Largest value to cover; above `low`, else one step around it is returned.
 * @param bins How many bins are wanted; between half and about twice as many come out.
 * @returns Ascending edges, at least two.
 * @throws {RangeError} When the range is not finite or `bins` is below 1.
 * @example
 * histogramEdges(3, 97, 5); // => [0, 20, 40, 60, 80, 100]
 */
export function histogramEdges(low: number, high: number, bins: number): readonly number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) throw new RangeError("edges need a finite range");
  if (bins < 1) throw new RangeError("edges need at least one bin");
  const step = roundStep((high > low ? high - low : 1) / bins);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  // Multiplied, not added up: 0.1 + 0.2 would show as 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not below a width. */
function roundStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= width * (1 - 1e-9)) ?? 10;
  return factor * power;
}
