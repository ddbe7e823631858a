import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackpressure } from "../../../src/slack/in/backpressure.ts";

describe("a rush of requests", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** How many milliseconds each of so many answers waits, in the order in which they may begin. */
  async function waits(
    backpressure: ReturnType<typeof createBackpressure>,
    count: number,
  ): Promise<readonly number[]> {
    const started = performance.now();
    const released: number[] = [];
    for (let i = 0; i < count; i += 1)
      void backpressure.over().then(() => released.push(Math.round(performance.now() - started)));
    await vi.advanceTimersByTimeAsync(5_000);
    return released;
  }

  it("is over when the last of them is acknowledged", async () => {
    const backpressure = createBackpressure();
    const [first, second] = [backpressure.enter(), backpressure.enter()];
    let isOver = false;
    void backpressure.over().then(() => (isOver = true));
    first();
    await vi.advanceTimersByTimeAsync(50);
    expect(isOver).toBe(false);
    second();
    await vi.advanceTimersByTimeAsync(50);
    expect(isOver).toBe(true);
  });

  it("is over at once where nothing comes by HTTP", async () => {
    expect(await waits(createBackpressure(), 1)).toEqual([8]);
  });

  it("keeps nobody for longer than a second, although one request never ends", async () => {
    const backpressure = createBackpressure();
    backpressure.enter();
    expect(await waits(backpressure, 1)).toEqual([1_000]);
  });

  it("lets those that waited long go one after the other, while more are there", async () => {
    const backpressure = createBackpressure();
    backpressure.enter();
    expect(await waits(backpressure, 3)).toEqual([1_000, 1_100, 1_200]);
  });
});
