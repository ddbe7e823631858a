import { at } from "../../lib/at.ts";
import { benjaminiHochberg } from "../numbers/distributions.ts";

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
  /** What is surely largest first, at most three. */
  readonly told: readonly Check[];
  /** Real but more than three: for the thread. */
  readonly more: readonly Check[];
  readonly checked: number;
}

const mostTold = 3;

/**
 * What really moved: Benjamini–Hochberg over all that was checked, then a floor below which nobody cares. Ranked by what is
 * sure of each effect, so that a large one that is hardly known does not push a plain one out of the three.
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
  // The overall test opens the door; what people read are the segments that passed through it.
  const found = checks
    .filter((check, i) => at(significant, i) && isWorthTelling(check) && check.kind !== "overall")
    .sort((a, b) => sureEffect(b) / b.floor - sureEffect(a) / a.floor || a.pValue - b.pValue);
  return { told: found.slice(0, mostTold), more: found.slice(mostTold), checked: checks.length };
}

function isWorthTelling({ effect, floor }: Check): boolean {
  return Math.abs(effect) >= floor;
}

/** The effect as it is at the end of its interval that is nearer to none; 0 when that holds none. */
function sureEffect({ effect, change, low, high }: Check): number {
  const nearest = low > 0 ? low : high < 0 ? -high : 0;
  return change === 0 ? 0 : Math.abs(effect) * (nearest / Math.abs(change));
}
