import type { Origin } from "../../contract/delivery.ts";
import type { Bot } from "../bot.ts";
import { requestFrom } from "./requests.ts";
import { errorCode } from "../client/log.ts";
import { isSlackAddress } from "../client/slack-hosts.ts";
import { says } from "../render/words.ts";

/** A file as an event tells of it. */
interface SentFile {
  readonly id: string;
  readonly name?: string | null;
  readonly size?: number;
  readonly url_private_download?: string;
}

export interface SentFiles {
  readonly key: string;
  readonly user: string;
  readonly origin: Origin;
  readonly files: readonly SentFile[];
}

const largestBytes = 100 * 1024 * 1024;
const downloadMs = 120_000;

/** Files sent to the bot: each is kept in the base, where any worker can read it, and then imported by a command line. */
export async function receiveFiles(bot: Bot, { key, user, origin, files }: SentFiles): Promise<void> {
  for (const file of files) {
    const request = requestFrom(`${key}:${file.id}`, user, "data import", origin);
    try {
      const line = await keep(bot, file, user);
      await bot.handle({ ...request, line });
    } catch (thrown) {
      bot.edge.log.warn({ error: errorCode(thrown) }, "a sent file could not be read");
      const actor = await bot.findActor(user);
      const words = says[actor.locale];
      const headline = thrown instanceof RangeError ? words.fileTooLarge : words.fileNotReadable;
      const data = { outcome: "file" };
      const reply = {
        locale: actor.locale,
        outcome: "mistake" as const,
        privacy: "totals" as const,
        headline,
        data,
      };
      await bot.answerWith(request, actor, reply);
    }
  }
}

/** @throws {RangeError} When it is too large. */
async function keep({ edge, clients }: Bot, file: SentFile, from: string): Promise<string> {
  if ((file.size ?? 0) > largestBytes) throw new RangeError("the file is too large");
  const address = file.url_private_download ?? "";
  const { slackApiUrl, token = "" } = clients.interactive;
  if (!isSlackAddress(address, slackApiUrl)) throw new Error("a file's address is not Slack's");
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    // Slack sends those without the scope to its sign-in page; nobody else may send us anywhere.
    redirect: "manual",
    signal: AbortSignal.timeout(downloadMs),
  });
  const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
  if (!response.ok || response.body === null || isPage) throw new Error("the file could not be downloaded");
  return edge.receiveFile({ name: file.name ?? "file.csv", from, content: bounded(response.body) });
}

async function* bounded(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const part of content) {
    length += part.length;
    if (length > largestBytes) throw new RangeError("the file is too large");
    yield part;
  }
}
