import type { Localized } from "../../lib/locale.ts";
import type { AttributeFacts } from "./base-facts.ts";
import type { PlannedFeature } from "./formula.ts";
import { knownLabels } from "./labels.ts";
import { means, type Meaning, wordOf, wordsOf } from "./lexicon.ts";
import { isMoney } from "./plan-columns.ts";

/** Columns that share a word which says that they can be added up: all `mnt_*`, all `*_purchases`. */
export interface ColumnFamily {
  /** The shared word. */
  readonly word: string;
  readonly kind: "money" | "count" | "response";
  /** At least two. */
  readonly members: readonly AttributeFacts[];
}

/**
 * The families of columns: numbers (or, for answers to campaigns, flags) that begin or end with the same word.
 * A column that is the bare word is a total of its own and no member.
 *
 * @example
 * findFamilies([{ name: "mnt_wine", kind: "number" }, { name: "mnt_fish", kind: "number" }])[0].word; // => "mnt"
 */
export function findFamilies(columns: readonly AttributeFacts[]): readonly ColumnFamily[] {
  const found = new Map<string, AttributeFacts[]>();
  for (const column of columns) {
    const word = familyWord(column);
    if (word !== undefined) found.set(word, [...(found.get(word) ?? []), column]);
  }
  return [...found].flatMap(([word, members]) => {
    if (members.length < 2) return [];
    const kind = means(word, "response") ? "response" : members.some(isMoney) ? "money" : "count";
    return [{ word, kind, members } as const];
  });
}

function familyWord({ name, kind }: AttributeFacts): string | undefined {
  const meanings: readonly Meaning[] = kind === "number" ? ["amount", "count"] : ["response"];
  if (kind === "text" || kind === "date" || means(name, "score")) return undefined;
  const said = wordsOf(name);
  const shared = meanings.map((meaning) => wordOf(name, meaning)).find((word) => word !== undefined);
  const atAnEnd = shared === said[0] || shared === said.at(-1);
  return said.length > 1 && atAnEnd ? shared : undefined;
}

/**
 * Totals over families, the average ticket and the household.
 *
 * @example
 * planFamilies([]); // => []
 */
export function planFamilies(columns: readonly AttributeFacts[]): readonly PlannedFeature[] {
  const families = findFamilies(columns);
  const money = families.find(({ kind }) => kind === "money");
  const purchases = families.find(({ kind, word }) => kind === "count" && word !== "visits");
  return [
    ...families.map((family) => planTotal(family, family === money)),
    ...(money && purchases ? [planTicket(money, purchases)] : []),
    ...planHousehold(columns),
  ];
}

/**
 * The name of a family's total.
 *
 * @param isMainMoney Whether it is the first family of money.
 * @example
 * totalName({ word: "purchases" }, false); // => "total_purchases"
 */
export function totalName({ word }: ColumnFamily, isMainMoney: boolean): string {
  return isMainMoney ? "total_amount" : `total_${word}`;
}

function planTotal(family: ColumnFamily, isMainMoney: boolean): PlannedFeature {
  const isAnswers = family.kind === "response";
  return {
    feature: {
      name: totalName(family, isMainMoney),
      labels: isAnswers ? pastAnswers : totalLabels(family, isMainMoney),
      unit: family.kind === "money" ? "money" : "count",
      family: isAnswers ? "response" : "behaviour",
    },
    formula: { from: "sum", attributes: namesOf(family) },
    use: isAnswers ? "response" : "forms",
  };
}

/** Of columns such as `accepted_cmp3`, whose own word would stand in English in every language. */
const pastAnswers: Localized = {
  en: "Past campaigns accepted",
  es: "Campañas pasadas aceptadas",
  pt: "Campanhas passadas aceitas",
};

function totalLabels({ word }: ColumnFamily, isMainMoney: boolean): Localized {
  return isMainMoney
    ? { en: "Total spent", es: "Gasto total", pt: "Gasto total" }
    : (knownLabels(`total_${word}`) ?? {
        en: `Total ${word}`,
        es: `Total de ${word}`,
        pt: `Total de ${word}`,
      });
}

function planTicket(money: ColumnFamily, purchases: ColumnFamily): PlannedFeature {
  const labels = { en: "Average ticket", es: "Ticket medio", pt: "Ticket médio" };
  return {
    feature: { name: "average_ticket", labels, unit: "money", family: "behaviour" },
    formula: { from: "ratio", over: namesOf(money), under: namesOf(purchases) },
    use: "derived",
  };
}

/** Household size where a file tells of children; adults are two where it tells of a couple, else one. */
function planHousehold(columns: readonly AttributeFacts[]): readonly PlannedFeature[] {
  const children = columns.filter(({ name, kind }) => kind === "number" && means(name, "children"));
  if (children.length === 0) return [];
  const marital = columns.find(({ name, kind }) => kind === "text" && means(name, "marital"));
  const levels = marital?.levels.map(({ level }) => level).filter((level) => means(level, "couple")) ?? [];
  const couple = marital && { attribute: marital.name, levels };
  const labels = { en: "Household size", es: "Personas en el hogar", pt: "Pessoas em casa" };
  return [
    {
      feature: { name: "household_size", labels, unit: "count", family: "attribute" },
      formula: { from: "household", children: children.map(({ name }) => name), couple },
      use: "attribute",
    },
  ];
}

function namesOf({ members }: ColumnFamily): readonly string[] {
  return members.map(({ name }) => name);
}
