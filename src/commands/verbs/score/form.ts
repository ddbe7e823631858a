import type { ModelVariable, StoredModel } from "../../../analysis/response/stored-model.ts";
import type { SavedModel } from "../../../db/campaigns/response-models.ts";
import type { Format } from "../../../lib/locale.ts";
import { asWord } from "../../../contract/command-line.ts";
import type { FormField, ReplyBody } from "../../../contract/reply.ts";
import { levelOf } from "./given.ts";
import { says } from "./words.ts";

/** Whose values stand in the fields. */
interface Filled {
  readonly raw: readonly number[];
  readonly customer: string;
}

/** The model's variables as a form; its answer is `score income=52000 …`, or `whatif 1024 income=52000 …`. */
export function scoreForm({ id, model }: SavedModel, format: Format, filled?: Filled): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  return {
    headline: filled === undefined ? words.fillIn : words.change(filled.customer),
    form: {
      title: filled === undefined ? words.formTitle : words.whatIfTitle,
      submit: words.submit,
      line: filled === undefined ? "score" : `whatif ${asWord(filled.customer)}`,
      fields: model.variables.map((variable) => fieldOf(model, variable, format, filled?.raw)),
    },
    footer: [`m${id}`],
    data: { model: id, fields: model.variables.map(({ name }) => name) },
  };
}

function fieldOf(
  model: StoredModel,
  variable: ModelVariable,
  { locale }: Format,
  raw: readonly number[] | undefined,
): FormField {
  const { name, labels, columns } = variable;
  const label = labels[locale];
  const [only] = columns;
  const first = model.columns[only ?? -1];
  if (first?.feature.family !== "category") {
    const value = only === undefined ? Number.NaN : (raw?.[only] ?? Number.NaN);
    const known = Number.isFinite(value) ? { value: String(Math.round(value * 100) / 100) } : {};
    return { name, label, kind: "number", optional: true, ...known };
  }
  const choices = columns
    .map((column) => levelOf(variable, model.columns[column]))
    .map((level) => ({ label: level, value: level }));
  const chosen = choices[columns.findIndex((column) => raw?.[column] === 1)];
  return {
    name,
    label,
    kind: "choice",
    choices,
    optional: true,
    ...(chosen === undefined ? {} : { value: chosen.value }),
  };
}
