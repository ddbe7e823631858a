import { sql } from "drizzle-orm";
import type { Db } from "./connect.ts";

/** How much waits and runs, in all processes. */
export interface QueueDepths {
  readonly jobsQueued: number;
  readonly jobsRunning: number;
  /** Answers that are not out yet. */
  readonly answersOpen: number;
  /** Requests that are not answered yet. */
  readonly requestsOpen: number;
  /** Connections to the base. */
  readonly connections: number;
  /** Connections at work. */
  readonly connectionsBusy: number;
}

/** Counts what waits and runs, by indexes on what is open. */
export async function loadQueueDepths(db: Db): Promise<QueueDepths> {
  const [row] = await db.execute<QueueDepths & Record<string, unknown>>(sql`
    select (select count(*)::int from jobs where state = 'queued') as "jobsQueued",
           (select count(*)::int from jobs where state in ('running', 'stopping')) as "jobsRunning",
           (select count(*)::int from outbox where state in ('waiting', 'posting', 'posted')) as "answersOpen",
           (select count(*)::int from inbox where finished_at is null) as "requestsOpen",
           count(*)::int as connections, (count(*) filter (where state = 'active'))::int as "connectionsBusy"
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`);
  if (row === undefined) throw new Error("the depths of the queues were not counted");
  return row;
}
