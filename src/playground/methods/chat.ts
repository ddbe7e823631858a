import type { Json, JsonObject } from "../../contract/reply.ts";
import { asText, isObject } from "../workspace/json.ts";
import { messageObject } from "../workspace/objects.ts";
import { Refusal, refuseIf } from "../workspace/refusal.ts";
import {
  addMessage,
  type Channel,
  directMessage,
  findMessage,
  type Message,
  type State,
  withIds,
} from "../workspace/state.ts";
import { complaint } from "../validate/check.ts";
import { objectToBlocks } from "../validate/validate.ts";
import { channelToWrite, jsonOf, type Method, textOf } from "./method.ts";

/** A longer text is cut when it is posted. */
const longestText = 40_000;
/** A longer text is refused when a message is updated. */
const longestUpdate = 4000;

/** What a message says: its text and its blocks, checked as Slack checks them. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Json[];
}

/**
 * Reads and checks `text` and `blocks`.
 *
 * @throws {Refusal} `no_text`, `invalid_blocks`, `invalid_blocks_format` or `msg_blocks_too_long`.
 */
export function readContent(args: JsonObject): Content {
  const blocks = jsonOf(args, "blocks", "invalid_blocks_format") ?? [];
  refuseIf(objectToBlocks(blocks));
  const text = textOf(args, "text") ?? "";
  const list = Array.isArray(blocks) ? (blocks as readonly Json[]) : [];
  if (text === "" && list.length === 0) throw new Refusal("no_text");
  return { text: text.slice(0, longestText), blocks: list };
}

function target(state: State, args: JsonObject): Channel {
  const wanted = textOf(args, "channel") ?? "";
  return state.people.has(wanted) ? directMessage(state, wanted) : channelToWrite(state, wanted);
}

/** A picture that stands for a file must be one that was shared: otherwise nobody but the bot could see it. */
function refuseHiddenFiles(blocks: readonly Json[], state: State): void {
  for (const [index, block] of blocks.entries()) {
    const file = isObject(block) && block["type"] === "image" ? block["slack_file"] : undefined;
    const isShared = isObject(file) && (state.files.get(asText(file["id"]))?.shares.length ?? 0) > 0;
    if (file === undefined || isShared) continue;
    throw new Refusal("invalid_blocks", [complaint("invalid slack file", `/blocks/${index}/slack_file`)]);
  }
}

function postMessage(state: State, args: JsonObject): JsonObject {
  const channel = target(state, args);
  const metadata = jsonOf(args, "metadata", "invalid_metadata_format");
  const message = addMessage(state, {
    channel: channel.id,
    author: state.app.user,
    ...readContent(args),
    threadTs: textOf(args, "thread_ts"),
    metadata: isObject(metadata) ? metadata : undefined,
  });
  return { channel: channel.id, ts: message.ts, message: messageObject(message, state) };
}

function postEphemeral(state: State, args: JsonObject): JsonObject {
  const channel = channelToWrite(state, textOf(args, "channel") ?? "");
  const user = textOf(args, "user") ?? "";
  if (!channel.members.has(user)) throw new Refusal("user_not_in_channel");
  const message = addMessage(state, {
    channel: channel.id,
    author: state.app.user,
    ...readContent(args),
    threadTs: textOf(args, "thread_ts"),
    visibleTo: user,
  });
  return { message_ts: message.ts };
}

/** The bot's own message, as `chat.update` and `chat.delete` want it; ephemeral ones do not exist for them. */
function ownMessage(state: State, args: JsonObject, refusal: string): Message {
  const channel = channelToWrite(state, textOf(args, "channel") ?? "");
  const message = findMessage(state, channel.id, textOf(args, "ts") ?? "");
  if (message === undefined || message.visibleTo !== undefined) throw new Refusal("message_not_found");
  if (message.author !== state.app.user) throw new Refusal(refusal);
  return message;
}

function update(state: State, args: JsonObject): JsonObject {
  const message = ownMessage(state, args, "cant_update_message");
  const content = readContent(args);
  refuseHiddenFiles(content.blocks, state);
  if (content.text.length > longestUpdate) throw new Refusal("msg_too_long");
  rewrite(state, message, content);
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: messageObject(message, state),
  };
}

/** Replaces what a message says. With a text alone its blocks are gone, as in Slack. */
export function rewrite(state: State, message: Message, content: Content): void {
  message.text = content.text;
  message.blocks = withIds(content.blocks, state);
  message.isEdited = true;
  state.changed({ kind: "channel", channel: message.channel });
}

function remove(state: State, args: JsonObject): JsonObject {
  const message = ownMessage(state, args, "cant_delete_message");
  erase(state, message);
  return { channel: message.channel, ts: message.ts };
}

/** Takes a message away. */
export function erase(state: State, message: Message): void {
  state.messages.splice(state.messages.indexOf(message), 1);
  state.changed({ kind: "channel", channel: message.channel });
}

export const chatMethods: Readonly<Record<string, Method>> = {
  "chat.postMessage": { scopes: ["chat:write"], required: ["channel"], run: postMessage },
  "chat.postEphemeral": { scopes: ["chat:write"], required: ["channel", "user"], run: postEphemeral },
  "chat.update": { scopes: ["chat:write"], required: ["channel", "ts"], run: update },
  "chat.delete": { scopes: ["chat:write"], required: ["channel", "ts"], run: remove },
};
