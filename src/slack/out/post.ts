import type { KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { OpenDelivery, Posted } from "../../contract/delivery.ts";
import { retrying } from "../client/clients.ts";
import { isAboutBlocks, readFailure } from "./failure.ts";
import { limits } from "../render/limits.ts";
import { type Message, renderReply } from "../render/reply.ts";

/** The event type of the metadata that carries the delivery id. */
const metadataType = "segmenta_delivery";

/**
 * Posts an answer where its `kind` says. A message that Slack finds fault with is tried again with less: without the
 * table, then as text alone, built from the Reply.
 *
 * @returns The message; undefined for an ephemeral one, which nobody can find again.
 * @throws What the client throws. After a failure other than a refusal the message may stand.
 */
export async function post(delivery: OpenDelivery, client: WebClient): Promise<Posted | undefined> {
  const [full, ...simpler] = versions(delivery);
  let thrown: unknown;
  for (const message of full === undefined ? [] : [full, ...simpler]) {
    try {
      return await send(delivery, message, client);
    } catch (error) {
      thrown = error;
      if (!isAboutBlocks(readFailure(error))) throw error;
    }
  }
  throw thrown;
}

/** The message, and what is tried when Slack refuses it. */
export function versions({ reply, line }: Pick<OpenDelivery, "reply" | "line">): readonly Message[] {
  const full = renderReply(reply, line);
  const { table, ...plainer } = reply;
  const withoutTable =
    table === undefined ? [] : [{ text: full.text, blocks: renderReply(plainer, line).blocks }];
  return [full, ...withoutTable, { text: full.text, blocks: [] }];
}

async function send(
  delivery: OpenDelivery,
  message: Message,
  client: WebClient,
): Promise<Posted | undefined> {
  if (delivery.kind === "ephemeral") return whisper(delivery, message, client);
  const { origin } = delivery;
  const channel = delivery.kind === "direct" ? await openDirect(client, delivery.actor.user) : origin.channel;
  const thread = delivery.kind === "direct" ? undefined : origin.thread;
  const { ts } = await client.chat.postMessage({
    channel,
    text: message.text,
    blocks: [...message.blocks],
    ...(thread === undefined ? {} : { thread_ts: thread }),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: metadataType, event_payload: { id: delivery.id } },
  });
  if (ts === undefined) throw new TypeError("a posted message has no ts");
  return { channel, ts };
}

/** For the actor's eyes: by the response_url, which works where the bot is no member, else as the bot. */
async function whisper(delivery: OpenDelivery, message: Message, client: WebClient): Promise<undefined> {
  const { origin, actor } = delivery;
  if (origin.responseUrl !== undefined && (await respond(origin.responseUrl, message, origin.thread))) return;
  await client.chat.postEphemeral({
    channel: origin.channel,
    user: actor.user,
    text: message.text,
    blocks: [...message.blocks],
    ...(origin.thread === undefined ? {} : { thread_ts: origin.thread }),
  });
}

/** Says something by a response_url. @returns Whether it was taken: it may be used five times in half an hour. */
export async function respond(
  url: string,
  message: { readonly text: string; readonly blocks?: readonly KnownBlock[] },
  thread?: string,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        response_type: "ephemeral",
        replace_original: false,
        ...message,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      }),
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}

export async function openDirect(client: WebClient, user: string): Promise<string> {
  const { channel } = await retrying(() => client.conversations.open({ users: user }));
  if (channel?.id === undefined) throw new TypeError("an opened conversation has no id");
  return channel.id;
}

/** What a message says now. Text and blocks always go together: with a text alone the blocks are deleted. */
export async function rewrite(
  { channel, ts }: Posted,
  candidates: readonly Message[],
  client: WebClient,
): Promise<void> {
  let thrown: unknown;
  for (const { text, blocks } of candidates) {
    try {
      await retrying(() => client.chat.update({ channel, ts, text: cut(text), blocks: [...blocks] }));
      return;
    } catch (error) {
      thrown = error;
      if (!isAboutBlocks(readFailure(error))) throw error;
    }
  }
  throw thrown;
}

function cut(text: string): string {
  return text.slice(0, limits.messageText);
}

/**
 * Looks for a message whose posting was cut short, by the delivery id in its metadata.
 *
 * @returns The message; undefined when it is not there; `unknown` where the bot may not read what was said (it asks for
 *   no channel history).
 */
export async function findPosted(
  delivery: OpenDelivery,
  client: WebClient,
): Promise<Posted | undefined | "unknown"> {
  try {
    const channel =
      delivery.kind === "direct" ? await openDirect(client, delivery.actor.user) : delivery.origin.channel;
    const thread = delivery.kind === "direct" ? undefined : delivery.origin.thread;
    const since = String(delivery.createdAt.getTime() / 1_000 - 60);
    const place = { channel, oldest: since, include_all_metadata: true, limit: 200 };
    const { messages } = await retrying(() =>
      thread === undefined
        ? client.conversations.history(place)
        : client.conversations.replies({ ...place, ts: thread }),
    );
    const found = messages?.find(({ metadata }) => isOurs(metadata, delivery.id));
    return found?.ts === undefined ? undefined : { channel, ts: found.ts };
  } catch (thrown) {
    return readFailure(thrown).kind === "refused" ? "unknown" : Promise.reject(thrown);
  }
}

function isOurs(metadata: unknown, id: string): boolean {
  if (typeof metadata !== "object" || metadata === null) return false;
  const { event_type: type, event_payload: payload } = metadata as {
    readonly event_type?: unknown;
    readonly event_payload?: { readonly id?: unknown };
  };
  return type === metadataType && payload?.id === id;
}
