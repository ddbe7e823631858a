/**
 * A fake Slack workspace on 127.0.0.1 that speaks Slack's own protocols, so that an unmodified Bolt app
 * talks to it by `slackApiUrl`, and that refuses what Slack refuses. It is the backend of the playground's
 * page and of the contract and fault suites.
 *
 * ```ts
 * const slack = await createWorkspace({ delivery: "http" }); // or "socket"
 * const app = new App({ token: slack.botToken, clientOptions: { slackApiUrl: slack.slackApiUrl }, … });
 * slack.deliverTo("http://127.0.0.1:3000/slack/events"); // http only
 *
 * await slack.slash("mary", "marketing", "/segment profile 2"); // a Delivery: acknowledged? status, milliseconds
 * await slack.say("ana", "dm", "perfil 2"); // "dm" is the direct message with the bot
 * await slack.say("ana", "marketing", "@segmenta list", { thread: ts });
 * const card = await slack.until(() => slack.messages("marketing", "mary").at(-1));
 * await slack.press("mary", card, "Export"); // by label, action_id or value; also in "modal" and "home"
 * await slack.choose("mary", "modal", "segment", "Loyal families"); // a menu, its option by text or value
 * await slack.submit("mary", { Name: "VIP" }); // fields by block_id, action_id or label; gives field errors
 * slack.faults.add({ method: "chat.postMessage", channel: "C0MARKETING" }, { kind: "ratelimited", retryAfterSeconds: 1 });
 * await slack.close();
 * ```
 * People (handle, locale): `ada` (en-US, admin of the workspace), `ana` (es-ES), `joao` (pt-BR), `mary` (en-GB),
 * and `leo`, a guest. Channels: `general`, `marketing`, `random` (the bot is not a member), `board` (private,
 * the bot cannot see it), `nordlicht-agency` (Slack Connect). People and channels are named by id too.
 */
import type { Server } from "node:http";
import { type Fixtures, shop } from "./fixtures.ts";
import { createEventSender } from "./event-sender.ts";
import type { Delivery, Transport } from "./delivery.ts";
import { createActions, type Actions } from "./actions.ts";
import { createFaultQueue, type FaultQueue } from "./faults.ts";
import { createState, type StateOptions } from "./new-state.ts";
import { type Fallback, listen, type ServerParts } from "../server.ts";
import { createQueries, type Queries } from "./queries.ts";
import { createSockets, type Sockets } from "./sockets.ts";
import { type Change, findChannel, type State } from "./state.ts";

/** How a fake workspace is set up. */
export interface WorkspaceOptions extends StateOptions {
  /** How the app is told: signed HTTP requests (then call `deliverTo`) or Socket Mode. */
  readonly delivery: "http" | "socket";
  /** The small shop unless said. */
  readonly fixtures?: Fixtures;
  /** Events that the app subscribes to; `app_mention`, `message.im`, `app_home_opened` and `user_change` unless said. */
  readonly events?: readonly string[];
  /** 0, any free port, unless said. */
  readonly port?: number;
  /** When an event is repeated, in ms after each failure: as Slack does (at once, 1 min, 5 min) unless said. */
  readonly retryDelays?: readonly number[];
}

/** A running fake workspace; see the top of this file. */
export interface Workspace extends Actions, Queries {
  /** For example `http://127.0.0.1:4000`. */
  readonly address: string;
  /** For `clientOptions.slackApiUrl`. */
  readonly slackApiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly fixtures: Fixtures;
  /** Where signed requests go. */
  deliverTo(url: string): void;
  /** Adds the bot to a channel. */
  invite(channel: string): void;

  /** What goes wrong next: calls of the Web API, a response_url, a signature. */
  readonly faults: FaultQueue;
  readonly sockets: Pick<Sockets, "count" | "refresh" | "drop">;
  /** Sends the same envelope once more, as Slack does after a lost acknowledgement. */
  repeat(delivery: Delivery): Promise<Delivery>;

  /** Tells of every change; returns how to stop it. */
  subscribe(listener: (change: Change) => void): () => void;
  /** Answers requests that are not Slack's: the page. */
  serve(fallback: Fallback): void;
  /** What the fake knows, for the page. */
  readonly state: State;
  close(): Promise<void>;
}

const defaultEvents = ["app_mention", "message.im", "app_home_opened", "user_change"];

const credentials = {
  botToken: "xoxb-playground",
  appToken: "xapp-playground",
  signingSecret: "playground-signing-secret",
};

/** As Slack: at once, after a minute, after five. */
const slackRetries = [0, 60_000, 300_000];

/** Starts a fake workspace on a port of 127.0.0.1. */
export async function createWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const fixtures = options.fixtures ?? shop;
  const listeners = new Set<(change: Change) => void>();
  const state = createState(fixtures, options, (change) => {
    for (const listener of listeners) listener(change);
  });
  const faults = createFaultQueue();
  const sockets = createSockets(fixtures.app.id);
  const { signingSecret } = credentials;
  const transport: Transport =
    options.delivery === "http"
      ? { kind: "http", signingSecret, url: "", faults }
      : { kind: "socket", sockets };
  const eventSender = createEventSender(transport, options.retryDelays ?? slackRetries);
  const tokens = { bot: credentials.botToken, app: credentials.appToken };
  const parts: ServerParts = { state, tokens, faults, sockets, fallback: () => Promise.resolve(false) };
  const server = await listen(parts, options.port ?? 0);
  return {
    ...credentials,
    ...createActions({ state, eventSender, events: options.events ?? defaultEvents }),
    ...createQueries(state, eventSender),
    ...createControls(state, listeners),
    address: state.address,
    slackApiUrl: `${state.address}/api/`,
    fixtures,
    faults,
    sockets,
    state,
    deliverTo(url) {
      if (transport.kind === "http") transport.url = url;
    },
    repeat: ({ envelope }) => eventSender.send(envelope),
    serve(fallback) {
      parts.fallback = fallback;
    },
    close: () => closeAll(server, sockets, eventSender),
  };
}

function createControls(
  state: State,
  listeners: Set<(change: Change) => void>,
): Pick<Workspace, "subscribe" | "invite"> {
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    invite(channel) {
      findChannel(state, channel)?.members.add(state.app.user);
    },
  };
}

async function closeAll(server: Server, ...rest: readonly { close(): void }[]): Promise<void> {
  for (const part of rest) part.close();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
