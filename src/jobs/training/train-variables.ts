import type { PlannedFeature } from "../../analysis/features/formula.ts";
import type { Variable } from "../../analysis/response/selection.ts";
import { at } from "../../lib/at.ts";
import { type Campaign, isHistory } from "../../db/campaigns/response-models.ts";
import { UserError } from "../../contract/errors.ts";
import { type Locale, locales } from "../../lib/locale.ts";
import { trainSays } from "./train-words.ts";

/**
 * The features that may teach a model of the latest campaign: nothing in which its own answer stands, and of past
 * campaigns what is known to have come before it.
 *
 * @param campaigns The latest first; at least one.
 */
export function plannedFor(
  planned: readonly PlannedFeature[],
  campaigns: readonly Campaign[],
): readonly PlannedFeature[] {
  const [latest, ...others] = [at(campaigns, 0), ...campaigns.slice(1)];
  return planned.filter(({ formula }) => {
    if (formula.from === "attribute") return formula.attribute !== latest.attribute;
    if (formula.from === "sum") return !formula.attributes.some((name) => name === latest.attribute);
    if (formula.from !== "responses") return true;
    // As of its day, all campaigns answered are the earlier ones; without a day, the others are if the file says so.
    if (latest.day !== null) return formula.without === undefined;
    return formula.without === latest.name && others.every((one) => one.day !== null || isHistory(one));
  });
}

/** The levels of one text column are one variable; every other feature is its own. */
export function variablesOf(planned: readonly PlannedFeature[]): readonly Variable[] {
  const groups = new Map<string, number[]>();
  planned.forEach(({ feature, formula }, column) => {
    const name = formula.from === "level" || formula.from === "otherLevel" ? formula.attribute : feature.name;
    groups.set(name, [...(groups.get(name) ?? []), column]);
  });
  return [...groups].map(([name, columns]) => ({ name, columns }));
}

/**
 * The variables that a person named, by name or label in any language.
 *
 * @throws {UserError} When one is not known: a model is never trained on less than was asked for.
 */
export function pickVariables(
  planned: readonly PlannedFeature[],
  asked: readonly string[],
  locale: Locale,
): readonly Variable[] {
  const variables = variablesOf(planned);
  const known = new Map(
    variables.flatMap((variable) => namesOf(variable, planned).map((name) => [keyOf(name), variable])),
  );
  const picked = asked.map((said) => {
    const variable = known.get(keyOf(said));
    if (variable !== undefined) return variable;
    const names = variables.map(({ name }) => name).join(", ");
    throw new UserError(trainSays[locale].noSuchVariable(said, names), { hint: "model retrain using all" });
  });
  return [...new Set(picked)];
}

function namesOf({ name, columns }: Variable, planned: readonly PlannedFeature[]): readonly string[] {
  const [only, another] = columns;
  if (only === undefined || another !== undefined) return [name];
  const { labels } = at(planned, only).feature;
  return [name, ...locales.map((locale) => labels[locale])];
}

/** "Spent on wines", "spent_on_wines" and "Spent-On-Wines" are the same. */
function keyOf(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, "_");
}
