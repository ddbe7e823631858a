import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "../../contract/actor.ts";
import type { Progress, Reply, StartedJob } from "../../contract/reply.ts";
import type { Db } from "../connection/connect.ts";
import { jobs } from "../schema/index.ts";
import type { TaskName, TaskRequest } from "./tasks.ts";

export type JobState = (typeof jobs.$inferSelect)["state"];

/** Long work as it stands in its row. */
export interface JobRow {
  readonly id: number;
  readonly task: TaskName;
  readonly actor: Actor;
  /** Of the request that started it, for the log. */
  readonly requestId: string | null;
  readonly state: JobState;
  readonly step: string | null;
  readonly done: number;
  readonly total: number;
  /** The answer, once it has ended. */
  readonly reply: Reply | null;
  readonly createdAt: Date;
}

/** Long work that was asked for. */
export type NewJob<Name extends TaskName = TaskName> = TaskRequest<Name> & {
  readonly actor: Actor;
  readonly requestId?: string | undefined;
};

const columns = {
  id: jobs.id,
  task: jobs.task,
  actor: jobs.actor,
  requestId: jobs.requestId,
  state: jobs.state,
  step: jobs.step,
  done: jobs.done,
  total: jobs.total,
  reply: jobs.reply,
  createdAt: jobs.createdAt,
};

/** Writes long work to the queue. */
export async function startJob<Name extends TaskName>(db: Db, job: NewJob<Name>): Promise<StartedJob> {
  const [row] = await db.insert(jobs).values(job).returning({ id: jobs.id, task: jobs.task });
  if (row === undefined) throw new Error("could not save the job");
  return row;
}

export async function findJob(db: Db, id: number): Promise<JobRow | undefined> {
  const [row] = await db.select(columns).from(jobs).where(eq(jobs.id, id));
  return row;
}

/** Work that waits or runs, latest first. */
export function loadOpenJobs(db: Db): Promise<readonly JobRow[]> {
  return db
    .select(columns)
    .from(jobs)
    .where(inArray(jobs.state, ["queued", "running", "stopping"]))
    .orderBy(desc(jobs.id))
    .limit(20);
}

/**
 * Takes a job that nobody has taken; undefined when there is none. One that was stopped while it waited is taken too,
 * in the state `stopping`, so that it ends with an answer like any other.
 */
export async function takeJob(
  db: Db,
  id: number,
): Promise<(JobRow & { readonly request: TaskRequest }) | undefined> {
  const [row] = await db
    .update(jobs)
    .set({
      state: sql`case ${jobs.state} when 'queued' then 'running' else ${jobs.state} end`,
      startedAt: sql`now()`,
    })
    .where(and(eq(jobs.id, id), isNull(jobs.startedAt), inArray(jobs.state, ["queued", "stopping"])))
    .returning({ ...columns, payload: jobs.payload });
  if (row === undefined) return undefined;
  const { payload, ...rest } = row;
  return { ...rest, request: { task: row.task, payload } as TaskRequest };
}

/** Stores how far a job is, and returns its state, in which a wish to stop is seen. */
export async function reportProgress(db: Db, id: number, progress: Progress | undefined): Promise<JobState> {
  const [row] = await db
    .update(jobs)
    .set(progress ?? { id })
    .where(eq(jobs.id, id))
    .returning({ state: jobs.state });
  if (row === undefined) throw new Error("the job's row is gone");
  return row.state;
}

/** Ends a job with its answer. */
export async function endJob(
  db: Db,
  id: number,
  end: { readonly state: "done" | "failed" | "stopped"; readonly reply: Reply },
): Promise<void> {
  await db
    .update(jobs)
    .set({ ...end, endedAt: sql`now()` })
    .where(eq(jobs.id, id));
}

/** Asks for a stop. @returns Whether there was something to stop. */
export async function stopJob(db: Db, id: number): Promise<boolean> {
  const stopped = await db
    .update(jobs)
    .set({ state: "stopping" })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ["queued", "running", "stopping"])))
    .returning({ id: jobs.id });
  return stopped.length > 0;
}
