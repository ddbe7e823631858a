import { describe, expect, it } from "vitest";
import { createPace } from "../../../src/slack/out/rate-limiter.ts";

describe("the queue of a channel", () => {
  function start() {
    let now = 0;
    const pace = createPace(() => now, 1_000);
    return { pace, at: (ms: number) => void (now = ms) };
  }

  it("gives one turn a second, and says how long the next is away", () => {
    const { pace, at } = start();
    expect(pace.take("C1")).toBe(0);
    at(300);
    expect(pace.take("C1")).toBe(700);
    at(1_000);
    expect(pace.take("C1")).toBe(0);
  });

  it("is another in every channel", () => {
    const { pace } = start();
    expect([pace.take("C1"), pace.take("C2")]).toEqual([0, 0]);
  });

  it("lets an answer that somebody waits for go first", () => {
    const { pace, at } = start();
    pace.overtake("C1");
    pace.overtake("C1");
    at(400);
    expect(pace.take("C1")).toBe(600);
  });
});
