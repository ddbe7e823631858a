import { describe, expect, it } from "vitest";
import { createRateLimiter } from "../../../src/slack/out/rate-limiter.ts";

describe("the queue of a channel", () => {
  function start() {
    let now = 0;
    const rateLimiter = createRateLimiter(() => now, 1_000);
    return { rateLimiter, at: (ms: number) => void (now = ms) };
  }

  it("gives one turn a second, and says how long the next is away", () => {
    const { rateLimiter, at } = start();
    expect(rateLimiter.take("C1")).toBe(0);
    at(300);
    expect(rateLimiter.take("C1")).toBe(700);
    at(1_000);
    expect(rateLimiter.take("C1")).toBe(0);
  });

  it("is another in every channel", () => {
    const { rateLimiter } = start();
    expect([rateLimiter.take("C1"), rateLimiter.take("C2")]).toEqual([0, 0]);
  });

  it("lets an answer that somebody waits for go first", () => {
    const { rateLimiter, at } = start();
    rateLimiter.overtake("C1");
    rateLimiter.overtake("C1");
    at(400);
    expect(rateLimiter.take("C1")).toBe(600);
  });
});
