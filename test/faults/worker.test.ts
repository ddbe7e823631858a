import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../src/db/connection/connect.ts";
import { queueJob } from "../../src/db/requests/job-queue.ts";
import { findJob, stopJob } from "../../src/db/requests/jobs.ts";
import { prepareQueue } from "../../src/jobs/runner/queue.ts";
import { createLog } from "../../src/lib/log.ts";
import { openTown, reply, type Town } from "../contract/town.ts";
import { freshDatabase } from "../database.ts";

const root = join(import.meta.dirname, "..", "..");
const silenceSeconds = 3;
const actor = { user: "U0MARY", role: "analyst", locale: "en", timeZone: "UTC" } as const;

describe("a job and the workers that run it", () => {
  let base: Connection;
  let town: Town;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    base = await freshDatabase();
    await prepareQueue(
      base.url,
      createLog(() => undefined),
    );
    town = await openTown("http", { db: base.db });
    town.edge.findJob = (id) => findJob(base.db, id);
    town.edge.answer = async () => {
      const job = await queueJob(base.db, { task: "train", payload: { seed: 40 }, actor });
      return reply("I am at work", { job });
    };
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await town.close();
  });

  async function startWorker(): Promise<ChildProcess> {
    const script = join(root, "test", "faults", "worker-process.ts");
    const node = ["--import", "tsx", script, base.url, String(silenceSeconds)];
    const worker = spawn(process.execPath, node, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    workers.push(worker);
    if (worker.stdout !== null) await once(worker.stdout, "data");
    return worker;
  }

  function seen() {
    return town.slack.messages("marketing", "ana").filter(({ author }) => author === "segmenta");
  }

  it("is taken over when its worker is killed, and the person sees one answer", async () => {
    const first = await startWorker();
    await town.slack.slash("mary", "marketing", "/segment work");
    await town.slack.until(() => seen().at(-1)?.text.includes("Working"));
    first.kill("SIGKILL");
    const second = await startWorker();
    // Ready for another after the silence, a sweep of a sixth of it, a look at the queue each second, and 4 s of work.
    await town.slack.until(() => seen().at(-1)?.text.startsWith("Done by"));
    expect(seen().map(({ text }) => text)).toEqual([`Done by ${second.pid}`]);
  });

  it("stops when it is asked to", async () => {
    const { id } = await queueJob(base.db, { task: "train", payload: { seed: 600 }, actor });
    await expect.poll(() => stateOf(id)).toBe("running");
    await stopJob(base.db, id);
    await expect.poll(() => stateOf(id)).toBe("stopped");
  });

  async function stateOf(id: number) {
    return (await findJob(base.db, id))?.state;
  }

  it("waits in the queue while no worker lives, and is done by the next", async () => {
    for (const worker of workers) worker.kill("SIGTERM");
    const { id } = await queueJob(base.db, { task: "train", payload: { seed: 1 }, actor });
    expect(await stateOf(id)).toBe("queued");
    await startWorker();
    await expect.poll(() => stateOf(id)).toBe("done");
  });
});
