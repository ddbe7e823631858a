import { at } from "../../lib/at.ts";
import type { Feature } from "../features/feature.ts";
import { type Contrast, contrast } from "./contrast.ts";
import { type Role, rolesOf } from "./roles.ts";
import type { GroupStatistics } from "./statistics.ts";

/** How far a segment stands from the base: by role, and by feature. */
export interface Standing {
  readonly byRole: ReadonlyMap<Role, number>;
  /** One entry per feature, 0 where nothing can be said. */
  readonly byFeature: readonly number[];
}

/** Below this a difference does not make a name: about a third of a deviation, or a third more in money, days or counts. */
export const noticeable = 0.35;
/** Differences above this are as large as they need to be. */
const strongest = 2;

/**
 * How far a segment stands from the base in each feature and role, in deviations or logarithms of ratios; 0 where chance
 * explains it.
 *
 * @example
 * const spending = { name: "monetary", labels: { en: "", es: "", pt: "" }, unit: "money", family: "behaviour", transform: "log" };
 * standing({ size: 9, means: [90], deviations: [10], counts: [9] }, { size: 99, means: [50], deviations: [20], counts: [99] }, [spending]).byFeature; // => [2]
 */
export function standing(
  segment: GroupStatistics,
  base: GroupStatistics,
  features: readonly Feature[],
): Standing {
  const strengths = features.map(() => 0);
  for (const each of contrast(segment, base)) {
    strengths[each.feature] = strength(each, at(features, each.feature).unit);
  }
  const byRole = new Map([...rolesOf(features)].map(([role, position]) => [role, at(strengths, position)]));
  return { byRole, byFeature: strengths };
}

/**
 * The effect in deviations, or the logarithm of the ratio to the base where a ratio means something and is larger: a few
 * wholesalers blow up the deviation of money until no segment seems to differ in it.
 */
function strength({ effect, low, high, mean, baseMean }: Contrast, unit: Feature["unit"]): number {
  if (low <= 0 && high >= 0) return 0;
  const hasRatio = ["money", "count", "days", "share"].includes(unit) && mean >= 0 && baseMean > 0;
  const ratio = hasRatio ? Math.abs(Math.log(Math.max(mean, baseMean / 100) / baseMean)) : 0;
  return Math.sign(effect) * Math.min(strongest, Math.max(Math.abs(effect), ratio));
}
