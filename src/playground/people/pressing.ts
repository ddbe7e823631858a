import type { Json, JsonObject } from "../../contract/reply.ts";
import type { Delivery } from "../workspace/delivery.ts";
import { asText, isObject, objectsIn } from "../workspace/json.ts";
import { blockAction, blockSuggestion, type Place } from "../workspace/payloads.ts";
import { objectToOptions } from "../validate/validate.ts";
import type { Stage } from "./speaking.ts";

/** An element that can be used, and the block it stands in. */
export interface Placed {
  readonly blockId: string;
  readonly element: JsonObject;
  /** Set in an input block: then it reports nothing unless `dispatch_action` is set. */
  readonly isInput: boolean;
}

/** The blocks of a message or a view. */
export function blocksOf(place: Place): readonly JsonObject[] {
  return objectsIn("view" in place ? place.view.definition["blocks"] : place.message.blocks);
}

/** Every element that a person can use there. */
function elementsOf(place: Place): readonly Placed[] {
  return blocksOf(place).flatMap((block) => {
    const inActions = block["type"] === "actions" ? objectsIn(block["elements"]) : [];
    const single = [block["accessory"], block["element"]].filter((entry) => isObject(entry));
    return [...inActions, ...single].map((element) => ({
      blockId: asText(block["block_id"]),
      element,
      isInput: block["type"] === "input" && block["dispatch_action"] !== true,
    }));
  });
}

/** The text of a text object. */
export function textIn(value: Json | undefined): string {
  return isObject(value) && typeof value["text"] === "string" ? value["text"] : "";
}

/** Which element: its block_id and action_id, or a label, action_id or value that is there. */
export type Wanted = string | { readonly blockId: string; readonly actionId: string };

/**
 * The element that is wanted.
 *
 * @throws {Error} When there is none, with what there is: a test that presses nothing must fail.
 */
function findElement(place: Place, wanted: Wanted): Placed {
  const all = elementsOf(place);
  if (typeof wanted !== "string") return exactElement(all, wanted);
  const found = all.find(({ element }) =>
    [
      element["action_id"],
      textIn(element["text"]),
      textIn(element["placeholder"]),
      element["value"],
    ].includes(wanted),
  );
  if (found !== undefined) return found;
  const names = all.map(({ element }) => textIn(element["text"]) || asText(element["action_id"]));
  throw new Error(`nothing called "${wanted}" to press, only: ${names.join(", ") || "nothing at all"}`);
}

function exactElement(all: readonly Placed[], { blockId, actionId }: Exclude<Wanted, string>): Placed {
  const found = all.find((entry) => entry.blockId === blockId && entry.element["action_id"] === actionId);
  if (found === undefined) throw new Error(`there is no element ${actionId} in block ${blockId}`);
  return found;
}

/** Presses a button. */
export function press(stage: Stage, user: string, place: Place, wanted: Wanted): Promise<Delivery> {
  const { blockId, element } = findElement(place, wanted);
  return stage.eventSender.send(
    blockAction(stage.state, user, place, {
      type: "button",
      action_id: element["action_id"] ?? "",
      block_id: blockId,
      text: element["text"] ?? "",
      ...(element["value"] === undefined ? {} : { value: element["value"] }),
      ...(element["style"] === undefined ? {} : { style: element["style"] }),
    }),
  );
}

/** The options that the app suggests for a menu with search; `[]` when it did not answer in time. */
export async function suggest(
  stage: Stage,
  user: string,
  place: Place,
  asked: { readonly menu: Wanted; readonly query: string },
): Promise<readonly JsonObject[]> {
  const { blockId, element } = findElement(place, asked.menu);
  const actionId = asText(element["action_id"]);
  const { acknowledged, answer } = await stage.eventSender.send(
    blockSuggestion(stage.state, user, place, {
      action_id: actionId,
      block_id: blockId,
      value: asked.query,
    }),
  );
  if (!acknowledged || !isObject(answer) || objectToOptions(answer).length > 0) return [];
  const options = optionsOf(answer);
  stage.state.offered.set(`${user} ${blockId} ${actionId}`, options);
  return options;
}

/** The options of a menu, or of a suggestion: its own, and those of its groups. */
function optionsOf(menu: JsonObject): readonly JsonObject[] {
  return [menu, ...objectsIn(menu["option_groups"])].flatMap((entry) => objectsIn(entry["options"]));
}

/**
 * What a menu holds after a choice: by the texts or values of options, or by ids.
 *
 * @throws {Error} When the menu has no such option.
 */
export async function chosen(
  stage: Stage,
  user: string,
  place: Place,
  { menu, picks }: { readonly menu: Placed; readonly picks: readonly string[] },
): Promise<JsonObject> {
  const type = asText(menu.element["type"]);
  const isMany = type === "checkboxes" || type.startsWith("multi_");
  const byId = /(users|channels|conversations)_select$/.exec(type)?.[1];
  if (byId !== undefined) {
    const field = `selected_${isMany ? byId : byId.replace(/s$/, "")}`;
    return { type, [field]: isMany ? picks : (picks[0] ?? null) };
  }
  const picker = /^(date|time)picker$/.exec(type)?.[1];
  if (picker !== undefined) return { type, [`selected_${picker}`]: picks[0] ?? null };
  const options: JsonObject[] = [];
  for (const pick of picks) options.push(await findOption(stage, user, place, { menu, pick }));
  return { type, ...(isMany ? { selected_options: options } : { selected_option: options[0] ?? null }) };
}

/** An option of the menu; for a menu with search, one that was offered, or is when it is looked for. */
async function findOption(
  stage: Stage,
  user: string,
  place: Place,
  { menu, pick }: { readonly menu: Placed; readonly pick: string },
): Promise<JsonObject> {
  const { blockId, element } = menu;
  const actionId = asText(element["action_id"]);
  const isIt = (option: JsonObject) => option["value"] === pick || textIn(option["text"]) === pick;
  const known = stage.state.offered.get(`${user} ${blockId} ${actionId}`)?.find(isIt);
  const searched = asText(element["type"]).endsWith("external_select");
  const asked = { menu: { blockId, actionId }, query: pick };
  const options =
    searched && known === undefined ? await suggest(stage, user, place, asked) : optionsOf(element);
  const found = known ?? options.find(isIt);
  if (found === undefined) throw new Error(`the menu has no option "${pick}"`);
  return found;
}

/** Chooses an option of a menu; in a view the choice is kept, and reported unless it is a form's field. */
export async function choose(
  stage: Stage,
  user: string,
  place: Place,
  { menu, picks }: { readonly menu: Wanted; readonly picks: readonly string[] },
): Promise<Delivery | undefined> {
  const placed = findElement(place, menu);
  const value = await chosen(stage, user, place, { menu: placed, picks });
  const actionId = asText(placed.element["action_id"]);
  if ("view" in place) {
    const { view } = place;
    const block = view.values[placed.blockId];
    view.values = {
      ...view.values,
      [placed.blockId]: { ...(isObject(block) ? block : {}), [actionId]: value },
    };
  }
  if (placed.isInput) return undefined;
  return await stage.eventSender.send(
    blockAction(stage.state, user, place, { ...value, action_id: actionId, block_id: placed.blockId }),
  );
}
