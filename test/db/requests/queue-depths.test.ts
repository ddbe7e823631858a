import { expect, it } from "vitest";
import { loadJobDurations, loadQueueDepths } from "../../../src/db/requests/queue-depths.ts";
import { jobs, outbox } from "../../../src/db/schema/index.ts";
import { jobGauges } from "../../../src/app/queue-gauges.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();

const actor = { user: "U1", role: "admin", locale: "en", timeZone: "UTC" } as const;

it("tells how long the oldest job and answer have waited, and nothing of those that are done", async () => {
  const secondsAgo = (seconds: number) => new Date(Date.now() - 1_000 * seconds);
  await db.insert(jobs).values([
    { task: "train", payload: {}, actor, state: "queued", createdAt: secondsAgo(30) },
    { task: "train", payload: {}, actor, state: "running", createdAt: secondsAgo(900) },
  ]);
  const reply = { locale: "en", outcome: "ok", privacy: "totals", headline: "Yes", data: {} } as const;
  const answer = { line: "list", actor, origin: { channel: "C1" }, kind: "channel", reply } as const;
  await db.insert(outbox).values([
    { ...answer, id: "a", dueAt: secondsAgo(0), createdAt: secondsAgo(60) },
    { ...answer, id: "b", dueAt: secondsAgo(0), createdAt: secondsAgo(900), state: "done" },
  ]);
  const { jobWaits, answerWaits, requestWaits } = await loadQueueDepths(db);
  expect(jobWaits).toBeGreaterThanOrEqual(29);
  expect(jobWaits).toBeLessThan(50);
  expect(answerWaits).toBeGreaterThanOrEqual(59);
  expect(answerWaits).toBeLessThan(80);
  expect(requestWaits).toBe(0);
});

it("tells how long jobs worked and waited, by task, and leaves out those that run", async () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  const job = { task: "train", payload: {}, actor, state: "done", createdAt: at(0) } as const;
  await db.insert(jobs).values([
    { ...job, startedAt: at(1), endedAt: at(4) },
    { ...job, startedAt: at(2), endedAt: at(12) },
    { ...job, state: "running", startedAt: at(3) },
  ]);
  const durations = await loadJobDurations(db);
  expect(durations).toEqual([{ task: "train", state: "done", jobs: 2, seconds: 13, waited: 3, longest: 10 }]);
  expect(jobGauges(durations)).toContainEqual(
    expect.objectContaining({
      name: "segmenta_job_seconds",
      labels: { task: "train", state: "done" },
      value: 13,
    }),
  );
});
