import type { WebClient } from "@slack/web-api";
import type { Place } from "../../contract/privacy.ts";
import { createCache } from "../client/cache.ts";
import { retrying } from "../client/clients.ts";
import type { Edge } from "../edge.ts";
import { readFailure } from "../out/failure.ts";

/**
 * What kind of place a conversation is, for the privacy decision. A channel that Slack tells nothing about (a private
 * one, without `groups:read`) counts as shared with another company: a doubt is decided for privacy.
 */
export function createPlaces(
  client: WebClient,
  edge: Pick<Edge, "isClosed">,
): (channel: string) => Promise<Place> {
  const isShared = createCache((channel: string) => loadIsShared(client, channel));
  return async function findPlace(channel) {
    if (channel.startsWith("D")) return "direct";
    if (await isShared.find(channel).catch(unknown)) return "shared";
    return (await edge.isClosed(channel)) ? "closed" : "channel";
  };
}

async function loadIsShared(client: WebClient, channel: string): Promise<boolean> {
  const { channel: known } = await retrying(() => client.conversations.info({ channel }));
  const signs = [known?.is_ext_shared, known?.is_shared, known?.is_pending_ext_shared];
  return known === undefined || signs.includes(true);
}

function unknown(thrown: unknown): boolean {
  readFailure(thrown);
  return true;
}
