import { and, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Asker } from "../asker.ts";
import type { JsonObject, StartedJob } from "../reply.ts";
import type { Db } from "./connect.ts";
import { startJob } from "./jobs.ts";
import { jobs, workers } from "./schema.ts";

/** The one task of the queue: runs the row of `jobs` that its payload names. */
export const queueTask = "segmenta";
/** A job is begun at most this often: one that ended two workers would end a third. */
const mostAttempts = 3;

/**
 * Writes long work and its place in the queue in one transaction, so that there is never one without the other.
 * The queue's own tables must be there (`jobs/queue.ts` makes them).
 */
export function queueJob(
  db: Db,
  job: { readonly task: string; readonly payload: JsonObject; readonly asker: Asker },
): Promise<StartedJob> {
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

/** Says that these workers live. */
export async function beat(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const beatAt = sql`now()`;
  await db
    .insert(workers)
    .values(ids.map((id) => ({ id, beatAt })))
    .onConflictDoUpdate({ target: workers.id, set: { beatAt } });
}

/** Workers that ended in good order are not waited for. */
export async function endBeat(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.delete(workers).where(inArray(workers.id, [...ids]));
}

/**
 * Gives the jobs of workers that have been silent to the others; also of one that died before its first beat.
 *
 * @returns How many workers were given up.
 */
export async function releaseSilent(db: Db, silenceSeconds: number): Promise<number> {
  const limit = sql`now() - ${silenceSeconds} * interval '1 second'`;
  return db.transaction(async (tx) => {
    await tx.delete(workers).where(lt(workers.beatAt, limit));
    const silent = await tx.execute<{ id: string }>(sql`
      select distinct locked_by as id from graphile_worker.jobs
      where locked_by is not null and locked_at < ${limit} and locked_by not in (select id from workers)`);
    if (silent.length === 0) return 0;
    const ids = sql.join(
      silent.map(({ id }) => sql`${id}`),
      sql`, `,
    );
    await tx.execute(sql`select graphile_worker.force_unlock_workers(array[${ids}]::text[])`);
    return silent.length;
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
