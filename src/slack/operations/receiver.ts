import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Health } from "./health.ts";
import { type KeptConnection, keepConnected } from "./keep-connected.ts";
import { isObjectBody, readBody } from "./request-body.ts";
import { limits } from "../render/limits.ts";

/** How Slack reaches us. The playground is either of them, with `slackApiUrl` at the fake workspace. */
export type ReceiverMode =
  | { readonly mode: "http"; readonly signingSecret: string; readonly port: number; readonly host?: string }
  | {
      readonly mode: "socket";
      readonly appToken: string;
      readonly slackApiUrl?: string;
      /** Where the health routes listen; none without it. */
      readonly port?: number;
    };

/** What a request carries beside its body: the envelope's id tells a repeated delivery in Socket Mode. */
export interface DeliveryContext {
  readonly envelopeId?: string;
}

export interface Receiving {
  readonly receiver: Receiver;
  /** Begins to receive; the port is the one that was given out when 0 was asked for. */
  start(): Promise<{ readonly port: number | undefined }>;
  /** Nothing new is received afterwards; listeners that still run are waited for elsewhere. */
  stop(): Promise<void>;
}

/** The one place where receivers are made. */
export function createDoorway(door: ReceiverMode, health: Health, logger: Logger): Receiving {
  return door.mode === "http" ? httpDoorway(door, health, logger) : socketDoorway(door, health, logger);
}

function httpDoorway(door: ReceiverMode & { mode: "http" }, health: Health, logger: Logger): Receiving {
  const receiver = new HTTPReceiver({
    signingSecret: door.signingSecret,
    logger,
    customRoutes: healthRoutes(health),
    dispatchErrorHandler: ({ response }) => response.writeHead(404).end(),
  });
  const inner = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    response.once("close", health.backpressure.enter());
    if (request.method === "POST") timeAnswer(response, health.acknowledged);
    if (isFromTheFuture(request, Date.now())) response.writeHead(401).end();
    else if (request.method === "POST") void checkBody(request, response, inner);
    else inner(request, response);
  };
  return {
    receiver,
    async start() {
      const server = await receiver.start({ port: door.port, host: door.host ?? "0.0.0.0" });
      health.connected = true;
      const address = server.address();
      return { port: typeof address === "object" ? address?.port : door.port };
    },
    async stop() {
      health.connected = false;
      await receiver.stop();
    },
  };
}

/** Bolt gets bodies that are objects; it takes one that has been read already from where it would put it. */
async function checkBody(
  request: IncomingMessage,
  response: ServerResponse,
  inner: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<void> {
  const rawBody = await readBody(request, limits.bodyBytes);
  if (rawBody === undefined) return void response.writeHead(413).end();
  if (!isObjectBody(rawBody.toString(), request.headers["content-type"]))
    return void response.writeHead(400).end();
  inner(Object.assign(request, { rawBody }), response);
}

function timeAnswer(response: ServerResponse, tell: (seconds: number) => void): void {
  const started = performance.now();
  response.once("finish", () => tell((performance.now() - started) / 1_000));
}

/**
 * Bolt refuses an old timestamp but takes one from any time to come, so a captured request signed for tomorrow would
 * be good for a day.
 */
function isFromTheFuture({ headers }: IncomingMessage, nowMs: number): boolean {
  const seconds = Number(headers["x-slack-request-timestamp"]);
  return seconds > nowMs / 1_000 + limits.signatureAgeSeconds;
}

function socketDoorway(door: ReceiverMode & { mode: "socket" }, health: Health, logger: Logger): Receiving {
  let connection: KeptConnection | undefined;
  const receiver = new SocketModeReceiver({
    appToken: door.appToken,
    logger,
    // The library's own way back waits 5 s, and a failed `apps.connections.open` in it ends the process.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...(door.slackApiUrl === undefined ? {} : { slackApiUrl: door.slackApiUrl }),
        timeout: 10_000,
        retryConfig: { retries: 0 },
      },
      ...(door.port === undefined ? {} : { port: door.port }),
    },
    customRoutes: door.port === undefined ? [] : healthRoutes(health),
    customPropertiesExtractor: ({ envelope_id }: { envelope_id?: string }): DeliveryContext =>
      envelope_id === undefined ? {} : { envelopeId: envelope_id },
  });
  return {
    receiver,
    async start() {
      await receiver.start();
      connection = keepConnected(receiver.client, health);
      return { port: door.port };
    },
    async stop() {
      connection?.end();
      await receiver.stop();
    },
  };
}

function healthRoutes(health: Health) {
  return [
    {
      path: "/healthz",
      method: "GET",
      handler: (_: IncomingMessage, response: ServerResponse) => text(response, 200, "ok"),
    },
    {
      path: "/readyz",
      method: "GET",
      handler(_: IncomingMessage, response: ServerResponse) {
        void health.check().then(({ ready, checks }) => json(response, ready ? 200 : 503, { ready, checks }));
      },
    },
    {
      path: "/metrics",
      method: "GET",
      handler(_: IncomingMessage, response: ServerResponse) {
        void health.metrics().then((measured) => text(response, 200, measured));
      },
    },
  ];
}

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(body);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
