import type { BlockAction } from "@slack/bolt";
import type { Origin, Request } from "../../contract/delivery.ts";

/** Menus with search on App Home: what is chosen completes the verb, for example `pick:profile`. */
export const homePick = /^pick:([a-z]+)$/u;

/** A request from what was typed; nothing typed asks for help. */
export function requestFrom(key: string, user: string, typed: string, origin: Origin): Request {
  const line = typed.trim();
  return { key, user, line: line === "" ? "help" : line, origin };
}

/**
 * Where something was pressed; undefined for a view, which stands in no conversation. A press in a thread is answered
 * there; on the message that a thread hangs on, in the channel.
 */
export function originOf(body: BlockAction): Origin | undefined {
  const container = body.container as {
    readonly channel_id?: string;
    readonly thread_ts?: string;
  };
  const channel = body.channel?.id ?? container.channel_id;
  if (channel === undefined) return undefined;
  const thread = (body.message?.["thread_ts"] as string | undefined) ?? container.thread_ts;
  const isReply = thread !== undefined && thread !== body.message?.ts;
  const url = body.response_url as string | undefined;
  return {
    channel,
    ...(isReply ? { thread } : {}),
    ...(url === undefined ? {} : { responseUrl: url }),
  };
}
