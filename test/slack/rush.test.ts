import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createRush } from "../../src/slack/rush.ts";

describe("a rush of requests", () => {
  it("is over when the last of them is acknowledged", async () => {
    const rush = createRush();
    const [first, second] = [rush.enter(), rush.enter()];
    let isOver = false;
    void rush.over().then(() => (isOver = true));
    first();
    await wait(50);
    expect(isOver).toBe(false);
    second();
    await wait(50);
    expect(isOver).toBe(true);
  });

  it("is over at once where nothing comes by HTTP", async () => {
    const started = performance.now();
    await createRush().over();
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("keeps nobody for longer than a moment, although one request never ends", async () => {
    const rush = createRush();
    rush.enter();
    const started = performance.now();
    await rush.over();
    expect(performance.now() - started).toBeGreaterThan(900);
  });

  it("lets those that waited long go one after the other, while more are there", async () => {
    const rush = createRush();
    rush.enter();
    const released: number[] = [];
    const all = [1, 2, 3].map(() => rush.over().then(() => released.push(performance.now())));
    await Promise.all(all);
    const apart = released.slice(1).map((at, i) => at - (released[i] ?? 0));
    expect(Math.min(...apart)).toBeGreaterThan(50);
  });
});
