import { at } from "../../lib/at.ts";
import type { Locale, Localized } from "../../lib/locale.ts";
import type { Feature } from "../features/feature.ts";
import { archetypes, averageCustomers, qualifiers } from "./archetypes.ts";
import { type Role, rolesOf } from "./roles.ts";
import { noticeable, type Standing, standing } from "./standing.ts";
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
  const profiles = segments.map((segment) => standing(segment, base, features));
  const kinds = profiles.map((each) => kindOf(each, features));
  const names: Localized[] = [];
  for (const [index, kind] of kinds.entries()) {
    const rivals = profiles.filter(
      (_, other) => other !== index && at(kinds, other).names.en === kind.names.en,
    );
    names.push(firstFree(candidates(kind, at(profiles, index), rivals, features), names));
  }
  return names;
}

/** A name, and what it says of which feature: 1 more, -1 less. */
interface Kind {
  readonly names: Localized;
  readonly claims: ReadonlyMap<number, number>;
}

function kindOf({ byRole, byFeature }: Standing, features: readonly Feature[]): Kind {
  const positions = rolesOf(features);
  let best: Kind | undefined;
  let bestScore = 0;
  for (const { when, names } of archetypes) {
    const parts = Object.entries(when).map(([role, sign]) => sign * (byRole.get(role as Role) ?? 0));
    // What holds counts by how much it holds beyond notice, so that a strong single trait beats two faint ones.
    const score = parts.every((part) => part >= noticeable)
      ? parts.reduce((total, part) => total + part - noticeable / 2, 0)
      : 0;
    if (score <= bestScore) continue;
    const claims = Object.entries(when).map(
      ([role, sign]) => [positions.get(role as Role) ?? -1, sign] as const,
    );
    [best, bestScore] = [{ names, claims: new Map(claims) }, score];
  }
  return best ?? plainName(byFeature, features) ?? { names: averageCustomers, claims: new Map() };
}

/** "High wines, low sweets": the two features that stand out most. */
function plainName(byFeature: readonly number[], features: readonly Feature[]): Kind | undefined {
  const marked = Array.from(byFeature.keys())
    .filter((index) => Math.abs(at(byFeature, index)) >= noticeable)
    .filter((index) => ["behaviour", "attribute"].includes(at(features, index).family))
    .sort((a, b) => Math.abs(at(byFeature, b)) - Math.abs(at(byFeature, a)) || a - b)
    .slice(0, 2);
  if (marked.length === 0) return undefined;
  const names = localize((locale) =>
    capitalized(marked.map((index) => levelOf(at(features, index), at(byFeature, index), locale)).join(", ")),
  );
  return { names, claims: new Map(marked.map((index) => [index, Math.sign(at(byFeature, index))])) };
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

/** Names to try in turn: the kind with one qualifier where there are rivals, alone, with two, and at last with a number. */
function* candidates(
  { names: kind, claims }: Kind,
  own: Standing,
  rivals: readonly Standing[],
  features: readonly Feature[],
): Generator<Localized> {
  const apart = rivals.length === 0 ? [] : differences(own, rivals, features, claims);
  for (const difference of apart) yield joined(kind, difference);
  yield kind;
  for (const [index, first] of apart.entries()) {
    for (const second of apart.slice(index + 1)) yield joined(joined(kind, first), second);
  }
  for (let number = 2; ; number += 1) yield localize((locale) => `${kind[locale]} ${number}`);
}

/**
 * What this segment has more or less of than the others of its kind, the largest difference first; nothing that would deny
 * the kind's own name, as "well-off, lower income" does.
 */
function differences(
  own: Standing,
  rivals: readonly Standing[],
  features: readonly Feature[],
  claims: Kind["claims"],
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
    .filter(({ position, gap }) => (claims.get(position) ?? gap) * gap > 0)
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
