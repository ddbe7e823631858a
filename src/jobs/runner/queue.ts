import { EventEmitter } from "node:events";
import { Logger, run, runMigrations, type TaskList, type WorkerEvents } from "graphile-worker";
import { connect, type Db } from "../../db/connection/connect.ts";
import {
  beat,
  endBeat,
  loadExhausted,
  queueTask,
  releaseSilent,
  removeFromQueue,
  reopenJob,
} from "../../db/requests/job-queue.ts";
import { endJob, findJob } from "../../db/requests/jobs.ts";
import { errorReply } from "../../contract/error-reply.ts";
import type { Log } from "../../lib/log.ts";
import { digestTick, runDueDigests } from "../digest/digest.ts";
import { forgetOld, housekeepingTick } from "./housekeeping.ts";
import { fieldsOf, runJob, type WorkerDependencies } from "./worker.ts";

/** How the queue is worked on; the defaults are those of a real worker. */
export interface QueueOptions {
  /** Jobs at a time in this process. */
  readonly concurrency?: number;
  /** A worker that has said nothing for so long is given up, in seconds. */
  readonly silenceSeconds?: number;
}

export interface RunningQueue {
  /** Whether this process takes jobs. */
  isRunning(): boolean;
  /** Lets running jobs end for a while, then gives them back to the queue. */
  stop(): Promise<void>;
}

const troubles: ReadonlySet<string> = new Set(["error", "warning"]);

/** The worker's library writes sentences with payloads in them: only that it warned is kept. */
function quiet(log: Log): Logger {
  return new Logger(() => (level) => {
    if (troubles.has(level)) log.warn({ level }, "the job queue met trouble");
  });
}

/** Makes the queue's own tables; nothing is done where they are. */
export async function prepareQueue(url: string, log: Log): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet(log) });
}

/**
 * Takes jobs from the queue until it is stopped. A heartbeat says that this process lives: the queue's own lock of a
 * dead worker would last for hours, so every process gives up those that are silent, and their jobs begin again.
 */
export async function startQueue(
  world: WorkerDependencies,
  url: string,
  { concurrency = 1, silenceSeconds = 30 }: QueueOptions = {},
): Promise<RunningQueue> {
  await prepareQueue(url, world.log);
  const pulse = connect(url, 1);
  const events: WorkerEvents = new EventEmitter();
  let heart: NodeJS.Timeout | undefined;
  let id = "";
  events.on("pool:create", ({ workerPool }) => {
    id = workerPool.id; // what the queue writes on the jobs that this process takes
    heart = startHeart(id, world, pulse.db, silenceSeconds);
  });
  const runner = await run({
    connectionString: url,
    maxPoolSize: concurrency + 2,
    concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: quiet(world.log),
    events,
    taskList: listTasks(world),
    // Each by one of all workers; a tick that nobody was there for is not made up for: the next one is.
    crontab: `* * * * * ${digestTick} ?max=1\n17 3 * * * ${housekeepingTick} ?max=1`,
  });
  let isStopped = false;
  void runner.promise.catch(() => undefined).finally(() => (isStopped = true));
  return {
    isRunning: () => !isStopped,
    async stop() {
      await runner.stop();
      clearInterval(heart);
      await endBeat(pulse.db, id);
      await pulse.close();
    },
  };
}

function listTasks(world: WorkerDependencies): TaskList {
  return {
    async [queueTask](payload, { job }) {
      const { id } = payload as { readonly id: number };
      if (job.attempts > 1) await reopenJob(world.db, id);
      await runJob(id, world);
    },
    async [digestTick]() {
      await runDueDigests(world);
    },
    async [housekeepingTick]() {
      await forgetOld(world.db);
    },
  };
}

/** Beats, and gives up the workers that do not, six times in the time that one may be silent. */
function startHeart(
  id: string,
  world: WorkerDependencies,
  pulse: Db,
  silenceSeconds: number,
): NodeJS.Timeout {
  const { db, log } = world;
  let isBeating = false;
  async function beatOnce(): Promise<void> {
    if (isBeating) return;
    isBeating = true;
    try {
      await beat(pulse, id);
      const released = await releaseSilent(db, silenceSeconds);
      if (released > 0) log.warn({ workers: released }, "dead workers were given up");
      for (const exhausted of await loadExhausted(db)) await giveUp(exhausted, world);
    } catch {
      // A beat that fails is followed by another: the others wait for several.
    } finally {
      isBeating = false;
    }
  }
  void beatOnce();
  return setInterval(() => void beatOnce(), (silenceSeconds * 1_000) / 6);
}

/** Whoever waits for a job that ended several workers is told, instead of being left to wait. */
async function giveUp(id: number, { db, log }: WorkerDependencies): Promise<void> {
  const row = await findJob(db, id);
  if (row !== undefined && row.reply === null) {
    const { locale } = row.actor;
    await endJob(db, id, {
      state: "failed",
      reply: errorReply(new Error("gave up"), { locale, log, fields: fieldsOf(row) }),
    });
  }
  await removeFromQueue(db, id);
}
