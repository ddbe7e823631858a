import type { ModelColumn, ModelVariable, StoredModel } from "../../../analysis/response/stored-model.ts";
import { inField, UserError } from "../../../contract/errors.ts";
import { type Locale, locales } from "../../../lib/locale.ts";
import { readNumber } from "../../grammar/number-reader.ts";
import { fold } from "../../grammar/spelling.ts";
import type { Word } from "../../grammar/tokens.ts";
import { says } from "./words.ts";

/** A value that a person gave for a field of the model's form. */
export interface Given {
  readonly field: string;
  readonly text: string;
}

/** Words as pairs: `income=52000 kids=1`. */
export function readGiven(words: readonly Word[], locale: Locale): readonly Given[] {
  if (words.length % 2 === 1)
    throw new UserError(says[locale].oddField(words.at(-1)?.text ?? ""), { hint: "score" });
  return words.flatMap((word, i) =>
    i % 2 === 0 ? [{ field: word.text, text: words[i + 1]?.text ?? "" }] : [],
  );
}

/**
 * The customer's raw values with the given ones in their place.
 *
 * @param raw One per column of the model, NaN where missing.
 * @throws {UserError} When a field is none of the model's, or its value cannot be read.
 */
export function applyGiven(
  model: StoredModel,
  raw: readonly number[],
  given: readonly Given[],
  locale: Locale,
): number[] {
  const values = [...raw];
  for (const { field, text } of given) {
    const variable = model.variables.find(({ name, labels }) =>
      [name, ...locales.map((reader) => labels[reader])].some((known) => key(known) === key(field)),
    );
    if (variable === undefined) {
      const names = model.variables.map(({ name }) => name).join(", ");
      throw new UserError(says[locale].noSuchField(field, names), { hint: "score" });
    }
    const [only] = variable.columns;
    if (variable.columns.length > 1 || isLevel(model.columns[only ?? -1]))
      setLevel(model, variable, { text, values, locale });
    else if (only !== undefined) values[only] = inField(variable.name, () => readValue(text, field, locale));
  }
  return values;
}

function key(name: string): string {
  return fold(name).replaceAll(/[\s_-]+/gu, "");
}

function isLevel(column: ModelColumn | undefined): boolean {
  return column?.feature.family === "category";
}

/** One level is 1 and the others are 0; a level that the model has not seen leaves all at 0, which is told. */
function setLevel(
  model: StoredModel,
  variable: ModelVariable,
  { text, values, locale }: { readonly text: string; readonly values: number[]; readonly locale: Locale },
): void {
  const { columns } = variable;
  const levels = columns.map((column) => levelOf(variable, model.columns[column]));
  const chosen = levels.findIndex((level) => key(level) === key(text));
  if (chosen < 0)
    throw new UserError(says[locale].noSuchLevel(text, levels.join(", ")), {
      hint: "score",
      field: variable.name,
    });
  columns.forEach((column, i) => {
    values[column] = i === chosen ? 1 : 0;
  });
}

/** "PhD" of "Education: PhD", "A: gold" of "Tier: A: gold". */
export function levelOf({ labels }: ModelVariable, column: ModelColumn | undefined): string {
  return column?.feature.labels.en.slice(`${labels.en}: `.length) ?? "";
}

const yes = new Set(["yes", "si", "sim", "true"]);
const no = new Set(["no", "nao", "false"]);

function readValue(text: string, field: string, locale: Locale): number {
  if (yes.has(fold(text))) return 1;
  if (no.has(fold(text))) return 0;
  const value = readNumber(text, locale);
  if (value === undefined) throw new UserError(says[locale].noNumber(field, text), { hint: "score" });
  return value;
}
