import type { KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Origin } from "../../contract/delivery.ts";
import type { Locale } from "../../lib/locale.ts";
import type { Form, FormField } from "../../contract/reply.ts";
import { fit, plain } from "./escape.ts";
import { limits } from "./limits.ts";
import { plainText } from "./reply.ts";
import { says } from "./words.ts";

/** What a form carries along until it is submitted. */
export interface FormMetadata {
  /** The line that the fields' words are appended to. */
  readonly line: string;
  readonly origin: Origin;
  /** What a mistake calls each field, in their order. */
  readonly keys: readonly string[];
}

export const formCallback = "form";
/** The one element of every field; which field it is, its block says. */
const fieldAction = "value";
/** Action ids of menus with search, by what they search. */
export const suggestActions = { segment: "suggest:segment", customer: "suggest:customer" } as const;

/**
 * A form as a modal.
 *
 * @returns Undefined when its line is too long to be carried along.
 */
export function renderForm(form: Form, origin: Origin, locale: Locale): ModalView | undefined {
  const keys = form.fields.map(({ key, name }) => key ?? name);
  const metadata = JSON.stringify({ line: form.line, origin, keys } satisfies FormMetadata);
  if (metadata.length > limits.modal.metadata) return undefined;
  return {
    type: "modal",
    callback_id: formCallback,
    private_metadata: metadata,
    title: plainText(fit(plain(form.title), limits.modal.title) || "Segmenta"),
    submit: plainText(fit(plain(form.submit), limits.modal.button) || says[locale].show),
    close: plainText(says[locale].cancel),
    blocks: form.fields.slice(0, limits.blocks.modal).map(renderField),
  };
}

function renderField(field: FormField, index: number): KnownBlock {
  return {
    type: "input",
    block_id: fieldBlock(index, field.name),
    label: plainText(fit(plain(field.label), limits.modal.label) || field.name || "…"),
    optional: field.optional === true,
    ...(field.hint === undefined ? {} : { hint: plainText(fit(plain(field.hint), limits.modal.hint)) }),
    element: renderElement(field),
  };
}

function renderElement(field: FormField) {
  const value = field.value;
  if (field.kind === "segment" || field.kind === "customer") {
    return {
      type: "external_select" as const,
      action_id: suggestActions[field.kind],
      min_query_length: field.kind === "segment" ? 0 : 1,
      ...(value === undefined ? {} : { initial_option: option({ label: value, value }) }),
    };
  }
  if (field.kind === "choice") {
    const options = (field.choices ?? []).slice(0, limits.options).map(option);
    const chosen = options.find((choice) => choice.value === value);
    const initial = chosen === undefined ? {} : { initial_option: chosen };
    return { type: "static_select" as const, action_id: fieldAction, options, ...initial };
  }
  const initial = value === undefined ? {} : { initial_value: fit(value, limits.modal.inputText) };
  return field.kind === "number"
    ? { type: "number_input" as const, action_id: fieldAction, is_decimal_allowed: true, ...initial }
    : {
        type: "plain_text_input" as const,
        action_id: fieldAction,
        max_length: limits.modal.inputText,
        ...initial,
      };
}

/** An entry of a menu; one whose value Slack could not carry would be cut into another, so it is left out before. */
export function option({
  label,
  value,
}: {
  readonly label: string;
  readonly value: string;
}): PlainTextOption {
  const text = fit(plain(label).trim(), limits.optionText) || fit(value, limits.optionText) || "…";
  return { text: plainText(text), value };
}

/** A block's id holds the field's place and name, so that the state of a submitted form tells both. */
function fieldBlock(index: number, name: string): string {
  return fit(`field:${index}:${name}`, limits.identifier);
}
