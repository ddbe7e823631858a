import type { Json, JsonObject } from "../../contract/reply.ts";

/** Reading JSON that came over a wire: nothing about it is known before it is looked at. */

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * A text, or a number or flag as one; `""` for anything else.
 *
 * @example
 * asText(7); // => "7"
 */
export function asText(value: Json | undefined): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The objects of a list; none when it is no list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter((entry) => isObject(entry)) : [];
}
