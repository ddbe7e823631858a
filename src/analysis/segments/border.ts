/** How firm the line is that a ranking is cut at, were the customers drawn anew. */
export interface Border {
  /** Places in the ranking between which the line falls in 95 of 100 draws; from 1 on, `first` the better one. */
  readonly first: number;
  readonly last: number;
  /** Mean part of the cut-off group that stays in it, as Jaccard similarity in [0, 1]. */
  readonly stability: number;
}

/**
 * How stable the border of the best `size` of `customers` is: the bootstrap, without drawing.
 *
 * Drawn with replacement, the customer on the line comes from the first j places as often as a binomial variable (n, j / n)
 * reaches the size, so the line's place spreads as the normal distribution around it with variance size · (1 - size / n).
 *
 * @param size From 1 to `customers` - 1.
 * @throws {RangeError} When nobody or everybody is in.
 * @see Efron (1979), "Bootstrap methods", Ann. Stat. 7, section 3; Maritz & Jarrett (1978), JASA 73.
 * @example
 * borderOf(100, 400).first; // => 83
 */
export function borderOf(size: number, customers: number): Border {
  if (size < 1 || size >= customers) {
    throw new RangeError(`a border needs somebody on both sides: ${size} of ${customers}`);
  }
  const spread = Math.sqrt(size * (1 - size / customers));
  const meanShift = spread * Math.sqrt(2 / Math.PI);
  return {
    first: Math.max(1, Math.round(size - 1.96 * spread)),
    last: Math.min(customers, Math.round(size + 1.96 * spread)),
    // A shift of s places leaves size - s in both, of size or size + s in either.
    stability: Math.max(0, 1 - meanShift / size + (meanShift / size) ** 2 / 2),
  };
}
