import { expect, it } from "vitest";
import { loadJobDurations } from "../../src/db/queue-depths.ts";
import { jobs } from "../../src/db/schema.ts";
import { jobGauges } from "../../src/queue-gauges.ts";
import { freshDatabase } from "../database.ts";

const { db } = await freshDatabase();

it("tells how long jobs worked and waited, by task, and leaves out those that run", async () => {
  const asker = { user: "U1", role: "admin", locale: "en", timeZone: "UTC" } as const;
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  const job = { task: "train", payload: {}, asker, state: "done", createdAt: at(0) } as const;
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
