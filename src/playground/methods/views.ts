import type { Json, JsonObject } from "../../contract/reply.ts";
import { asText, isObject, objectsIn } from "../workspace/json.ts";
import { viewObject } from "../workspace/objects.ts";
import { Refusal, refuseIf } from "../workspace/refusal.ts";
import { type State, type View, withIds } from "../workspace/state.ts";
import { objectToView } from "../validate/validate.ts";
import { jsonOf, type Method, textOf } from "./method.ts";

const deepestStack = 3;

/**
 * Reads and checks a view.
 *
 * @throws {Refusal} `invalid_arguments` with JSON pointers from `/view`, or `view_too_large`.
 */
export function readView(args: JsonObject, kind: View["kind"]): JsonObject {
  const view = jsonOf(args, "view", "invalid_arguments") ?? null;
  refuseIf(objectToView(view, kind));
  return view as JsonObject;
}

/** Uses up a trigger: it works once, within 3 s of what the person did. */
function useTrigger(state: State, args: JsonObject): string {
  const permit = state.triggers.get(textOf(args, "trigger_id") ?? "");
  if (permit === undefined) throw new Refusal("invalid_trigger_id");
  if (permit.usesLeft === 0) throw new Refusal("exchanged_trigger_id");
  if (state.now() > permit.expiresAt) throw new Refusal("expired_trigger_id");
  permit.usesLeft -= 1;
  return permit.user;
}

/** A view as Slack keeps it. */
function makeView(
  state: State,
  definition: JsonObject,
  where: Pick<View, "user" | "kind"> & { readonly root?: string },
): View {
  const id = state.nextId("V");
  const view: View = {
    id,
    root: where.root ?? id,
    user: where.user,
    kind: where.kind,
    definition: identified(definition, state),
    hash: state.nextId("h"),
    values: {},
    errors: {},
  };
  return { ...view, values: initialValues(view.definition) };
}

function identified(definition: JsonObject, state: State): JsonObject {
  return { ...definition, blocks: withIds(objectsIn(definition["blocks"]), state) };
}

/** What stands in a view's fields before anybody typed: block_id → action_id → value. */
function initialValues(definition: JsonObject): JsonObject {
  return Object.fromEntries(
    objectsIn(definition["blocks"]).flatMap((block) => {
      const element = block["element"];
      if (block["type"] !== "input" || !isObject(element)) return [];
      return [[asText(block["block_id"]), { [asText(element["action_id"])]: initialValue(element) }]];
    }),
  );
}

const initialNames: Readonly<Record<string, string>> = {
  initial_value: "value",
  initial_option: "selected_option",
  initial_options: "selected_options",
  initial_user: "selected_user",
  initial_channel: "selected_channel",
  initial_conversation: "selected_conversation",
  initial_date: "selected_date",
  initial_time: "selected_time",
};

function initialValue(element: JsonObject): JsonObject {
  const given = Object.entries(initialNames).flatMap(([initial, field]) =>
    element[initial] === undefined ? [] : [[field, element[initial]] as const],
  );
  return { type: element["type"] ?? "", ...Object.fromEntries(given) };
}

/** Replaces a view's content; what was typed in a field that is still there is kept. */
export function replaceView(state: State, view: View, definition: JsonObject): void {
  view.definition = identified(definition, state);
  const fresh = initialValues(view.definition);
  view.values = Object.fromEntries(
    Object.entries(fresh).map(([block, value]) => [block, sameFields(view.values[block], value)]),
  );
  view.errors = {};
  view.hash = state.nextId("h");
  state.changed({ kind: view.kind, user: view.user });
}

function sameFields(typed: Json | undefined, fresh: Json): Json {
  const keys = (value: Json | undefined) => Object.keys((value ?? {}) as JsonObject).join();
  return typed !== undefined && keys(typed) === keys(fresh) ? typed : fresh;
}

/** Puts a view on top of a person's open modals. @throws {Refusal} `push_limit_reached` above three. */
export function stackView(state: State, user: string, definition: JsonObject): View {
  const stack = state.modals.get(user) ?? [];
  if (stack.length >= deepestStack) throw new Refusal("push_limit_reached");
  const root = stack[0]?.root;
  const view = makeView(state, definition, { user, kind: "modal", ...(root === undefined ? {} : { root }) });
  state.modals.set(user, [...stack, view]);
  state.changed({ kind: "modal", user });
  return view;
}

function open(state: State, args: JsonObject): JsonObject {
  const definition = readView(args, "modal");
  const user = useTrigger(state, args);
  state.modals.set(user, []);
  return { view: viewObject(stackView(state, user, definition), state) };
}

function push(state: State, args: JsonObject): JsonObject {
  const definition = readView(args, "modal");
  return { view: viewObject(stackView(state, useTrigger(state, args), definition), state) };
}

function update(state: State, args: JsonObject): JsonObject {
  const definition = readView(args, "modal");
  const all = [...state.modals.values()].flat();
  const [id, external] = [textOf(args, "view_id"), textOf(args, "external_id")];
  const view = all.find(
    (entry) => entry.id === id || (external !== undefined && entry.definition["external_id"] === external),
  );
  if (view === undefined) throw new Refusal("not_found");
  const hash = textOf(args, "hash");
  if (hash !== undefined && hash !== view.hash) throw new Refusal("hash_conflict");
  replaceView(state, view, definition);
  return { view: viewObject(view, state) };
}

function publish(state: State, args: JsonObject): JsonObject {
  const definition = readView(args, "home");
  const user = textOf(args, "user_id") ?? "";
  if (!state.people.has(user)) throw new Refusal("user_not_found");
  const known = state.homes.get(user);
  const hash = textOf(args, "hash");
  if (known !== undefined && hash !== undefined && hash !== known.hash) throw new Refusal("hash_conflict");
  if (known !== undefined) replaceView(state, known, definition);
  const view = known ?? makeView(state, definition, { user, kind: "home" });
  state.homes.set(user, view);
  state.changed({ kind: "home", user });
  return { view: viewObject(view, state) };
}

export const viewMethods: Readonly<Record<string, Method>> = {
  "views.open": { required: ["trigger_id", "view"], run: open },
  "views.push": { required: ["trigger_id", "view"], run: push },
  "views.update": { required: ["view"], run: update },
  "views.publish": { required: ["user_id", "view"], run: publish },
};
