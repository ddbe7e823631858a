import type { Json, JsonObject } from "../../contract/reply.ts";
import { Refusal } from "../workspace/refusal.ts";
import { type Channel, findChannel, type State } from "../workspace/state.ts";

/** One method of the Web API. */
export interface Method {
  /** Any one of these scopes suffices; none for a method that every token may call. */
  readonly scopes?: readonly string[];
  /** Which token it wants; the bot's unless said. */
  readonly token?: "bot" | "app";
  /** Arguments that must be there. */
  readonly required?: readonly string[];
  /** @throws {Refusal} With Slack's error code. */
  run(state: State, args: JsonObject): JsonObject;
}

/** A text argument; undefined when it is absent or empty. */
export function textOf(args: JsonObject, name: string): string | undefined {
  const value = args[name];
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Whether a flag is set; form encoding writes it as a text. */
export function flagOf(args: JsonObject, name: string): boolean {
  return args[name] === true || args[name] === "true" || args[name] === "1";
}

/**
 * An argument that form encoding writes as JSON text.
 *
 * @throws {Refusal} With `error` when the text is not JSON.
 */
export function jsonOf(args: JsonObject, name: string, error: string): Json | undefined {
  const value = args[name];
  if (typeof value !== "string") return value;
  if (value === "") return undefined;
  try {
    return JSON.parse(value) as Json;
  } catch {
    throw new Refusal(error);
  }
}

/**
 * The channel that the bot may write to.
 *
 * @throws {Refusal} `channel_not_found` for one it cannot see, `not_in_channel` for a public one it has not joined.
 */
export function channelToWrite(state: State, wanted: string): Channel {
  const channel = visibleChannel(state, wanted);
  if (!channel.members.has(state.app.user)) throw new Refusal("not_in_channel");
  return channel;
}

/** The channel that the bot can see: public ones, and those it is a member of. */
export function visibleChannel(state: State, wanted: string): Channel {
  const channel = findChannel(state, wanted);
  const isHidden = channel?.kind !== "public" && channel?.members.has(state.app.user) !== true;
  if (channel === undefined || isHidden) throw new Refusal("channel_not_found");
  return channel;
}

/** @throws {Refusal} `missing_scope` unless the token has one of the scopes. */
export function needScope(state: State, ...scopes: readonly string[]): void {
  if (scopes.length > 0 && !scopes.some((scope) => state.scopes.includes(scope)))
    throw new Refusal("missing_scope", [`needed: ${scopes.join(",")}`]);
}
