import { App } from "@slack/bolt";
import type { Log } from "../lib/log.ts";
import { createActors } from "./in/actors.ts";
import { type Bot, createBot } from "./bot.ts";
import { type Address, clientOptions, createClients } from "./client/clients.ts";
import type { Edge } from "./edge.ts";
import { createHealth, type Health, type Measuring, type Probe } from "./operations/health.ts";
import { acknowledgeFirst, countInFlight, fromOwnWorkspace } from "./in/middleware.ts";
import { createNames } from "./in/names.ts";
import { createPlaces } from "./in/places.ts";
import { createDoorway, type ReceiverMode, type Receiving } from "./operations/receiver.ts";
import { createSlackLog, errorCode } from "./client/log.ts";
import { startSweeper } from "./out/sweeper.ts";
import { addListeners } from "./in/listeners.ts";

export interface BotOptions extends Address, Measuring {
  readonly door: ReceiverMode;
  readonly edge: Edge;
  /** What else must work for the bot to be ready: the database, the queue. */
  readonly probes: Readonly<Record<string, Probe>>;
}

/** The bot while it runs. */
export interface RunningBot {
  readonly health: Health;
  /** Where HTTP is answered, if it is. */
  readonly port: number | undefined;
  /** Stops receiving, then waits at most ten seconds for what runs. */
  stop(): Promise<void>;
}

/**
 * Starts the bot.
 *
 * @throws When Slack refuses the token (`invalid_auth`) or the port is taken: nothing runs then.
 */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { edge, door } = options;
  const health = createHealth(options.probes, Date.now, options);
  const logger = createSlackLog(edge.log);
  const doorway = createDoorway(door, health, logger);
  const app = new App({
    receiver: doorway.receiver,
    token: options.botToken,
    logger,
    clientOptions: clientOptions(options, logger),
    convoStore: false,
    deferInitialization: true,
  });
  await app.init();
  const clients = createClients(options, logger);
  const { team_id: team = "" } = await clients.interactive.auth.test();
  const bot = createBot(edge, clients, {
    ...createActors(clients.interactive, edge, team),
    findPlace: createPlaces(clients.interactive, edge),
    withNames: createNames(clients.interactive),
    calm: () => health.backpressure.over(),
  });
  app.use(fromOwnWorkspace(team));
  listen(app, bot, health);
  const { port } = await doorway.start();
  const sweeper = startSweeper(bot);
  edge.log.info({ mode: door.mode }, "the bot is listening");
  return { health, port, stop: () => stop(doorway, health, sweeper, edge.log) };
}

function listen(app: App, bot: Bot, health: Health): void {
  app.use(countInFlight(health));
  app.use(acknowledgeFirst);
  app.error(async (error) => {
    bot.edge.log.error({ error: errorCode(error) }, "a listener broke");
  });
  addListeners(app, bot);
}

const drainMs = 10_000;

async function stop(
  doorway: Receiving,
  health: Health,
  sweeper: { stop(): Promise<void> },
  log: Log,
): Promise<void> {
  health.stopping = true;
  const closing = doorway.stop().catch(() => undefined);
  const sweeping = sweeper.stop();
  const deadline = Date.now() + drainMs;
  while (health.inFlight > 0 && Date.now() < deadline) await pause(20);
  await Promise.race([Promise.all([closing, sweeping]), pause(Math.max(0, deadline - Date.now()))]);
  log.info({ left: health.inFlight }, "the bot stopped");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
