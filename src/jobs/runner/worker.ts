import type { Actor } from "../../contract/actor.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { TaskName, TaskRequest } from "../../db/requests/tasks.ts";
import { endJob, type JobRow, reportProgress, takeJob } from "../../db/requests/jobs.ts";
import { errorReply } from "../../contract/error-reply.ts";
import type { Log, LogFields } from "../../lib/log.ts";
import type { Progress, Reply } from "../../contract/reply.ts";
import { closingLines } from "./closing-lines.ts";
import { type Computation, onThisThread } from "./computation.ts";
import type { JobContext, JobTable } from "./job.ts";
import { jobSays } from "./words.ts";

/** What running a job needs of the world; given by `main`. */
export interface WorkerDependencies {
  readonly db: Db;
  readonly log: Log;
  readonly jobTable: JobTable;
  /** The answer to the line that a job ends with. */
  readonly answer: (line: string, actor: Actor, requestId?: string) => Promise<Reply>;
  readonly clock: () => Date;
  /** In other threads; on this one unless said. */
  readonly computation?: Computation;
}

/** How often progress is written and a wish to stop is looked for, in milliseconds. */
const beat = 400;

/**
 * Runs a job of the table `jobs` to its end and stores its answer there; the second of the two catchers.
 *
 * @param follow Told of every progress, for an edge that runs the job itself.
 * @returns The answer; undefined when another process has the job.
 */
export async function runJob(
  id: number,
  world: WorkerDependencies,
  follow: (progress: Progress) => void = () => undefined,
): Promise<Reply | undefined> {
  const row = await takeJob(world.db, id);
  if (row === undefined) return undefined;
  const started = performance.now();
  const end = await attempt(row, world, follow);
  await endJob(world.db, id, end);
  const durationMs = Math.round(performance.now() - started);
  world.log.info({ ...fieldsOf(row), state: end.state, durationMs }, "job ended");
  return end.reply;
}

/** What the log says of a job in every line. */
export function fieldsOf({ id, task, requestId }: JobRow): LogFields {
  return { requestId: requestId ?? undefined, jobId: id, task };
}

interface End {
  readonly state: "done" | "failed" | "stopped";
  readonly reply: Reply;
}

async function attempt(
  row: JobRow & { readonly request: TaskRequest },
  world: WorkerDependencies,
  follow: (progress: Progress) => void,
): Promise<End> {
  const { db, log, clock } = world;
  const stop = new AbortController();
  const pulse = startPulse(db, row, stop);
  let kept: string | undefined;
  try {
    if (row.state === "stopping") stop.abort();
    stop.signal.throwIfAborted();
    const line = await runTask(row.request, world.jobTable, {
      db,
      actor: row.actor,
      now: clock(),
      signal: stop.signal,
      ...(world.computation ?? onThisThread),
      report(progress) {
        pulse.latest = progress;
        follow(progress);
      },
      keep(done) {
        kept = done;
      },
    });
    const reply = await world.answer(line, row.actor, row.requestId ?? undefined);
    return { state: reply.outcome === "ok" ? "done" : "failed", reply };
  } catch (thrown) {
    if (stop.signal.aborted) return { state: "stopped", reply: stoppedReply(row, kept) };
    const { locale } = row.actor;
    return { state: "failed", reply: errorReply(thrown, { locale, log, fields: fieldsOf(row), kept }) };
  } finally {
    await pulse.end();
  }
}

/** Does the work, and makes of what came of it the line that ends the job. */
async function runTask<Name extends TaskName>(
  { task, payload }: TaskRequest<Name>,
  jobTable: JobTable,
  context: JobContext,
): Promise<string> {
  return closingLines[task](await jobTable[task](payload, context));
}

function stoppedReply({ actor: { locale }, task }: JobRow, kept: string | undefined): Reply {
  const { stopped, nothingChanged } = jobSays[locale];
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: `${stopped} ${kept ?? nothingChanged}`,
    data: { stopped: task },
  };
}

/** Writes the latest progress a few times a second, and aborts the work once its row says `stopping`. */
function startPulse(db: Db, { id }: JobRow, stop: AbortController) {
  const pulse = {
    latest: undefined as Progress | undefined,
    async end(): Promise<void> {
      clearInterval(timer);
      await writing;
    },
  };
  let writing: Promise<void> | undefined;
  async function write(): Promise<void> {
    try {
      const state = await reportProgress(db, id, pulse.latest);
      if (state === "stopping") stop.abort();
    } finally {
      writing = undefined;
    }
  }
  const timer = setInterval(() => {
    // A write that fails is seen by the job itself, whose own statements fail then; the next beat tries again.
    writing ??= write().catch(() => undefined);
  }, beat);
  return pulse;
}
