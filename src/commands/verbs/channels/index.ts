import { clearSetting, loadScopes, saveSetting } from "../../../db/team/settings.ts";
import { UserError } from "../../../contract/errors.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { isChannel, takeMention } from "../../grammar/mention-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { about, says } from "./words.ts";

/** What is to happen to a channel. */
interface Change {
  readonly channel: string;
  readonly isClosed: boolean;
}

export const channels = defineCommand({
  name: "channels",
  role: "admin",
  privacy: "totals",
  writes: false,
  about,
  read: readChange,
  otherLines: [
    { usage: "channels close|open <#channel>", is: (change) => change !== undefined, writes: true },
  ],

  async answer(change, context) {
    if (change === undefined) return closedReply(context);
    const { db, locale } = context;
    if (!isChannel(change.channel))
      throw new UserError(says[locale].noChannel(change.channel), { hint: "channels" });
    const scope = `channel:${change.channel}` as const;
    if (change.isClosed) await saveSetting(db, scope, { name: "lists", value: "closed" });
    else await clearSetting(db, scope, "lists");
    const words = says[locale];
    return {
      headline: change.isClosed ? words.closed(change.channel) : words.opened(change.channel),
      actions: [
        change.isClosed
          ? { label: words.open, line: `channels open ${change.channel}` }
          : { label: words.close, line: `channels close ${change.channel}` },
      ],
      mentions: [change.channel],
      data: { channel: change.channel, closed: change.isClosed },
    };
  },
});

function readChange(words: Words): Change | undefined {
  if (words.left() === 0) return undefined;
  const isClosed = words.takeKeyword("close");
  if (!isClosed && !words.takeKeyword("open")) return undefined; // the word that is left over is named
  if (words.left() === 0) throw words.missing(says[words.locale].whichChannel);
  return { channel: takeMention(words, "channel"), isClosed };
}

async function closedReply({ db, locale, format }: CommandContext): Promise<ReplyBody> {
  const words = says[locale];
  const scopes = await loadScopes(db, "lists", "closed");
  const closed = scopes.map((scope) => scope.replace(/^channel:/u, ""));
  return {
    headline: closed.length === 0 ? words.noneClosed : words.areClosed(format.list(closed)),
    paragraphs: [words.meaning],
    actions: closed
      .slice(0, 4)
      .map((channel) => ({ label: words.openIt(channel), line: `channels open ${channel}` })),
    mentions: closed,
    data: { closed },
  };
}
