import type { Feature } from "../../../analysis/features/feature.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import { locales } from "../../../lib/locale.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { fold } from "../../grammar/spelling.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { says } from "./words.ts";

/** A feature or a column as a person names it. */
export interface FeatureReference {
  readonly text: string;
  rewrite(replacement: string): string;
}

/** Takes the rest of the line as the name of a feature. */
export function takeFeature(words: Words): FeatureReference {
  const taken = words.takeUntil();
  if (taken.length === 0) throw words.missing(says[words.locale].whichFeature);
  const text = taken.map((word) => word.text).join(" ");
  return { text, rewrite: (replacement) => words.rewrite(taken, replacement) };
}

/** Something customers can be told apart by: a number, or a text column of their file. */
export type Measure =
  | { readonly kind: "number"; readonly feature: Feature; readonly position: number }
  | { readonly kind: "text"; readonly attribute: string };

/**
 * The measure that is meant, by its name or its label in any language, whole or by its beginning.
 *
 * @param attributes Names of the columns of the customers' file.
 * @throws {UserError} When there is none, or the beginning fits several.
 */
export function pickMeasure(
  active: ActiveSegmentation,
  attributes: readonly string[],
  meant: FeatureReference,
  { locale, format }: CommandContext,
): Measure {
  const said = fold(meant.text).replaceAll(" ", "_");
  const candidates = candidatesOf(active, attributes);
  const whole = candidates.filter(({ names }) => names.includes(said));
  const found =
    whole.length > 0 ? whole : candidates.filter(({ names }) => names.some((name) => name.startsWith(said)));
  const [first] = found;
  if (first !== undefined && (found.length === 1 || whole.length > 0)) return first.measure;
  const choices = found.length > 0 ? found : candidates;
  const labels = choices.slice(0, 4).map(({ name }) => name);
  const actions = labels.map((name) => ({ label: name, line: meant.rewrite(name) }));
  throw found.length > 0
    ? new UserError(says[locale].ambiguousFeature(meant.text, format.either(labels)), { actions })
    : new UserError(says[locale].noSuchFeature(meant.text, labels.join(", ")), { actions });
}

interface Candidate {
  /** As it can be typed again. */
  readonly name: string;
  /** Folded, with underscores. */
  readonly names: readonly string[];
  readonly measure: Measure;
}

/** Features that say something come first; a category's own column stands for its zeros and ones. */
function candidatesOf(active: ActiveSegmentation, attributes: readonly string[]): readonly Candidate[] {
  const numbers = active.features.flatMap((feature, position) => {
    if (feature.family === "category") return [];
    const names = [feature.name, ...locales.map((locale) => feature.labels[locale])];
    return [
      { name: feature.name, names: names.map(key), measure: { kind: "number", feature, position } as const },
    ];
  });
  const known = new Set(numbers.flatMap(({ names }) => names));
  const texts = attributes
    .filter((attribute) => !known.has(key(attribute)))
    .map((attribute) => ({
      name: attribute,
      names: [key(attribute)],
      measure: { kind: "text", attribute } as const,
    }));
  return [...numbers, ...texts];
}

function key(name: string): string {
  return fold(name).replaceAll(" ", "_");
}
