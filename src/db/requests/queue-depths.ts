import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/** How much waits and runs, in all processes. */
export interface QueueDepths {
  readonly jobsQueued: number;
  readonly jobsRunning: number;
  /** Answers that are not out yet. */
  readonly answersOpen: number;
  /** Requests that are not answered yet. */
  readonly requestsOpen: number;
  /** How long the oldest of each has waited, in seconds; 0 where nothing waits. */
  readonly jobWaits: number;
  readonly answerWaits: number;
  readonly requestWaits: number;
  /** Connections to the base. */
  readonly connections: number;
  /** Connections at work. */
  readonly connectionsBusy: number;
  /** Connections that wait for a lock of another. */
  readonly connectionsLocked: number;
}

/** Counts what waits and runs, by indexes on what is open. */
export async function loadQueueDepths(db: Db): Promise<QueueDepths> {
  const [row] = await db.execute<QueueDepths & Record<string, unknown>>(sql`
    select (select count(*)::int from jobs where state = 'queued') as "jobsQueued",
           (select count(*)::int from jobs where state in ('running', 'stopping')) as "jobsRunning",
           (select count(*)::int from outbox where state in ('waiting', 'posting', 'posted')) as "answersOpen",
           (select count(*)::int from inbox where finished_at is null) as "requestsOpen",
           (select ${age(sql`min(created_at)`)} from jobs where state = 'queued') as "jobWaits",
           (select ${age(sql`min(created_at)`)} from outbox where state in ('waiting', 'posting')) as "answerWaits",
           (select ${age(sql`min(received_at)`)} from inbox where finished_at is null) as "requestWaits",
           count(*)::int as connections, (count(*) filter (where state = 'active'))::int as "connectionsBusy",
           (count(*) filter (where wait_event_type = 'Lock'))::int as "connectionsLocked"
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`);
  if (row === undefined) throw new Error("the depths of the queues were not counted");
  return row;
}

/** Seconds since a moment; 0 where there is none. */
function age(moment: SQL): SQL {
  return sql`coalesce(extract(epoch from now() - ${moment}), 0)::float8`;
}

/** What long work of one kind has taken, as far as its rows are kept. */
export interface JobDurations {
  readonly task: string;
  readonly state: "done" | "failed" | "stopped";
  readonly jobs: number;
  /** Seconds of work of all of them. */
  readonly seconds: number;
  /** Seconds until work began, of all of them. */
  readonly waited: number;
  /** Seconds of work of the longest. */
  readonly longest: number;
}

/** How long jobs took, in all processes: a worker has no port of its own to be asked at. */
export async function loadJobDurations(db: Db): Promise<readonly JobDurations[]> {
  return db.execute<JobDurations & Record<string, unknown>>(sql`
    select task, state, count(*)::int as jobs,
           sum(extract(epoch from ended_at - started_at))::float8 as seconds,
           sum(extract(epoch from started_at - created_at))::float8 as waited,
           max(extract(epoch from ended_at - started_at))::float8 as longest
    from jobs where ended_at is not null and started_at is not null group by task, state order by task, state`);
}
