import type { JsonObject } from "../../contract/reply.ts";
import { channelObject, messageObject, personObject } from "../workspace/objects.ts";
import { Refusal } from "../workspace/refusal.ts";
import { type Channel, directMessage, type State } from "../workspace/state.ts";
import { flagOf, type Method, needScope, textOf, visibleChannel } from "./method.ts";

const readScope: Readonly<Record<Channel["kind"], string>> = {
  public: "channels:read",
  private: "groups:read",
  im: "im:read",
};

function open(state: State, args: JsonObject): JsonObject {
  const users = (textOf(args, "users") ?? "").split(",").filter((user) => user !== "");
  const [user] = users;
  if (user === undefined) throw new Refusal("users_list_not_supplied");
  if (users.length > 1) needScope(state, "mpim:write");
  if (user === state.app.user || user === "USLACKBOT") throw new Refusal("cannot_dm_bot");
  if (!state.people.has(user)) throw new Refusal("user_not_found");
  return { channel: { id: directMessage(state, user).id } };
}

function info(state: State, args: JsonObject): JsonObject {
  const channel = visibleChannel(state, textOf(args, "channel") ?? "");
  needScope(state, readScope[channel.kind]);
  return { channel: channelObject(channel, state) };
}

const historyScope: Readonly<Record<Channel["kind"], string>> = {
  public: "channels:history",
  private: "groups:history",
  im: "im:history",
};

/** Messages that stand in a conversation, latest first; those of one thread when `ts` names it, oldest first. */
function history(state: State, args: JsonObject): JsonObject {
  const channel = visibleChannel(state, textOf(args, "channel") ?? "");
  needScope(state, historyScope[channel.kind]);
  if (!channel.members.has(state.app.user)) throw new Refusal("not_in_channel");
  const thread = textOf(args, "ts");
  const oldest = Number(textOf(args, "oldest") ?? 0);
  const shown = state.messages.filter(
    (message) =>
      message.channel === channel.id &&
      message.visibleTo === undefined &&
      Number(message.ts) > oldest &&
      (thread === undefined
        ? message.threadTs === undefined
        : [message.ts, message.threadTs].includes(thread)),
  );
  const withMetadata = flagOf(args, "include_all_metadata");
  const messages = shown.map((message) => ({
    ...messageObject(message, state),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }));
  return page(thread === undefined ? messages.toReversed() : messages, args, "messages");
}

function list(state: State, args: JsonObject): JsonObject {
  const types = (textOf(args, "types") ?? "public_channel").split(",");
  const kinds = new Set(types.map((type) => type.replace(/_channel$/, "")));
  const channels = [...state.channels.values()].filter(
    (channel) =>
      kinds.has(channel.kind) && (channel.kind === "public" || channel.members.has(state.app.user)),
  );
  for (const channel of channels) needScope(state, readScope[channel.kind]);
  return page(
    channels.map((channel) => channelObject(channel, state)),
    args,
    "channels",
  );
}

function members(state: State, args: JsonObject): JsonObject {
  const channel = visibleChannel(state, textOf(args, "channel") ?? "");
  needScope(state, readScope[channel.kind]);
  return page([...channel.members], args, "members");
}

/** One page of a list, with the cursor of the next. */
function page(all: readonly (JsonObject | string)[], args: JsonObject, name: string): JsonObject {
  const start = Number(textOf(args, "cursor") ?? 0);
  const limit = Number(textOf(args, "limit") ?? 100);
  const end = start + limit;
  return {
    [name]: all.slice(start, end),
    response_metadata: { next_cursor: end < all.length ? String(end) : "" },
  };
}

function userInfo(state: State, args: JsonObject): JsonObject {
  const wanted = textOf(args, "user") ?? "";
  if (wanted === state.app.user) return { user: botUser(state) };
  const person = state.people.get(wanted);
  if (person === undefined) throw new Refusal("user_not_found");
  return { user: personObject(person, state, flagOf(args, "include_locale")) };
}

function botUser(state: State): JsonObject {
  const { user, name, botId } = state.app;
  return {
    id: user,
    team_id: state.team.id,
    name,
    real_name: name,
    is_bot: true,
    profile: { bot_id: botId },
  };
}

function userList(state: State, args: JsonObject): JsonObject {
  const people = [...state.people.values()].filter((person) => person.team === state.team.id);
  const objects = people.map((person) => personObject(person, state, flagOf(args, "include_locale")));
  return page([...objects, botUser(state)], args, "members");
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  "conversations.open": { scopes: ["im:write", "mpim:write"], run: open },
  "conversations.info": { required: ["channel"], run: info },
  "conversations.history": { required: ["channel"], run: history },
  "conversations.replies": { required: ["channel", "ts"], run: history },
  "conversations.list": { run: list },
  "conversations.members": { required: ["channel"], run: members },
  "users.info": { scopes: ["users:read"], required: ["user"], run: userInfo },
  "users.list": { scopes: ["users:read"], run: userList },
};
