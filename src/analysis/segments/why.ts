import { at } from "../../lib/at.ts";
import { cell, type Matrix, rowOf, squaredDistance } from "../numbers/matrix.ts";

/** Why a customer is in this segment and not in the next one. */
export interface WhySegment {
  /** The segment whose centroid is nearest, and the second nearest. */
  readonly own: number;
  readonly nearest: number;
  /** Euclidean distances to the two centroids, in scaled units. */
  readonly distance: number;
  readonly nearestDistance: number;
  /**
   * How clear it is, in [0, 1]: 0 on the border between the two, 1 on the own centroid.
   */
  readonly margin: number;
  /** What decides, the strongest first; the features that speak for the other segment come last. */
  readonly reasons: readonly WhyReason[];
}

export interface WhyReason {
  /** The feature's position among the placed ones. */
  readonly feature: number;
  /**
   * Its part of the gap between the squared distances: positive speaks for the own segment. The parts add up to 1, so one
   * alone may be above 1 when others speak against.
   */
  readonly part: number;
}

/**
 * Which features put a customer into a segment rather than into the nearest other one.
 *
 * The gap of two squared distances is a sum over features, so each feature's part is exact, not a model of a model.
 *
 * @param row The customer, scaled as the centroids are.
 * @param centroids k × p, at least two.
 * @throws {RangeError} When there are fewer than two segments.
 * @example
 * whySegment([0, 5], matrixOf([[0, 0], [4, 0]])).reasons[0]; // => { feature: 0, part: 1 }
 */
export function whySegment(row: ArrayLike<number>, centroids: Matrix): WhySegment {
  if (centroids.rows < 2) throw new RangeError("why a segment needs at least two of them");
  const values = Float64Array.from(row);
  const squares = Array.from({ length: centroids.rows }, (_, centroid) =>
    squaredDistance([values, 0], [rowOf(centroids, centroid), 0], centroids.columns),
  );
  const [own = 0, nearest = 1] = Array.from(squares.keys()).sort(
    (a, b) => at(squares, a) - at(squares, b) || a - b,
  );
  const gap = at(squares, nearest) - at(squares, own);
  const reasons = Array.from(values, (value, feature) => {
    const toOwn = (value - cell(rowOf(centroids, own), feature)) ** 2;
    const toNearest = (value - cell(rowOf(centroids, nearest), feature)) ** 2;
    return { feature, part: gap === 0 ? 0 : (toNearest - toOwn) / gap };
  });
  const distance = Math.sqrt(at(squares, own));
  const nearestDistance = Math.sqrt(at(squares, nearest));
  return {
    own,
    nearest,
    distance,
    nearestDistance,
    margin: nearestDistance === 0 ? 0 : 1 - distance / nearestDistance,
    reasons: reasons.sort((a, b) => b.part - a.part || a.feature - b.feature),
  };
}
