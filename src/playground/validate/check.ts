import type { Json } from "../../contract/reply.ts";
import { asText, isList, isObject } from "../workspace/json.ts";

/**
 * A rule for one JSON value: returns what Slack would complain about, in Slack's own form
 * (`must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]`), or nothing.
 */
export type Check = (value: Json, pointer: string) => readonly string[];

/** The fields of an object; a field in `optional` may be absent. Any other field is refused, as Slack does. */
export interface Shape {
  readonly required?: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
}

/** One complaint, in Slack's form. */
export function complaint(words: string, pointer: string): string {
  return `${words} [json-pointer:${pointer}]`;
}

/** A text of `min` to `max` characters (UTF-16 units, as JavaScript counts them). */
export function text(max: number, min = 1): Check {
  return (value, pointer) => {
    if (typeof value !== "string") return [complaint("must be a string", pointer)];
    if (value.length < min) return [complaint(`must be more than ${min - 1} characters`, pointer)];
    if (value.length > max) return [complaint(`must be less than ${max + 1} characters`, pointer)];
    return [];
  };
}

export function flag(value: Json, pointer: string): readonly string[] {
  return typeof value === "boolean" ? [] : [complaint("must be a boolean", pointer)];
}

export function integer(min: number, max: number): Check {
  return (value, pointer) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? []
      : [complaint(`must be an integer between ${min} and ${max}`, pointer)];
}

export function finite(value: Json, pointer: string): readonly string[] {
  return typeof value === "number" ? [] : [complaint("must be a number", pointer)];
}

export function anything(): readonly string[] {
  return [];
}

export function oneOf(...choices: readonly string[]): Check {
  return (value, pointer) =>
    typeof value === "string" && choices.includes(value)
      ? []
      : [complaint(`must be a valid enum value, one of: ${choices.join(", ")}`, pointer)];
}

/** A list of `min` to `max` items, each of which passes `item`. */
export function list(item: Check, max: number, min = 1): Check {
  return (value, pointer) => {
    if (!isList(value)) return [complaint("must be an array", pointer)];
    if (value.length < min) return [complaint(`no less than ${min} items allowed`, pointer)];
    if (value.length > max) return [complaint(`no more than ${max} items allowed`, pointer)];
    return value.flatMap((entry, index) => item(entry, `${pointer}/${index}`));
  };
}

export function object(shape: Shape): Check {
  const { required = {}, optional = {} } = shape;
  return (value, pointer) => {
    if (!isObject(value)) return [complaint("must provide an object", pointer)];
    const missing = Object.keys(required)
      .filter((name) => value[name] === undefined)
      .map((name) => complaint(`missing required field: ${name}`, pointer));
    const wrong = Object.entries(value).flatMap(([name, field]) => {
      const check = required[name] ?? optional[name];
      if (check === undefined) return [complaint(`invalid additional property: ${name}`, pointer)];
      return check(field, `${pointer}/${name}`);
    });
    return [...missing, ...wrong];
  };
}

/** An object whose `type` chooses its rule; a type outside the table is refused. */
export function byType(table: Readonly<Record<string, Check>>): Check {
  return (value, pointer) => {
    if (!isObject(value)) return [complaint("must provide an object", pointer)];
    const type = value["type"];
    const check = typeof type === "string" && Object.hasOwn(table, type) ? table[type] : undefined;
    if (check === undefined) return [complaint(`unsupported type: ${asText(type)}`, `${pointer}/type`)];
    return check(value, pointer);
  };
}

/** Both rules, in order. */
export function both(first: Check, second: Check): Check {
  return (value, pointer) => [...first(value, pointer), ...second(value, pointer)];
}
