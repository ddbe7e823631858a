import { limits } from "../render/limits.ts";

/**
 * A queue per channel for what can wait: digests, ends of jobs, everything that is made up for later. Slack takes about
 * one message a second in a channel, and whoever sends more is told to wait, with everybody else who speaks there.
 */
export interface RateLimiter {
  /** Takes the turn of now. @returns 0; else how many milliseconds until the next turn, and none was taken. */
  take(channel: string): number;
  /** Somebody waits at a screen: it goes out of turn, and what can wait comes after it. */
  overtake(channel: string): void;
}

/** Channels that are remembered; a turn is over after a second, so that few are there at once. */
const most = 1_000;

/** Turns of one process; several processes together are held back by Slack's own 429. */
export function createRateLimiter(
  now: () => number = Date.now,
  intervalMs: number = limits.postIntervalMs,
): RateLimiter {
  const next = new Map<string, number>();

  function begin(channel: string): void {
    if (next.size >= most) for (const [known, at] of next) if (at <= now()) next.delete(known);
    next.set(channel, now() + intervalMs);
  }
  return {
    take(channel) {
      const waitMs = (next.get(channel) ?? 0) - now();
      if (waitMs > 0) return waitMs;
      begin(channel);
      return 0;
    },
    overtake: begin,
  };
}
