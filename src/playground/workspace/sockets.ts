import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Json, JsonObject } from "../../contract/reply.ts";
import type { Envelope } from "./envelope.ts";
import { asText } from "./json.ts";

/** The Socket Mode side of the fake Slack. */
export interface Sockets {
  /** Takes over a connection that asks to be upgraded. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends an envelope to one of the open connections and waits for its acknowledgement. */
  send(envelope: Envelope, milliseconds: number): Promise<{ acknowledged: boolean; answer: Json }>;
  /** How many connections are open. */
  count(): number;
  /** Asks every connection to reconnect, as Slack does when it recycles its machines, and closes it. */
  refresh(): void;
  /** Cuts every connection without a word. */
  drop(): void;
  close(): void;
}

/** @param appId Told in the greeting. */
export function createSockets(appId: string): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();
  const waiting = new Map<string, (answer: Json) => void>();
  let turn = 0;

  function greet(socket: WebSocket): void {
    open.add(socket);
    const heartbeat = setInterval(() => socket.ping(), 10_000).unref();
    socket.on("close", () => {
      clearInterval(heartbeat);
      open.delete(socket);
    });
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => {
      const { envelope_id: id, payload } = readMessage(data);
      waiting.get(asText(id))?.(payload ?? "");
    });
    socket.send(
      JSON.stringify({ type: "hello", num_connections: open.size, connection_info: { app_id: appId } }),
    );
  }

  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, greet),
    send(envelope, milliseconds) {
      // Each connection has its turn: Slack spreads envelopes over an app's connections.
      const sockets = [...open];
      const socket = sockets[turn++ % Math.max(sockets.length, 1)];
      if (socket === undefined) return Promise.resolve({ acknowledged: false, answer: "" });
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(false, ""), milliseconds);
        const settle = (acknowledged: boolean, answer: Json) => {
          clearTimeout(timer);
          waiting.delete(envelope.id);
          resolve({ acknowledged, answer });
        };
        waiting.set(envelope.id, (answer) => settle(true, answer));
        socket.send(JSON.stringify(frame(envelope)));
      });
    },
    count: () => open.size,
    refresh() {
      for (const socket of open) {
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
        setTimeout(() => socket.close(1000), 50).unref();
      }
    },
    drop() {
      for (const socket of open) socket.terminate();
    },
    close() {
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
}

function readMessage(data: RawData): JsonObject {
  try {
    return JSON.parse(Buffer.isBuffer(data) ? data.toString("utf8") : "") as JsonObject;
  } catch {
    return {};
  }
}

function frame({ id, type, payload, retry }: Envelope): JsonObject {
  return {
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: type !== "events_api",
    ...(retry === undefined ? {} : { retry_attempt: retry.attempt, retry_reason: retry.reason }),
  };
}
