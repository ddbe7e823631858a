import { at } from "../../at.ts";
import { benjaminiHochberg } from "../distributions.ts";

/** One thing that was looked at this week. */
export interface Check {
  readonly kind: "overall" | "size" | "revenue" | "orders" | "response";
  /** Position of the segment; undefined for the whole base. */
  readonly segment: number | undefined;
  readonly pValue: number;
  /** The change in its own unit, with its interval. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
  /** The change as a share of what it is measured against (the segment's size, all revenue). */
  readonly effect: number;
  /** The smallest share worth a person's attention. */
  readonly floor: number;
}

/** What is told, and how much was looked at to find it. */
export interface Findings {
  /** Largest effect over its floor first, at most three. */
  readonly told: readonly Check[];
  /** Real but more than three: for the thread. */
  readonly more: readonly Check[];
  readonly checked: number;
}

const mostTold = 3;

/**
 * What really moved: Benjamini–Hochberg over all that was checked, then a floor below which nobody cares.
 *
 * @param rate The share of false findings that is put up with, 0.1 by default.
 * @see Benjamini & Hochberg (1995): when nothing has changed, at most this share of weeks claims anything.
 * @example
 * findChanges([]).told; // => []
 */
export function findChanges(checks: readonly Check[], rate = 0.1): Findings {
  const significant = benjaminiHochberg(
    checks.map((check) => check.pValue),
    rate,
  );
  const worth = (check: Check) => Math.abs(check.effect) / check.floor;
  // The overall test opens the door; what people read are the segments that passed through it.
  const found = checks
    .filter((check, i) => at(significant, i) && worth(check) >= 1 && check.kind !== "overall")
    .sort((a, b) => worth(b) - worth(a) || a.pValue - b.pValue);
  return { told: found.slice(0, mostTold), more: found.slice(mostTold), checked: checks.length };
}
