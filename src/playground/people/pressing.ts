import type { Json, JsonObject } from "../../reply.ts";
import type { Delivery } from "../delivery.ts";
import { asText, isObject, objectsIn } from "../json.ts";
import { blockAction, blockSuggestion, type Place } from "../payloads.ts";
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
export function elementsOf(place: Place): readonly Placed[] {
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

/**
 * The element with this action_id, label or value.
 *
 * @throws {Error} When there is none, with what there is: a test that presses nothing must fail.
 */
export function findElement(place: Place, wanted: string): Placed {
  const all = elementsOf(place);
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

/** Presses a button. */
export function press(stage: Stage, user: string, place: Place, wanted: string): Promise<Delivery> {
  const { blockId, element } = findElement(place, wanted);
  return stage.courier.send(
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
  asked: { readonly menu: string; readonly query: string },
): Promise<readonly JsonObject[]> {
  const { blockId, element } = findElement(place, asked.menu);
  const { acknowledged, answer } = await stage.courier.send(
    blockSuggestion(stage.state, user, place, {
      action_id: element["action_id"] ?? "",
      block_id: blockId,
      value: asked.query,
    }),
  );
  if (!acknowledged || objectToOptions(answer).length > 0) return [];
  return optionsOf(answer as JsonObject);
}

/** The options of a menu, or of a suggestion: its own, and those of its groups. */
export function optionsOf(menu: JsonObject): readonly JsonObject[] {
  return [menu, ...objectsIn(menu["option_groups"])].flatMap((entry) => objectsIn(entry["options"]));
}

/**
 * What a menu holds after a choice: by the text or value of an option, or by id.
 *
 * @throws {Error} When the menu has no such option.
 */
export async function chosen(
  stage: Stage,
  user: string,
  place: Place,
  { menu, option }: { readonly menu: Placed; readonly option: string },
): Promise<JsonObject> {
  const type = asText(menu.element["type"]);
  const byId = /^(users|channels|conversations)_select$/.exec(type)?.[1];
  if (byId !== undefined) return { type, [`selected_${byId.replace(/s$/, "")}`]: option };
  const picker = /^(date|time)picker$/.exec(type)?.[1];
  if (picker !== undefined) return { type, [`selected_${picker}`]: option };
  const asked = { menu: asText(menu.element["action_id"]), query: option };
  const options =
    type === "external_select" ? await suggest(stage, user, place, asked) : optionsOf(menu.element);
  const found = options.find((entry) => entry["value"] === option || textIn(entry["text"]) === option);
  if (found === undefined) throw new Error(`the menu has no option "${option}"`);
  const isMany = type === "checkboxes" || type.startsWith("multi_");
  return { type, ...(isMany ? { selected_options: [found] } : { selected_option: found }) };
}

/** Chooses an option of a menu; in a view the choice is kept, and reported unless it is a form's field. */
export async function choose(
  stage: Stage,
  user: string,
  place: Place,
  { menu, option }: { readonly menu: string; readonly option: string },
): Promise<Delivery | undefined> {
  const placed = findElement(place, menu);
  const value = await chosen(stage, user, place, { menu: placed, option });
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
  return await stage.courier.send(
    blockAction(stage.state, user, place, { ...value, action_id: actionId, block_id: placed.blockId }),
  );
}
