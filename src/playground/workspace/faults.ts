/** What goes wrong with a call of the Web API (or with a response_url, as method `response_url`). */
export type Fault =
  | { readonly kind: "ratelimited"; readonly retryAfterSeconds: number }
  /** An answer such as 500 or 503, without doing anything. */
  | { readonly kind: "status"; readonly status: number }
  /** Slack's own refusal, for example `internal_error` or `invalid_blocks`. */
  | { readonly kind: "error"; readonly error: string }
  /** The call is carried out and never answered: a time-out after acceptance. */
  | { readonly kind: "unanswered" }
  /** The call is carried out and answered late. */
  | { readonly kind: "slow"; readonly milliseconds: number };

/** Which calls meet a fault: a method, perhaps only in one channel (its id), perhaps several times. */
export interface FaultyCalls {
  readonly method: string;
  readonly channel?: string;
  /** How many calls; 1 unless said. */
  readonly times?: number;
}

/** The signature of the next signed request: wrong, ten minutes old, or ten minutes ahead. */
export type SignatureFault = "bad" | "stale" | "future";

/** Faults that wait for their call. */
export interface FaultQueue {
  add(calls: FaultyCalls, fault: Fault): void;
  /** The fault of this call, which is used up by it. */
  take(method: string, channel: string | undefined): Fault | undefined;
  /** Slack's own limit, off unless set: a message that follows another in its channel sooner gets a 429. */
  postIntervalMs: number;
  /** Used up by the next signed request. */
  signature: SignatureFault | undefined;
  clear(): void;
}

export function createFaultQueue(): FaultQueue {
  const waiting: { readonly calls: FaultyCalls; readonly fault: Fault; left: number }[] = [];
  const posted = new Map<string, number>();

  /** A channel's messages are too many; one that was refused does not count. */
  function isTooSoon(method: string, channel: string | undefined, intervalMs: number): boolean {
    if (method !== "chat.postMessage" || channel === undefined || intervalMs === 0) return false;
    const isSoon = Date.now() - (posted.get(channel) ?? 0) < intervalMs;
    if (!isSoon) posted.set(channel, Date.now());
    return isSoon;
  }
  return {
    signature: undefined,
    postIntervalMs: 0,
    add(calls, fault) {
      waiting.push({ calls, fault, left: calls.times ?? 1 });
    },
    take(method, channel) {
      const found = waiting.find(
        ({ calls, left }) =>
          left > 0 && calls.method === method && (calls.channel === undefined || calls.channel === channel),
      );
      if (found !== undefined) found.left -= 1;
      else if (isTooSoon(method, channel, this.postIntervalMs))
        return { kind: "ratelimited", retryAfterSeconds: 1 };
      return found?.fault;
    },
    clear() {
      waiting.length = 0;
      this.signature = undefined;
    },
  };
}
