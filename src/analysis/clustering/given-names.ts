import type { Localized } from "../../lib/locale.ts";
import { rfmGroups } from "./rfm-groups.ts";

/** Those whom a density method leaves over. */
export const outliersNames: Localized = { en: "Outliers", es: "Atípicos", pt: "Atípicos" };

/**
 * Whether a method gives this name, so that it says how customers are placed: no other segment may inherit it.
 *
 * @example
 * isGivenName({ en: "Outliers", es: "Atípicos", pt: "Atípicos" }); // => true
 */
export function isGivenName({ en }: Localized): boolean {
  return [outliersNames, ...rfmGroups.map(({ names }) => names)].some((names) => names.en === en);
}
