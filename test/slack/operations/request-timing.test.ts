import { expect, it } from "vitest";
import { createRequestTiming } from "../../../src/slack/operations/request-timing.ts";

it("says of a slow answer which part of it took how long, and nothing of a quick one", () => {
  let now = 0;
  const watch = createRequestTiming(() => now);
  now = 40;
  watch.lap("inbox");
  expect(watch.slowParts()).toBeUndefined();
  now = 1_990;
  watch.lap("turn");
  now = 2_500;
  watch.lap("answer");
  expect(watch.slowParts()).toEqual({ inboxMs: 40, turnMs: 1_950, answerMs: 510, totalMs: 2_500 });
});
