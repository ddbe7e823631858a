import type { JsonObject } from "../../contract/reply.ts";
import { type Content, erase, readContent, rewrite } from "../methods/chat.ts";
import { flagOf } from "../methods/method.ts";
import { Refusal } from "./refusal.ts";
import { addMessage, findMessage, type Permit, type State } from "./state.ts";

/** Answers a post to a response_url: five times, for half an hour, whether or not the bot is in the channel. */
export function answerResponseUrl(
  state: State,
  permit: Permit | undefined,
  args: JsonObject,
): { readonly status: number; readonly body: JsonObject } {
  if (permit === undefined || state.now() > permit.expiresAt)
    return { status: 404, body: { ok: false, error: "expired_url" } };
  if (permit.usesLeft === 0) return { status: 404, body: { ok: false, error: "used_url" } };
  try {
    apply(state, permit, args);
  } catch (error) {
    if (error instanceof Refusal) return { status: 400, body: { ok: false, error: error.code } };
    throw error;
  }
  permit.usesLeft -= 1;
  return { status: 200, body: { ok: true } };
}

function apply(state: State, permit: Permit, args: JsonObject): void {
  const original =
    permit.message === undefined ? undefined : findMessage(state, permit.channel, permit.message);
  if (flagOf(args, "delete_original")) {
    if (original !== undefined) erase(state, original);
    return;
  }
  const content = readContent(args);
  if (flagOf(args, "replace_original") && original !== undefined) rewrite(state, original, content);
  else respond(state, permit, content, args);
}

/** Posts an answer: for the person alone, unless `response_type` is `in_channel`. */
export function respond(state: State, permit: Permit, content: Content, args: JsonObject): void {
  addMessage(state, {
    channel: permit.channel,
    author: state.app.user,
    ...content,
    threadTs: typeof args["thread_ts"] === "string" ? args["thread_ts"] : permit.threadTs,
    visibleTo: args["response_type"] === "in_channel" ? undefined : permit.user,
  });
}
