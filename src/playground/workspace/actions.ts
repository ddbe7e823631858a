import { at } from "../../lib/at.ts";
import type { JsonObject } from "../../contract/reply.ts";
import type { Delivery } from "./delivery.ts";
import { channelNamed, personNamed } from "./lookup.ts";
import type { Place } from "./payloads.ts";
import { closeModal, type Filled, openModal, type Submission, submit } from "../people/forms.ts";
import { choose, press, suggest, type Wanted } from "../people/pressing.ts";
import {
  type Attachment,
  changeLocale,
  openHome,
  type Speaker,
  type Stage,
  say,
  slash,
  upload,
  useShortcut,
} from "../people/speaking.ts";
import { createQueries, type SeenMessage } from "./queries.ts";
import { findMessage, type Message, type State } from "./state.ts";

/** Where somebody presses: a message, the modal on top, or the App Home. */
export type Spot = Pick<SeenMessage, "channel" | "ts"> | "modal" | "home";

/** What people do. Each is done when the app has acknowledged it, or failed to within 3 s. */
export interface Actions {
  /** `channel` is a name, an id, or `dm`. */
  say(
    user: string,
    channel: string,
    words: string,
    options?: { readonly thread?: string },
  ): Promise<SeenMessage>;
  /** Shares a file, as by dropping it into a conversation. */
  upload(user: string, channel: string, file: Attachment): Promise<SeenMessage>;
  /** With the command: `/segment profile 2`. */
  slash(user: string, channel: string, line: string): Promise<Delivery>;
  /** The app's shortcut in a message's menu, or the global one. */
  shortcut(
    user: string,
    callbackId: string,
    message?: Pick<SeenMessage, "channel" | "ts">,
  ): Promise<Delivery>;
  openHome(user: string, tab?: "home" | "messages"): Promise<void>;
  /** A button by its label, action_id or value. */
  press(user: string, spot: Spot, button: Wanted): Promise<Delivery>;
  /** Options of a menu, by text or value; undefined when the app does not hear of it (a form's field). */
  choose(
    user: string,
    spot: Spot,
    menu: Wanted,
    options: string | readonly string[],
  ): Promise<Delivery | undefined>;
  /** What a menu with search offers. */
  suggest(user: string, spot: Spot, menu: Wanted, query: string): Promise<readonly JsonObject[]>;
  /** Fills in the modal on top and submits it. */
  submit(user: string, filled: Filled): Promise<Submission>;
  closeModal(user: string): Promise<Delivery | undefined>;
  /** The person's Slack language, for example `pt-BR`; the app hears of it as `user_change`. */
  setLocale(user: string, locale: string): Promise<void>;
}

export function createActions(stage: Stage): Actions {
  const { state } = stage;
  const userId = (name: string) => personNamed(state, name).id;
  return {
    async say(user, channel, words, { thread } = {}) {
      const speaker = speakerIn(state, user, channel);
      const inThread = thread === undefined ? speaker : { ...speaker, threadTs: thread };
      return sight(stage, speaker, await say(stage, inThread, words));
    },
    async upload(user, channel, file) {
      const speaker = speakerIn(state, user, channel);
      return sight(stage, speaker, await upload(stage, speaker, file));
    },
    slash: (user, channel, line) => slash(stage, speakerIn(state, user, channel), line),
    shortcut: (user, callbackId, message) =>
      useShortcut(stage, userId(user), callbackId, message && messageAt(state, message)),
    openHome: (user, tab = "home") => openHome(stage, userId(user), tab),
    press: (user, spot, button) => press(stage, userId(user), placeOf(state, userId(user), spot), button),
    choose: (user, spot, menu, options) =>
      choose(stage, userId(user), placeOf(state, userId(user), spot), { menu, picks: [options].flat() }),
    suggest: (user, spot, menu, query) =>
      suggest(stage, userId(user), placeOf(state, userId(user), spot), { menu, query }),
    submit: (user, filled) => submit(stage, userId(user), filled),
    closeModal: (user) => closeModal(stage, userId(user)),
    setLocale: (user, locale) => changeLocale(stage, userId(user), locale),
  };
}

function speakerIn(state: State, user: string, channel: string): Speaker {
  const person = personNamed(state, user);
  return { user: person.id, channel: channelNamed(state, channel, person.id) };
}

function sight({ state, eventSender }: Stage, { user, channel }: Speaker, message: Message): SeenMessage {
  const all = createQueries(state, eventSender).messages(channel.id, user);
  return at(
    all.filter((seen) => seen.ts === message.ts),
    0,
  );
}

function messageAt(state: State, { channel, ts }: Pick<SeenMessage, "channel" | "ts">): Message {
  const message = findMessage(state, channel, ts);
  if (message === undefined) throw new Error(`there is no message ${ts} in ${channel}`);
  return message;
}

function placeOf(state: State, user: string, spot: Spot): Place {
  if (spot !== "modal" && spot !== "home") return { message: messageAt(state, spot) };
  const view = spot === "modal" ? openModal(state, user) : state.homes.get(user);
  if (view === undefined) throw new Error(`no ${spot} is open`);
  return { view };
}
