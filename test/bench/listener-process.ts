/**
 * One of those who take slash commands in `slash-commands.ts` and `work/crowd.ts`, in a process of its own as in
 * production: the bot; Bolt that acknowledges and says a line, or nothing; Node's own server with nothing at all.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { App, HTTPReceiver } from "@slack/bolt";
import type { Config } from "../../src/lib/config.ts";
import { createLog } from "../../src/lib/log.ts";
import type { SlackAccess, startService as StartService } from "../../src/app/service.ts";

export interface Wanted {
  readonly kind: "bot" | "Bolt with a line" | "Bolt alone" | "Node alone";
  readonly config: Config;
  /** The folder of the built product, whose charts are drawn in a thread of their own. */
  readonly built: string;
  /** Whether a worker runs beside. */
  readonly mode: "bot" | "both";
  readonly slack: SlackAccess & { readonly signingSecret: string };
}

process.once("message", (wanted) => {
  void listen(wanted as Wanted).then((port) => process.send?.(port));
});
process.once("disconnect", () => process.exit());

function listen(wanted: Wanted): Promise<number> {
  if (wanted.kind === "bot") return startBot(wanted);
  return wanted.kind === "Node alone" ? startNode() : startBolt(wanted);
}

async function startBot({ config, slack, built, mode }: Wanted): Promise<number> {
  const entry = join(built, "service.js");
  const { startService } = (await import(entry)) as { readonly startService: typeof StartService };
  const log = { ...createLog((line) => process.stderr.write(line)), info: () => undefined };
  const service = await startService(config, log, { mode, slack });
  await service.saveRole("U0ADA", "admin");
  await service.startSample();
  return service.port ?? 0;
}

async function startBolt({ kind, slack }: Wanted): Promise<number> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret });
  const { botToken: token, slackApiUrl = "" } = slack;
  const app = new App({ receiver, token, clientOptions: { slackApiUrl }, convoStore: false });
  app.command("/segment", async ({ ack, client, command }) => {
    await ack();
    if (kind === "Bolt with a line") {
      await client.chat.postMessage({ channel: command.channel_id, text: "Segment 2 has 480 customers." });
    }
  });
  return portOf(await receiver.start({ port: 0, host: "127.0.0.1" }));
}

async function startNode(): Promise<number> {
  const server = createServer((request, response) => request.resume().once("end", () => response.end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return portOf(server);
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
