import type { Localized } from "../../lib/locale.ts";
import type { AttributeFacts } from "./base-facts.ts";
import type { Feature } from "./feature.ts";
import type { PlannedFeature } from "./formula.ts";
import { knownLabels, labelsOf } from "./labels.ts";
import { labelOf, means, nameOf, wordsOf } from "./lexicon.ts";

/** A level that fewer customers have than this is merged with the other rare ones. */
const rareLevel = 0.02;
/** Most levels of a text column that get features of their own. */
const mostLevels = 10;
/** A number column with at most so many whole values is a grade or a count at home, not an amount. */
const fewValues = 10;

/**
 * The features of one column of the customers' file.
 *
 * @param asOfYear Decides whether a number can be a year of birth.
 * @returns None for an identifier, an e-mail address, or a text with too many levels to tell groups apart.
 * @example
 * planColumn({ name: "income", kind: "number", distinct: 90, whole: true, smallest: 10, largest: 99 }, 2014)[0].use;
 * // => "forms"
 */
export function planColumn(column: AttributeFacts, asOfYear: number): readonly PlannedFeature[] {
  if (isIdentifier(column)) return [];
  if (column.kind === "text") return planLevels(column);
  if (column.kind === "date") return [planDate(column)];
  if (column.kind === "flag") return [planFlag(column)];
  return [isBirthYear(column, asOfYear) ? planAge(column, "year") : planNumber(column)];
}

function isIdentifier({ name, kind, distinct }: AttributeFacts): boolean {
  return kind === "text"
    ? means(name, "identifier")
    : kind === "number" && distinct > fewValues && means(name, "identifier");
}

function isBirthYear({ name, smallest, largest, whole }: AttributeFacts, asOfYear: number): boolean {
  const years = whole === true && (smallest ?? 0) >= 1850 && (largest ?? 0) <= asOfYear;
  return years && means(name, "birth");
}

function planNumber(column: AttributeFacts): PlannedFeature {
  const { name } = column;
  const formula = { from: "attribute", attribute: name } as const;
  const known = knownNumbers.find((candidate) => candidate.is(column));
  const { family, unit, use } = known ?? { family: "behaviour", unit: "none", use: "forms" };
  const labels = known?.labels?.(name) ?? labelsOf(name);
  return { feature: { name: nameOf(name), labels, unit, family }, formula, use };
}

const age = { en: "Age", es: "Edad", pt: "Idade" };

interface KnownNumber extends Pick<PlannedFeature, "use">, Pick<Feature, "unit" | "family"> {
  readonly is: (column: AttributeFacts) => boolean;
  readonly labels?: (name: string) => Localized;
}

/** What a number column measures, by its words; the first that fits. */
const knownNumbers: readonly KnownNumber[] = [
  {
    is: ({ name }) => means(name, "age"),
    unit: "years",
    family: "attribute",
    use: "forms",
    labels: () => age,
  },
  { is: ({ name }) => means(name, "income"), unit: "money", family: "attribute", use: "forms" },
  {
    is: ({ name }) => means(name, "recency"),
    unit: "days",
    family: "behaviour",
    use: "forms",
    labels: daysSince,
  },
  { is: ({ name }) => means(name, "score"), unit: "score", family: "behaviour", use: "forms" },
  { is: isMoney, unit: "money", family: "behaviour", use: "forms", labels: spentOn },
  { is: ({ name }) => means(name, "count"), unit: "count", family: "behaviour", use: "forms" },
  { is: ({ name }) => means(name, "response"), unit: "count", family: "response", use: "response" },
  { is: ({ name }) => means(name, "children"), unit: "count", family: "attribute", use: "attribute" },
  { is: isGrade, unit: "none", family: "attribute", use: "attribute" },
];

function isGrade({ distinct, whole }: AttributeFacts): boolean {
  return distinct <= fewValues && whole === true;
}

/**
 * Named as money, or counted by its name but with cents: `oneoff_purchases` of a card holder.
 *
 * @example
 * isMoney({ name: "mnt_wines", whole: true }); // => true
 */
export function isMoney({ name, whole }: AttributeFacts): boolean {
  return means(name, "amount") || (means(name, "count") && whole === false);
}

function daysSince(name: string): Localized {
  const said = wordsOf(name).length > 1 ? `: ${labelOf(name)}` : "";
  return {
    en: `Days since last order${said}`,
    es: `Días desde el último pedido${said}`,
    pt: `Dias desde o último pedido${said}`,
  };
}

function spentOn(name: string): Localized {
  const what = wordsOf(name).filter((word) => !means(word, "amount"));
  if (what.length === 0) return labelsOf(name);
  const text = what.join(" ");
  return knownLabels(name) ?? { en: `Spent on ${text}`, es: `Gasto en ${text}`, pt: `Gasto em ${text}` };
}

function planDate(column: AttributeFacts): PlannedFeature {
  if (means(column.name, "birth")) return planAge(column, "date");
  const isJoining = means(column.name, "since");
  const label = labelOf(column.name);
  const labels = isJoining
    ? { en: "Days as a customer", es: "Días como cliente", pt: "Dias como cliente" }
    : { en: `Days since ${label}`, es: `Días desde ${label}`, pt: `Dias desde ${label}` };
  const name = isJoining ? "customer_days" : `${nameOf(column.name)}_days`;
  const formula = { from: "days", attribute: column.name } as const;
  return { feature: { name, labels, unit: "days", family: "attribute" }, formula, use: "attribute" };
}

function planAge({ name }: AttributeFacts, written: "year" | "date"): PlannedFeature {
  const formula = { from: "age", attribute: name, written } as const;
  return { feature: { name: "age", labels: age, unit: "years", family: "attribute" }, formula, use: "forms" };
}

function planFlag({ name }: AttributeFacts): PlannedFeature {
  const family = means(name, "response") ? "response" : "attribute";
  const feature = { name: nameOf(name), labels: labelsOf(name), unit: "flag", family } as const;
  return { feature, formula: { from: "attribute", attribute: name }, use: family };
}

function planLevels({ name, levels }: AttributeFacts): readonly PlannedFeature[] {
  if (levels.length < 2) return [];
  const labels = labelsOf(name);
  const common = levels.filter(({ share }) => share >= rareLevel).slice(0, mostLevels);
  const one = common.map(({ level }) =>
    planLevel(
      `${name}_${level}`,
      mapLabels(labels, (label) => `${label}: ${level}`),
      {
        from: "level",
        attribute: name,
        level,
      },
    ),
  );
  if (common.length === levels.length) return one;
  const others = { en: `${labels.en}: other`, es: `${labels.es}: otros`, pt: `${labels.pt}: outros` };
  const formula = { from: "otherLevel", attribute: name, levels: common.map(({ level }) => level) } as const;
  return [...one, planLevel(`${name}_other`, others, formula)];
}

function planLevel(name: string, labels: Localized, formula: PlannedFeature["formula"]): PlannedFeature {
  return {
    feature: { name: nameOf(name), labels, unit: "flag", family: "category" },
    formula,
    use: "category",
  };
}

function mapLabels(labels: Localized, map: (label: string) => string): Localized {
  return { en: map(labels.en), es: map(labels.es), pt: map(labels.pt) };
}
