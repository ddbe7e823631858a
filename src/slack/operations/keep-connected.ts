import type { SocketModeReceiver } from "@slack/bolt";
import type { Health } from "./health.ts";

export interface KeptConnection {
  /** No way back after this. */
  end(): void;
}

const pausesMs = [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Keeps a Socket Mode connection that stands: whenever it ends (Slack refreshes it every few hours, networks drop it)
 * it is opened again, at once and then with growing pauses, for ever.
 */
export function keepConnected(client: SocketModeReceiver["client"], health: Health): KeptConnection {
  let isOver = false;
  let isReturning = false;
  health.connected = true;

  async function comeBack(): Promise<void> {
    if (isOver || isReturning) return;
    isReturning = true;
    health.connected = false;
    await open(0);
    isReturning = false;
  }

  async function open(attempt: number): Promise<void> {
    await pause(pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 0);
    if (isOver) return;
    health.connected = await isOpened(client);
    if (!health.connected) await open(attempt + 1);
  }

  client.on("disconnected", () => void comeBack());
  return {
    end() {
      isOver = true;
      health.connected = false;
    },
  };
}

/** A failure is no error here: the next attempt follows. The library has logged it. */
async function isOpened(client: SocketModeReceiver["client"]): Promise<boolean> {
  try {
    await client.start();
    return true;
  } catch {
    return false;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
