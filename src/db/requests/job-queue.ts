import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { StartedJob } from "../../contract/reply.ts";
import type { Db } from "../connection/connect.ts";
import { type NewJob, startJob } from "./jobs.ts";
import type { TaskName } from "./tasks.ts";
import { jobs, workers } from "../schema/index.ts";

/** The one task of the queue: runs the row of `jobs` that its payload names. */
export const queueTask = "segmenta";
/** A job is begun at most this often: one that ended two workers would end a third. */
const mostAttempts = 3;

/**
 * Writes long work and its place in the queue in one transaction, so that there is never one without the other.
 * The queue's own tables must be there (`jobs/runner/queue.ts` makes them).
 */
export function queueJob<Name extends TaskName>(db: Db, job: NewJob<Name>): Promise<StartedJob> {
  return db.transaction(async (tx) => {
    const started = await startJob(tx, job);
    await tx.execute(sql`select graphile_worker.add_job(
      ${queueTask},
      json_build_object('id', ${started.id}::integer),
      job_key := ${`job:${started.id}`},
      max_attempts := ${mostAttempts}
    )`);
    return started;
  });
}

/**
 * Makes a job that a dead worker had begun one that can be taken again. Only for whoever holds its place in the queue:
 * that is never held by two.
 */
export async function reopenJob(db: Db, id: number): Promise<void> {
  await db
    .update(jobs)
    .set({
      startedAt: null,
      done: 0,
      total: 0,
      state: sql`case ${jobs.state} when 'running' then 'queued' else ${jobs.state} end`,
    })
    .where(and(eq(jobs.id, id), isNotNull(jobs.startedAt), inArray(jobs.state, ["running", "stopping"])));
}

/** The name of a worker's session on the server, by which the others see that its process lives. */
function sessionName(id: string): string {
  return `segmenta ${id}`;
}

/**
 * Says that a worker lives.
 *
 * @param db A pool of one connection, which is the worker's own: it ends with the process, whatever ends that.
 */
export async function beat(db: Db, id: string): Promise<void> {
  await db.execute(sql`select set_config('application_name', ${sessionName(id)}, false)`);
  const beatAt = sql`now()`;
  await db.insert(workers).values({ id, beatAt }).onConflictDoUpdate({ target: workers.id, set: { beatAt } });
}

/** A worker that ended in good order is not waited for. */
export async function endBeat(db: Db, id: string): Promise<void> {
  await db.delete(workers).where(eq(workers.id, id));
}

/** A worker whose session stands is busy rather than dead, unless it is silent so many times longer. */
const patience = 10;

/**
 * Gives the jobs of dead workers to the others: of those that have been silent and whose session is gone, and of any
 * that died before its first beat. Work that keeps a processor busy may keep a worker from beating for a while.
 *
 * @returns How many workers were given up.
 */
export async function releaseSilent(db: Db, silenceSeconds: number): Promise<number> {
  const silent = (times: number) => sql`now() - ${silenceSeconds * times} * interval '1 second'`;
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      delete from workers where beat_at < ${silent(patience)} or (beat_at < ${silent(1)} and not exists (
        select from pg_stat_activity where application_name = 'segmenta ' || workers.id))`);
    const dead = await tx.execute<{ id: string }>(sql`
      select distinct locked_by as id from graphile_worker.jobs
      where locked_by is not null and locked_at < ${silent(1)} and locked_by not in (select id from workers)`);
    if (dead.length === 0) return 0;
    const ids = sql.join(
      dead.map(({ id }) => sql`${id}`),
      sql`, `,
    );
    await tx.execute(sql`select graphile_worker.force_unlock_workers(array[${ids}]::text[])`);
    return dead.length;
  });
}

/** Jobs that the queue has given up, because they ended several workers or could not even be begun. */
export async function loadExhausted(db: Db): Promise<readonly number[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select key from graphile_worker.jobs
    where locked_by is null and attempts >= max_attempts and key like 'job:%'`);
  return rows.map(({ key }) => Number(key.slice("job:".length)));
}

export async function removeFromQueue(db: Db, id: number): Promise<void> {
  await db.execute(sql`select graphile_worker.remove_job(${`job:${id}`})`);
}
