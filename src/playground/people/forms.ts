import type { Json, JsonObject } from "../../contract/reply.ts";
import type { Delivery } from "../workspace/delivery.ts";
import { asText, isList, isObject } from "../workspace/json.ts";
import { readView, replaceView, stackView } from "../methods/views.ts";
import { viewClosed, viewSubmission } from "../workspace/payloads.ts";
import { Refusal } from "../workspace/refusal.ts";
import type { State, View } from "../workspace/state.ts";
import { blocksOf, chosen, type Placed, textIn } from "./pressing.ts";
import type { Stage } from "./speaking.ts";

/** What a person puts into a form, by block_id, action_id or label: a text, or texts or values of options. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** How a submission went. */
export interface Submission {
  /** Undefined when Slack itself found a field wrong and did not ask the app. */
  readonly delivery: Delivery | undefined;
  /** Messages under fields, by block_id; empty when it was taken. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The modal that a person sees. */
export function openModal(state: State, user: string): View | undefined {
  return state.modals.get(user)?.at(-1);
}

/**
 * Fills in and submits the modal that is open.
 *
 * @throws {Error} When no modal is open, or it has no such field.
 */
export async function submit(stage: Stage, user: string, filled: Filled): Promise<Submission> {
  const view = openModal(stage.state, user);
  if (view === undefined) throw new Error("no modal is open");
  await fill(stage, view, filled);
  const wrong = wrongFields(view);
  if (Object.keys(wrong).length > 0)
    return showErrors(stage.state, view, { delivery: undefined, errors: wrong });
  const delivery = await stage.eventSender.send(viewSubmission(stage.state, view));
  return showErrors(stage.state, view, { delivery, errors: takeAnswer(stage.state, view, delivery) });
}

function showErrors(state: State, view: View, submission: Submission): Submission {
  view.errors = submission.errors;
  state.changed({ kind: "modal", user: view.user });
  return submission;
}

async function fill(stage: Stage, view: View, filled: Filled): Promise<void> {
  for (const [name, entered] of Object.entries(filled)) {
    const field = findField(view, name);
    const value = await readField(stage, view, field, entered);
    view.values = {
      ...view.values,
      [field.blockId]: { [asText(field.element["action_id"])]: value },
    };
  }
}

function findField(view: View, name: string): Placed {
  const inputs = blocksOf({ view }).filter((block) => block["type"] === "input");
  const found = inputs.find((block) => {
    const element = block["element"];
    const actionId = isObject(element) ? element["action_id"] : undefined;
    return [block["block_id"], actionId, textIn(block["label"])].includes(name);
  });
  if (found === undefined) throw new Error(`the form has no field "${name}"`);
  return { blockId: asText(found["block_id"]), element: found["element"] as JsonObject, isInput: true };
}

async function readField(
  stage: Stage,
  view: View,
  field: Placed,
  entered: string | readonly string[],
): Promise<JsonObject> {
  const type = asText(field.element["type"]);
  const entries = [entered].flat().filter((entry) => entry !== "");
  if (type.endsWith("_input")) return { type, value: entries[0] ?? null };
  return await chosen(stage, view.user, { view }, { menu: field, picks: entries });
}

/** What Slack itself checks before it asks the app: empty required fields, and numbers. */
function wrongFields(view: View): Readonly<Record<string, string>> {
  const inputs = blocksOf({ view }).filter((block) => block["type"] === "input");
  return Object.fromEntries(
    inputs.flatMap((block) => {
      const problem = wrongField(block, view.values);
      return problem === undefined ? [] : [[asText(block["block_id"]), problem]];
    }),
  );
}

function wrongField(block: JsonObject, values: JsonObject): string | undefined {
  const element = block["element"] as JsonObject;
  const held = values[asText(block["block_id"])];
  const value = isObject(held) ? held[asText(element["action_id"])] : undefined;
  if (isEmpty(value)) return block["optional"] === true ? undefined : "Please complete this required field.";
  const text = isObject(value) && typeof value["value"] === "string" ? value["value"] : "";
  return element["type"] === "number_input" ? wrongNumber(element, text) : undefined;
}

function isEmpty(value: Json | undefined): boolean {
  if (!isObject(value)) return true;
  const held = Object.entries(value).filter(([name]) => name !== "type");
  return held.every(([, entry]) => entry === null || entry === "" || (isList(entry) && entry.length === 0));
}

function wrongNumber(element: JsonObject, text: string): string | undefined {
  if (text.trim() === "" || !Number.isFinite(Number(text))) return "Please enter a valid number.";
  if (element["is_decimal_allowed"] !== true && !Number.isInteger(Number(text)))
    return "Please enter a whole number.";
  const { min_value: min, max_value: max } = element;
  if (min !== undefined && Number(text) < Number(min))
    return `Please enter a number of at least ${asText(min)}.`;
  if (max !== undefined && Number(text) > Number(max))
    return `Please enter a number of at most ${asText(max)}.`;
  return undefined;
}

const trouble = "We had some trouble connecting. Try again?";

/** Does what the app answered to a submission; returns its field errors. */
function takeAnswer(state: State, view: View, delivery: Delivery): Readonly<Record<string, string>> {
  if (!delivery.acknowledged) return { "": trouble };
  const answer = isObject(delivery.answer) ? delivery.answer : {};
  try {
    switch (asText(answer["response_action"])) {
      case "errors":
        return answer["errors"] as Readonly<Record<string, string>>;
      case "update":
        replaceView(state, view, readView(answer, "modal"));
        return {};
      case "push":
        stackView(state, view.user, readView(answer, "modal"));
        return {};
      case "clear":
        state.modals.set(view.user, []);
        return {};
      default:
        removeView(state, view);
        return {};
    }
  } catch (error) {
    if (error instanceof Refusal) return { "": trouble };
    throw error;
  }
}

function removeView(state: State, view: View): void {
  const stack = state.modals.get(view.user) ?? [];
  state.modals.set(
    view.user,
    stack.filter((entry) => entry !== view),
  );
}

/** Closes the modal on top; the app hears of it when it asked to. */
export async function closeModal({ state, eventSender }: Stage, user: string): Promise<Delivery | undefined> {
  const view = openModal(state, user);
  if (view === undefined) return undefined;
  const closed = viewClosed(state, view, false);
  removeView(state, view);
  state.changed({ kind: "modal", user });
  return view.definition["notify_on_close"] === true ? await eventSender.send(closed) : undefined;
}
