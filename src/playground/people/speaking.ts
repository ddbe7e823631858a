import type { EventSender } from "../workspace/event-sender.ts";
import type { Delivery } from "../workspace/delivery.ts";
import { asText } from "../workspace/json.ts";
import { readContent } from "../methods/chat.ts";
import { shareFiles } from "../methods/files.ts";
import { fileObject, messageObject, personObject, viewObject } from "../workspace/objects.ts";
import { event, globalShortcut, messageShortcut, slashCommand } from "../workspace/payloads.ts";
import { Refusal } from "../workspace/refusal.ts";
import { respond } from "../workspace/response-url.ts";
import { addMessage, type Channel, directMessage, type Message, type State } from "../workspace/state.ts";

/** What people's commands need: what Slack knows, and the way to the app. */
export interface Stage {
  readonly state: State;
  readonly eventSender: EventSender;
  /** The events that the app subscribed to, for example `message.im`. */
  readonly events: readonly string[];
}

/** Who speaks where. */
export interface Speaker {
  readonly user: string;
  readonly channel: Channel;
  /** The first message of the thread that is answered. */
  readonly threadTs?: string;
}

/** A person posts a message; the app hears of it when it is mentioned or in its direct message. */
export async function say(
  stage: Stage,
  { user, channel, threadTs }: Speaker,
  words: string,
): Promise<Message> {
  const { state } = stage;
  const message = addMessage(state, {
    channel: channel.id,
    author: user,
    text: markUp(words, state),
    blocks: [],
    threadTs,
  });
  await tell(stage, channel, message);
  return message;
}

/** As Slack stores what was typed: entities escaped, the bot's handle and e-mail addresses as links. */
function markUp(words: string, state: State): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(new RegExp(`@${state.app.name}\\b`, "gi"), `<@${state.app.user}>`)
    .replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, (address) => `<mailto:${address}|${address}>`);
}

async function tell(
  { state, eventSender, events }: Stage,
  channel: Channel,
  message: Message,
): Promise<void> {
  const isToBot = channel.kind === "im" && channel.members.has(state.app.user);
  const isMention = message.text.includes(`<@${state.app.user}>`) && channel.members.has(state.app.user);
  const common = { ...messageObject(message, state), channel: channel.id, event_ts: message.ts };
  const subtype = message.files.length > 0 ? { subtype: "file_share" } : {};
  if (isToBot && events.includes("message.im"))
    await eventSender.send(event(state, { ...common, ...subtype, channel_type: "im" }));
  else if (isMention && !isToBot && events.includes("app_mention"))
    await eventSender.send(event(state, { ...common, type: "app_mention" }));
}

/** A file that a person drops into a conversation. */
export interface Attachment {
  readonly name: string;
  readonly content: Buffer | string;
  /** The message that goes with it. */
  readonly comment?: string;
}

/** A person shares a file. */
export async function upload(stage: Stage, speaker: Speaker, attachment: Attachment): Promise<Message> {
  const { state, eventSender, events } = stage;
  const content = Buffer.from(attachment.content);
  const id = state.nextId("F");
  const file = {
    id,
    name: attachment.name,
    title: attachment.name,
    altText: undefined,
    owner: speaker.user,
    length: content.length,
    content,
    createdAt: state.now(),
    shares: [],
  };
  state.files.set(id, file);
  const place = { channel: speaker.channel.id, threadTs: speaker.threadTs };
  const message = shareFiles(state, [file], { ...place, comment: markUp(attachment.comment ?? "", state) });
  await tell(stage, speaker.channel, message);
  if (events.includes("file_shared") && speaker.channel.members.has(state.app.user))
    await eventSender.send(
      event(state, {
        type: "file_shared",
        file_id: id,
        user_id: speaker.user,
        file: fileObject(file, state),
      }),
    );
  return message;
}

/**
 * A person types a slash command. It works wherever they are, also where the bot is not.
 *
 * @param line With the command, for example `/segment profile 2`.
 * @throws {Error} In a thread: Slack knows no slash commands there.
 */
export async function slash(
  { state, eventSender }: Stage,
  speaker: Speaker,
  line: string,
): Promise<Delivery> {
  if (speaker.threadTs !== undefined) throw new Error("slash commands do not work in threads");
  const [command = "", ...words] = line.trim().split(" ");
  const { user, channel } = speaker;
  const envelope = slashCommand(state, { user, channel, command, text: words.join(" ") });
  const delivery = await eventSender.send(envelope);
  const failure = delivery.acknowledged ? showAnswer(state, delivery) : failureOf(delivery);
  if (failure !== undefined)
    addMessage(state, {
      channel: channel.id,
      author: "USLACKBOT",
      text: `${command} failed with the error "${failure}"`,
      blocks: [],
      visibleTo: user,
    });
  return delivery;
}

/** What Slack calls a command that the app did not take. */
function failureOf({ status }: Delivery): string {
  return status === undefined ? "operation_timeout" : "dispatch_failed";
}

/** The acknowledgement of a command may carry its answer. */
function showAnswer(state: State, { answer, envelope }: Delivery): string | undefined {
  const content = typeof answer === "string" ? { text: answer } : answer;
  if (content === null || typeof content !== "object" || Array.isArray(content)) return undefined;
  if (!("text" in content) && !("blocks" in content)) return undefined;
  const permit = state.responseUrls.get(asText(envelope.payload["response_url"]).split("/").at(-1) ?? "");
  if (content["text"] === "" || permit === undefined) return undefined;
  try {
    respond(state, permit, readContent(content), content);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** A person chooses the app's shortcut, in a message's menu or without one. */
export function useShortcut(
  { state, eventSender }: Stage,
  user: string,
  callbackId: string,
  message: Message | undefined,
): Promise<Delivery> {
  return eventSender.send(
    message === undefined
      ? globalShortcut(state, user, callbackId)
      : messageShortcut(state, user, callbackId, message),
  );
}

/** A person changes the language of their Slack; an app that asked for it hears of it. */
export async function changeLocale({ state, eventSender, events }: Stage, user: string, locale: string) {
  const person = state.people.get(user);
  if (person === undefined) return;
  person.locale = locale;
  if (events.includes("user_change"))
    await eventSender.send(event(state, { type: "user_change", user: personObject(person, state, true) }));
}

/** A person opens the app's Home (or Messages) tab. */
export async function openHome(
  { state, eventSender, events }: Stage,
  user: string,
  tab: "home" | "messages",
): Promise<void> {
  if (!events.includes("app_home_opened")) return;
  const view = state.homes.get(user);
  const channel = directMessage(state, user).id;
  await eventSender.send(
    event(state, {
      type: "app_home_opened",
      user,
      channel,
      tab,
      ...(view === undefined || tab === "messages" ? {} : { view: viewObject(view, state) }),
    }),
  );
}
