import type { JsonObject } from "../../contract/reply.ts";
import { asText, isObject } from "../workspace/json.ts";
import { textIn } from "../people/pressing.ts";
import type { Viewer } from "./viewer.ts";

/** An element to draw, in its block, for a viewer. */
export interface ElementProps {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly viewer: Viewer;
  /** In a form: the element is a field with a name and reports nothing when it changes. */
  readonly field?: { readonly value: JsonObject };
}

/** What the page's script needs to say which element was used, and what to ask first. */
export function address({ element, blockId }: ElementProps, act: string) {
  const confirm = element["confirm"];
  return {
    "data-act": act,
    "data-block": blockId,
    "data-action": asText(element["action_id"]),
    ...(isObject(confirm) ? { "data-confirm": JSON.stringify(confirmTexts(confirm)) } : {}),
  };
}

function confirmTexts(confirm: JsonObject): Readonly<Record<string, string>> {
  const texts = ["title", "text", "confirm", "deny"].map((name) => [name, textIn(confirm[name])]);
  return { ...Object.fromEntries(texts), style: asText(confirm["style"]) };
}
