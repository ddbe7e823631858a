import { at } from "../../at.ts";
import type { Locale, Localized } from "../../locale.ts";
import type { Feature } from "../features/feature.ts";
import { archetypes, averageCustomers, qualifiers } from "./archetypes.ts";
import { type Contrast, contrast } from "./contrast.ts";
import { type Role, rolesOf } from "./roles.ts";
import type { GroupStatistics } from "./statistics.ts";

/**
 * Names for segments from what distinguishes them, in three languages: the same numbers give the same names, and no two
 * segments share one in any language.
 *
 * A segment takes the name of the kind of customers (`archetypes`) that says the most about it. Segments of one kind are
 * told apart by what differs most between them ("Big spenders, younger"). Where no feature plays a known role, the name
 * says which features are high and low.
 *
 * @param segments In the order in which they are numbered (by value).
 * @param base Statistics of all customers over the same features.
 * @example
 * const spending = { name: "monetary", labels: { en: "Spent", es: "Gasto", pt: "Gasto" }, unit: "money", family: "behaviour", transform: "log" } as const;
 * nameSegments([{ size: 9, means: [90], deviations: [10], counts: [9] }], { size: 99, means: [50], deviations: [20], counts: [99] }, [spending])[0]?.en; // => "Big spenders"
 */
export function nameSegments(
  segments: readonly GroupStatistics[],
  base: GroupStatistics,
  features: readonly Feature[],
): readonly Localized[] {
  const profiles = segments.map((segment) => profile(segment, base, features));
  const kinds = profiles.map((each) => kindOf(each, features));
  const names: Localized[] = [];
  for (const [index, kind] of kinds.entries()) {
    const rivals = profiles.filter((_, other) => other !== index && at(kinds, other).en === kind.en);
    names.push(firstFree(candidates(kind, at(profiles, index), rivals, features), names));
  }
  return names;
}

/** How far a segment stands from the base: by role, and by feature. */
interface Profile {
  readonly byRole: ReadonlyMap<Role, number>;
  /** One entry per feature, 0 where nothing can be said. */
  readonly byFeature: readonly number[];
}

/** Below this a difference does not make a name: about a third of a deviation, or a third more in money, days or counts. */
const noticeable = 0.35;
const strongest = 2;

function profile(segment: GroupStatistics, base: GroupStatistics, features: readonly Feature[]): Profile {
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

function kindOf({ byRole, byFeature }: Profile, features: readonly Feature[]): Localized {
  let best: Localized | undefined;
  let bestScore = 0;
  for (const { when, names } of archetypes) {
    const parts = Object.entries(when).map(([role, sign]) => sign * (byRole.get(role as Role) ?? 0));
    // What holds counts by how much it holds beyond notice, so that a strong single trait beats two faint ones.
    const score = parts.every((part) => part >= noticeable)
      ? parts.reduce((total, part) => total + part - noticeable / 2, 0)
      : 0;
    if (score > bestScore) [best, bestScore] = [names, score];
  }
  return best ?? plainName(byFeature, features) ?? averageCustomers;
}

/** "High wines, low sweets": the two features that stand out most. */
function plainName(byFeature: readonly number[], features: readonly Feature[]): Localized | undefined {
  const standing = Array.from(byFeature.keys())
    .filter((index) => Math.abs(at(byFeature, index)) >= noticeable)
    .filter((index) => ["behaviour", "attribute"].includes(at(features, index).family))
    .sort((a, b) => Math.abs(at(byFeature, b)) - Math.abs(at(byFeature, a)) || a - b)
    .slice(0, 2);
  if (standing.length === 0) return undefined;
  return localize((locale) =>
    capitalized(
      standing.map((index) => levelOf(at(features, index), at(byFeature, index), locale)).join(", "),
    ),
  );
}

const levels = {
  high: { en: "high", es: "más", pt: "mais" },
  low: { en: "low", es: "menos", pt: "menos" },
} as const satisfies Record<string, Localized>;

function levelOf({ labels }: Feature, strength: number, locale: Locale): string {
  const label = labels[locale];
  const lower = label.charAt(0).toLowerCase() + label.slice(1);
  return `${levels[strength > 0 ? "high" : "low"][locale]} ${lower}`;
}

/** Names to try in turn: the kind alone, with one qualifier, with two, and at last with a number. */
function* candidates(
  kind: Localized,
  own: Profile,
  rivals: readonly Profile[],
  features: readonly Feature[],
): Generator<Localized> {
  const apart = rivals.length === 0 ? [] : differences(own, rivals, features);
  if (apart.length === 0) yield kind;
  for (const difference of apart) yield joined(kind, difference);
  for (const [index, first] of apart.entries()) {
    for (const second of apart.slice(index + 1)) yield joined(joined(kind, first), second);
  }
  for (let number = 2; ; number += 1) yield localize((locale) => `${kind[locale]} ${number}`);
}

/** What this segment has more or less of than the others of its kind, the largest difference first. */
function differences(
  own: Profile,
  rivals: readonly Profile[],
  features: readonly Feature[],
): readonly Localized[] {
  const positions = rolesOf(features);
  const roleAt = new Map([...positions].map(([role, position]) => [position, role]));
  return own.byFeature
    .map((strength, position) => {
      const others =
        rivals.reduce((total, rival) => total + at(rival.byFeature, position), 0) / rivals.length;
      return { position, gap: strength - others };
    })
    .filter(({ position, gap }) => Math.abs(gap) >= 0.1 && at(features, position).family !== "response")
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || a.position - b.position)
    .map(({ position, gap }) => {
      const role = roleAt.get(position);
      if (role !== undefined) return qualifiers[role][gap > 0 ? "more" : "less"];
      return localize((locale) => levelOf(at(features, position), gap, locale));
    });
}

function joined(name: Localized, qualifier: Localized): Localized {
  return localize((locale) => `${name[locale]}, ${qualifier[locale]}`);
}

function firstFree(names: Iterable<Localized>, taken: readonly Localized[]): Localized {
  for (const name of names) {
    const isTaken = taken.some(({ en, es, pt }) => en === name.en || es === name.es || pt === name.pt);
    if (!isTaken) return name;
  }
  throw new RangeError("there is always a next number");
}

function localize(textIn: (locale: Locale) => string): Localized {
  return { en: textIn("en"), es: textIn("es"), pt: textIn("pt") };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
