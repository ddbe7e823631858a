import type { Bot } from "../bot.ts";
import { errorCode } from "../client/log.ts";

const idleMs = 500;
const troubleMs = 3_000;
/** Deliveries worked on at once; more would only wait for Slack's rate limits. */
const lanes = 4;

/**
 * Works through what is due in the outbox and the inbox: messages whose posting was put off or cut short, jobs to
 * follow, requests that a process left behind. Several processes may do this at once.
 */
export function startSweeper(bot: Pick<Bot, "sweep" | "edge">): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = Array.from({ length: lanes }, () => work(bot, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function work({ sweep, edge }: Pick<Bot, "sweep" | "edge">, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if (!(await sweep())) await pause(idleMs, signal);
    } catch (thrown) {
      edge.log.warn({ error: errorCode(thrown) }, "the outbox could not be worked on");
      await pause(troubleMs, signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
