import { type ChildProcess, spawn } from "node:child_process";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { queueJob } from "../../src/db/requests/job-queue.ts";
import type { TaskRequest } from "../../src/db/requests/tasks.ts";
import { findJob, stopJob } from "../../src/db/requests/jobs.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { prepareQueue } from "../../src/jobs/runner/queue.ts";
import { reclusterSays } from "../../src/jobs/segmentation/recluster-words.ts";
import { trainSays } from "../../src/jobs/training/train-words.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import { createLog } from "../../src/lib/log.ts";
import { someone } from "../commands/small-shop.ts";
import { freshDatabase } from "../database.ts";
import { plantCustomers, threeGroups } from "../db/planted-base.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe("Stop, with the worker that the product starts", () => {
  let worker: ChildProcess;
  let base: Awaited<ReturnType<typeof freshDatabase>>;

  beforeAll(async () => {
    base = await freshDatabase();
    await plantCustomers(base.db, threeGroups(12_000));
    const now = new Date("2024-01-01T00:00:00Z");
    const { signal } = new AbortController();
    await segmentBase(base.db, { ...onThisThread, locale: "en", now, signal, report: () => undefined });
    await prepareQueue(
      base.url,
      createLog(() => undefined),
    );
    worker = spawn(process.execPath, [inject("cliPath"), "start", "worker"], {
      env: { ...process.env, DATABASE_URL: base.url },
      stdio: "ignore",
    });
  });
  afterAll(() => worker.kill("SIGTERM"));

  it("ends a reclustering in its thread, and leaves nothing half-written", async () => {
    const before = await written();
    await stopAt({ task: "recluster", payload: { k: "auto" } }, reclusterSays.en.choose);
    expect(await written()).toEqual(before);
  });

  it("ends a training in its thread, and leaves neither model nor scores nor features", async () => {
    await base.db.execute(sql`
        insert into responses (customer_id, campaign, responded)
        select customer_id, 'May', mod(customer_id * 7919, 11) = 0 from customers`);
    const before = await written();
    await stopAt({ task: "train", payload: {} }, trainSays.en.training);
    expect(await written()).toEqual(before);
  });

  it("then does what is asked of it next", async () => {
    const { id } = await queueJob(base.db, { task: "recluster", payload: { k: 2 }, actor: someone() });
    await expect.poll(async () => (await findJob(base.db, id))?.state).toBe("done");
  });

  /** Starts a job, presses Stop once it says this step, and reads its end. */
  async function stopAt(job: TaskRequest<"recluster" | "train">, step: string) {
    const { id } = await queueJob(base.db, { ...job, actor: someone() });
    const row = () => findJob(base.db, id);
    await expect.poll(async () => (await row())?.step, { interval: 50 }).toBe(step);
    const asked = performance.now();
    expect(await stopJob(base.db, id)).toBe(true);
    await expect.poll(async () => (await row())?.state, { interval: 50 }).toBe("stopped");
    const milliseconds = Math.round(performance.now() - asked);
    process.stdout.write(`${job.task} stopped ${milliseconds} ms after the wish (aim: 2,000)\n`);
    expect((await row())?.reply?.headline).toBe("Stopped, as you asked. Nothing was changed.");
  }

  /** Every row that a reclustering or a training writes. */
  async function written(): Promise<unknown> {
    const [rows] = await base.db.execute(sql`
      select (select json_agg(s order by id) from segmentations s)::text as segmentations,
             (select json_agg(s order by id) from segments s)::text as segments,
             (select count(*)::int from memberships) as memberships,
             (select count(*)::int from response_models) as models,
             (select count(*)::int from scores) as scores,
             (select json_agg(id order by id) from feature_sets)::text as features`);
    return rows;
  }
});
