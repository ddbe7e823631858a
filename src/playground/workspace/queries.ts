import type { Json } from "../../contract/reply.ts";
import type { EventSender } from "./event-sender.ts";
import type { Delivery } from "./delivery.ts";
import { channelNamed, personNamed } from "./lookup.ts";
import { openModal } from "../people/forms.ts";
import type { ApiCall, Message, State, StoredFile, View } from "./state.ts";

/** A message as somebody sees it. */
export interface SeenMessage {
  readonly ts: string;
  /** The channel's id. */
  readonly channel: string;
  /** A handle: `mary`, `segmenta`, or `slackbot`. */
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly files: readonly StoredFile[];
  /** The first message of its thread, when it is a reply in one. */
  readonly threadTs: string | undefined;
  /** "Only visible to you". */
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
}

/** What can be seen of a workspace. */
export interface Queries {
  /** What a person sees in a channel, oldest first: messages, thread replies, and their own ephemeral ones. */
  messages(channel: string, asSeenBy: string): readonly SeenMessage[];
  /** The modal on top. */
  modal(user: string): View | undefined;
  home(user: string): View | undefined;
  /** Every call of the Web API so far, in order; responses to a response_url as method `response_url`. */
  readonly calls: readonly ApiCall[];
  /** Everything that was sent to the app, in the order of its acknowledgement. */
  readonly deliveries: readonly Delivery[];
  /**
   * Waits until something is there: `find` is asked until it gives neither undefined nor false.
   *
   * @param milliseconds after which it throws; a minute unless said, since a slow machine is no defect.
   */
  until<T>(find: () => T | undefined | false, milliseconds?: number): Promise<T>;
}

export function createQueries(state: State, eventSender: EventSender): Queries {
  return {
    calls: state.calls,
    deliveries: eventSender.deliveries,
    messages(channel, asSeenBy) {
      const person = personNamed(state, asSeenBy);
      const { id, members } = channelNamed(state, channel, person.id);
      if (!members.has(person.id)) return visibleMessages(state, id, person.id).filter((m) => m.isEphemeral);
      return visibleMessages(state, id, person.id);
    },
    modal: (user) => openModal(state, personNamed(state, user).id),
    home: (user) => state.homes.get(personNamed(state, user).id),
    until,
  };
}

function visibleMessages(state: State, channel: string, user: string): readonly SeenMessage[] {
  return state.messages
    .filter((message) => message.channel === channel)
    .filter((message) => message.visibleTo === undefined || message.visibleTo === user)
    .map((message) => seen(state, message));
}

function seen(state: State, message: Message): SeenMessage {
  const { ts, channel, text, blocks, threadTs, isEdited } = message;
  return {
    ts,
    channel,
    author: authorName(state, message.author),
    text,
    blocks,
    files: message.files.flatMap((id) => state.files.get(id) ?? []),
    threadTs,
    isEphemeral: message.visibleTo !== undefined,
    isEdited,
  };
}

function authorName(state: State, author: string): string {
  if (author === state.app.user) return state.app.name;
  return state.people.get(author)?.name ?? "slackbot";
}

async function until<T>(find: () => T | undefined | false, milliseconds = 60_000): Promise<T> {
  const deadline = performance.now() + milliseconds;
  while (performance.now() < deadline) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`nothing was there after ${milliseconds} ms: ${String(find)}`);
}
