import type { Feature } from "../features/feature.ts";
import { archetypes } from "./archetypes.ts";
import type { Role } from "./roles.ts";
import { noticeable, standing } from "./standing.ts";
import type { GroupStatistics } from "./statistics.ts";

/**
 * Whether a name from features still says the truth: what its kind claims is still at least half as far from the base as it
 * had to be. A name that is of no known kind is not judged.
 *
 * @param name A name that `nameSegments` gave, in the first of the languages.
 * @example
 * const spending = { name: "monetary", labels: { en: "Spent", es: "Gasto", pt: "Gasto" }, unit: "money", family: "behaviour", transform: "log" };
 * stillFits("Big spenders", { size: 9, means: [20], deviations: [5], counts: [9] }, { base: { size: 99, means: [50], deviations: [20], counts: [99] }, features: [spending] }); // => false
 */
export function stillFits(
  name: string,
  segment: GroupStatistics,
  { base, features }: { readonly base: GroupStatistics; readonly features: readonly Feature[] },
): boolean {
  const kinds = archetypes.filter(({ names }) => name === names.en || name.startsWith(`${names.en},`));
  const { byRole } = standing(segment, base, features);
  return (
    kinds.length === 0 ||
    kinds.some(({ when }) =>
      Object.entries(when).every(
        ([role, sign]) =>
          !byRole.has(role as Role) || sign * (byRole.get(role as Role) ?? 0) >= noticeable / 2,
      ),
    )
  );
}
