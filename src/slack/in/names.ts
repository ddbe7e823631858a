import type { WebClient } from "@slack/web-api";
import type { Reply } from "../../contract/reply.ts";
import { createCache } from "../client/cache.ts";
import { retrying } from "../client/clients.ts";
import { readFailure } from "../out/failure.ts";

/**
 * Shows people and channels by name where a Reply mentions their ids. As plain text: a real mention would call
 * everybody who has a role each time somebody looks at the roles.
 */
export function createNames(client: WebClient): (reply: Reply) => Promise<Reply> {
  const names = createCache((id: string) => loadName(client, id));
  return async function withNames(reply) {
    const ids = [...new Set(reply.mentions ?? [])];
    if (ids.length === 0) return reply;
    const known = await Promise.all(
      ids.map(async (id) => [id, await names.find(id).catch(unknown)] as const),
    );
    return rename(reply, new Map(known.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]]))));
  };
}

async function loadName(client: WebClient, id: string): Promise<string> {
  if (/^[CG]/u.test(id)) {
    const { channel } = await retrying(() => client.conversations.info({ channel: id }));
    return channel?.name === undefined ? id : `#${channel.name}`;
  }
  const { user } = await retrying(() => client.users.info({ user: id }));
  return user?.profile?.display_name || user?.real_name || user?.name || id;
}

function unknown(thrown: unknown): undefined {
  readFailure(thrown);
}

/** The texts that are read, with names; command lines keep the ids. */
function rename(reply: Reply, names: ReadonlyMap<string, string>): Reply {
  const say = (text: string): string =>
    text.replaceAll(/\b[A-Z][A-Z0-9]{2,20}\b/gu, (id) => names.get(id) ?? id);
  const { table, paragraphs, actions } = reply;
  return {
    ...reply,
    headline: say(reply.headline),
    ...(paragraphs === undefined ? {} : { paragraphs: paragraphs.map(say) }),
    ...(table === undefined ? {} : { table: { ...table, rows: table.rows.map((row) => row.map(say)) } }),
    ...(actions === undefined
      ? {}
      : { actions: actions.map(({ label, ...action }) => ({ ...action, label: say(label) })) }),
  };
}
