import type { Json, JsonObject } from "../../contract/reply.ts";
import { isObject, objectsIn } from "./json.ts";

/** A person of the fake workspace. */
export interface Person {
  /** `U…` */
  readonly id: string;
  /** The handle, without `@`. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  /** A Slack locale, for example `pt-BR`. The page may change it. */
  locale: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly isAdmin: boolean;
  /** The workspace the person belongs to; another one than the state's for a guest of a shared channel. */
  readonly team: string;
}

export interface App {
  readonly id: string;
  readonly botId: string;
  /** The bot's user id. */
  readonly user: string;
  readonly name: string;
}

export interface Channel {
  /** `C…`, or `D…` for a direct message. */
  readonly id: string;
  /** Without `#`; empty for a direct message. */
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly members: Set<string>;
  /** Slack Connect: another organisation reads along. */
  readonly isShared: boolean;
  readonly topic: string;
}

export interface Message {
  /** Slack's time stamp, which is the message's id in its channel. */
  readonly ts: string;
  readonly channel: string;
  /** A person, the bot's user, or `USLACKBOT`. */
  readonly author: string;
  text: string;
  blocks: readonly Json[];
  /** Ids of files. */
  readonly files: readonly string[];
  readonly threadTs: string | undefined;
  /** The only person who sees it, when it is ephemeral. */
  readonly visibleTo: string | undefined;
  /** What the app attached for itself, `{event_type, event_payload}`; people do not see it. */
  readonly metadata: JsonObject | undefined;
  isEdited: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly altText: string | undefined;
  readonly owner: string;
  /** The length that was announced, in bytes. */
  readonly length: number;
  content: Buffer | undefined;
  readonly createdAt: Date;
  readonly shares: { readonly channel: string; readonly ts: string; readonly threadTs: string | undefined }[];
}

export interface View {
  readonly id: string;
  /** The first view of its stack. */
  readonly root: string;
  readonly user: string;
  readonly kind: "modal" | "home";
  /** What the app sent, with the ids that Slack adds. */
  definition: JsonObject;
  hash: string;
  /** What the person has filled in: block_id → action_id → value. */
  values: JsonObject;
  /** Messages under fields, by block_id. */
  errors: Readonly<Record<string, string>>;
}

/** A response_url or a trigger_id: who may use it, for how long, how often. */
export interface Permit {
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed. */
  readonly message: string | undefined;
  readonly threadTs: string | undefined;
  readonly expiresAt: Date;
  usesLeft: number;
}

/** One call of the Web API, as the fake saw and answered it. */
export interface ApiCall {
  readonly method: string;
  readonly args: JsonObject;
  /** The answer, or undefined when none was sent (a fault). */
  readonly answer: JsonObject | undefined;
  readonly at: Date;
}

/** What has changed, so that a page can read it again. */
export type Change =
  | { readonly kind: "channel"; readonly channel: string }
  | { readonly kind: "modal" | "home"; readonly user: string };

/** Everything that the fake Slack knows. It plays Slack, so it lives in memory. */
export interface State {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: App;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  readonly files: Map<string, StoredFile>;
  /** Open modals of each person, the visible one last. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Permit>;
  readonly responseUrls: Map<string, Permit>;
  /** What menus with search offered last, by person, block and action. */
  readonly offered: Map<string, readonly JsonObject[]>;
  readonly calls: ApiCall[];
  /** Where the fake listens, for example `http://127.0.0.1:4000`. */
  address: string;
  readonly scopes: readonly string[];
  /** How long after files.completeUploadExternal the message appears, in ms: Slack shares files later. */
  readonly shareDelay: number;
  now(): Date;
  /** A time stamp later than every former one. */
  nextTs(): string;
  /** A new id, for example `F000012` for the prefix `F`. */
  nextId(prefix: string): string;
  changed(change: Change): void;
}

/** The named channel: by id, `#name` or name. */
export function findChannel(state: State, wanted: string): Channel | undefined {
  const name = wanted.replace(/^#/, "");
  return (
    state.channels.get(wanted) ??
    [...state.channels.values()].find((channel) => channel.name === name && name)
  );
}

/** The direct message between the bot and a person; made when they first talk. */
export function directMessage(state: State, user: string): Channel {
  const pair = [state.app.user, user];
  const known = [...state.channels.values()].find(
    (channel) => channel.kind === "im" && pair.every((member) => channel.members.has(member)),
  );
  if (known !== undefined) return known;
  const id = state.nextId("D");
  const channel = { id, name: "", kind: "im", members: new Set(pair), isShared: false, topic: "" } as const;
  state.channels.set(id, channel);
  return channel;
}

/** Adds a message and says so. */
export function addMessage(
  state: State,
  message: Omit<Message, "ts" | "isEdited" | "files" | "threadTs" | "visibleTo" | "metadata"> &
    Partial<Pick<Message, "files" | "threadTs" | "visibleTo" | "metadata">>,
): Message {
  const added: Message = {
    files: [],
    threadTs: undefined,
    visibleTo: undefined,
    metadata: undefined,
    ...message,
    blocks: withIds(message.blocks, state),
    ts: state.nextTs(),
    isEdited: false,
  };
  state.messages.push(added);
  state.changed({ kind: "channel", channel: added.channel });
  return added;
}

export function findMessage(state: State, channel: string, ts: string): Message | undefined {
  return state.messages.find((message) => message.channel === channel && message.ts === ts);
}

/** Blocks and their elements with the `block_id` and `action_id` that Slack gives where the app gave none. */
export function withIds(blocks: readonly Json[], state: Pick<State, "nextId">): readonly Json[] {
  return blocks.map((block) => {
    if (!isObject(block)) return block;
    return {
      ...block,
      block_id: block["block_id"] ?? state.nextId("b"),
      ...(block["type"] === "actions"
        ? { elements: objectsIn(block["elements"]).map((element) => withActionId(element, state)) }
        : {}),
      ...(isObject(block["accessory"]) ? { accessory: withActionId(block["accessory"], state) } : {}),
      ...(isObject(block["element"]) ? { element: withActionId(block["element"], state) } : {}),
    };
  });
}

function withActionId(element: JsonObject, state: Pick<State, "nextId">): JsonObject {
  if (element["type"] === "image") return element;
  return { ...element, action_id: element["action_id"] ?? state.nextId("a") };
}
