/** What `npm start` starts: the bot where Slack's tokens are, else the playground. */
import { verbs } from "../commands/grammar/table.ts";
import { type Role, roles } from "../contract/actor.ts";
import type { Config, SlackTokens } from "../lib/config.ts";
import { UserError } from "../contract/errors.ts";
import { readLocale } from "../lib/locale.ts";
import type { Log } from "../lib/log.ts";
import type { PlaygroundDoor, PlaygroundOptions } from "../playground/start.ts";
import { type Service, type ServiceOptions, startService } from "./service.ts";
import type { ReceiverMode } from "../slack/operations/receiver.ts";

/** Something that runs until it is told to stop. */
export interface Started {
  /** The playground's page; undefined for the real bot. */
  readonly address: string | undefined;
  stop(): Promise<void>;
}

const defaultPort = 3_000;

/**
 * Starts the real bot, its worker, or both, as the tokens and the mode say; without tokens the playground.
 *
 * @throws {UserError} When a token that is needed is missing.
 */
export async function start(config: Config, log: Log, mode: ServiceOptions["mode"]): Promise<Started> {
  if (mode === "worker") {
    const service = await startService(config, log, { mode });
    log.info({}, "the worker takes jobs");
    return { ...service, address: undefined };
  }
  if (config.slack === undefined) return startPlay(config, log);
  const slack = {
    botToken: config.slack.bot,
    ...apiOf(config.slack),
    door: readDoor(config.slack, config.port),
  };
  const service = await startService(config, log, { mode, slack });
  log.info({ port: service.port }, "the bot takes requests");
  return { ...service, address: undefined };
}

/** Socket Mode where there is an app-level token, else signed HTTP. */
function readDoor(tokens: SlackTokens, port: number | undefined): ReceiverMode {
  const { app, signingSecret } = tokens;
  if (app !== undefined)
    return { mode: "socket", appToken: app, ...apiOf(tokens), ...(port === undefined ? {} : { port }) };
  if (signingSecret !== undefined) return { mode: "http", signingSecret, port: port ?? defaultPort };
  throw new UserError(
    "SLACK_BOT_TOKEN is set, but not how Slack reaches the bot: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).",
  );
}

function apiOf({ apiUrl }: SlackTokens): { readonly slackApiUrl?: string } {
  return apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
}

async function startPlay(config: Config, log: Log): Promise<Started> {
  let service: Service | undefined;
  const options: Omit<PlaygroundOptions, "port"> = {
    ...hints(config),
    roles,
    roleOf: async (user) => service?.findRole(user),
    setRole: async (user, role) => service?.saveRole(user, role as Role),
    async startApp(door) {
      service = await startService(config, log, { mode: "both", slack: playgroundAccess(door) });
      return { ...service, url: `http://127.0.0.1:${service.port}/slack/events` };
    },
  };
  const playground = await onFreePort(options, config.port ?? defaultPort);
  await service?.startSample();
  return playground;
}

function playgroundAccess({ botToken, slackApiUrl, signingSecret }: PlaygroundDoor) {
  const door: ReceiverMode = { mode: "http", signingSecret, port: 0, host: "127.0.0.1" };
  return { botToken, slackApiUrl, door };
}

/** What the page's slash box offers. */
function hints({ language }: Config): Pick<PlaygroundOptions, "commands" | "shortcuts"> {
  const locale = readLocale(language);
  const usages = verbs.map(({ command }) => ({
    usage: command.about[locale].usage,
    description: command.about[locale].summary,
  }));
  return {
    commands: [{ command: "/segment", description: "Ask about your customers' segments", usages }],
    shortcuts: [{ callbackId: "profile_customer", name: "Profile this customer" }],
  };
}

/** The wanted port, so that the address is the same every day; another where it is taken. */
async function onFreePort(options: Omit<PlaygroundOptions, "port">, port: number) {
  // The real bot needs none of it.
  const { startPlayground } = await import("../playground/start.ts");
  try {
    return await startPlayground({ ...options, port });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") throw error;
    return startPlayground({ ...options, port: 0 });
  }
}
