import { at } from "../../lib/at.ts";

/** A point of the inertia curve. */
export interface InertiaAt {
  readonly k: number;
  readonly inertia: number;
}

/**
 * The elbow of an inertia curve: the k that lies farthest below the straight line from its first point to its last, both
 * axes stretched to [0, 1].
 *
 * @param curve In ascending order of k.
 * @returns The k, or undefined when there are fewer than three points or none lies below the line.
 * @see Satopää et al. (2011), "Finding a 'kneedle' in a haystack", ICDCS Workshops (the offline rule without smoothing).
 * @example
 * elbow([{ k: 2, inertia: 90 }, { k: 3, inertia: 20 }, { k: 4, inertia: 15 }, { k: 5, inertia: 10 }]); // => 3
 */
export function elbow(curve: readonly InertiaAt[]): number | undefined {
  if (curve.length < 3) return undefined;
  const first = at(curve, 0);
  const last = at(curve, curve.length - 1);
  let best: number | undefined;
  let deepest = 1e-9;
  for (const point of curve) {
    const along = (point.k - first.k) / (last.k - first.k);
    const down = (first.inertia - point.inertia) / (first.inertia - last.inertia);
    if (down - along > deepest) {
      deepest = down - along;
      best = point.k;
    }
  }
  return best;
}
