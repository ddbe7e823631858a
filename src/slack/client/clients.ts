import { setTimeout as wait } from "node:timers/promises";
import { type FetchFunction, type Logger, WebClient } from "@slack/web-api";
import { readFailure } from "../out/failure.ts";

/** Two ways to Slack's Web API, so that a digest that is told to wait does not make a person wait. */
export interface Clients {
  /** For answers that somebody waits for. */
  readonly interactive: WebClient;
  /** For jobs, digests and everything that is made up for later. */
  readonly background: WebClient;
}

/** Where calls go, and with which token. */
export interface Address {
  readonly botToken: string;
  /** The fake workspace's; Slack's own unless said. */
  readonly slackApiUrl?: string;
  /** How long a call may take, in milliseconds; 10,000 unless said. */
  readonly timeoutMs?: number;
  /** Told of every call. */
  readonly called?: (call: SlackCall) => void;
}

/** A call of Slack's Web API, as it came back. */
export interface SlackCall {
  /** `chat.postMessage`, or `upload` for the content of a file. */
  readonly method: string;
  /** Answered, even by a no; told to wait (429); or failed: no answer in time, or not a sensible one. */
  readonly outcome: "answered" | "delayed" | "failed";
  readonly seconds: number;
}

/**
 * The library's own retries are off: they repeat posts that were taken (three times the same message was seen), and a
 * rate limit in one channel halts the whole client. Who may try again is decided by `retrying` and the outbox.
 */
export function clientOptions({ slackApiUrl, timeoutMs = 10_000, called }: Address, logger: Logger) {
  return {
    logger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(called === undefined ? {} : { fetch: timed(called) }),
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  };
}

export function createClients(address: Address, logger: Logger): Clients {
  return {
    interactive: new WebClient(address.botToken, clientOptions(address, logger)),
    background: new WebClient(address.botToken, clientOptions(address, logger)),
  };
}

/** `fetch`, whose time is told; of an address only the method, as that of an upload is a secret. */
function timed(tell: (call: SlackCall) => void): FetchFunction {
  return async (url, init) => {
    const started = performance.now();
    const method = /\/api\/([a-z.]+)$/iu.exec(String(url))?.[1] ?? "upload";
    let outcome: SlackCall["outcome"] = "failed";
    try {
      const response = await fetch(url, init);
      if (response.status === 429) outcome = "delayed";
      else if (response.ok) outcome = "answered";
      return response;
    } finally {
      tell({ method, outcome, seconds: (performance.now() - started) / 1_000 });
    }
  };
}

const pausesMs = [300, 1_500];
const longestWaitMs = 5_000;

/**
 * A call that may safely be made twice (it reads, or sets something to a value): at most three tries in all.
 * Never for `chat.postMessage` and its like.
 */
export async function retrying<T>(call: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await call();
    } catch (thrown) {
      const failure = readFailure(thrown);
      if (failure.kind === "refused") throw thrown;
      const waitMs = failure.kind === "delayed" ? failure.afterMs : pauseMs;
      if (waitMs > longestWaitMs) throw thrown;
      await wait(waitMs);
    }
  }
  return call();
}
