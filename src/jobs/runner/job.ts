import type { Actor } from "../../contract/actor.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { Payload, Result, TaskName } from "../../db/requests/tasks.ts";
import type { Progress } from "../../contract/reply.ts";
import type { Computation } from "./computation.ts";

/** What long work gets: the base, who asked, and a way to tell how far it is and to be stopped. */
export interface JobContext extends Computation {
  readonly db: Db;
  readonly actor: Actor;
  /** The day the answer is about; no job reads the clock. */
  readonly now: Date;
  /** Tells the actor how far the work is; cheap enough to call for every batch. */
  report(progress: Progress): void;
  /** Tells what is done for good, in a sentence: whoever stops the rest, or sees it fail, reads it. */
  keep(done: string): void;
  /** Aborted when the actor presses Stop: `signal.throwIfAborted()` between batches. */
  readonly signal: AbortSignal;
}

/**
 * One kind of long work. It writes in one transaction or not at all, so a stop or a crash leaves nothing half-done.
 * What comes of it is data: `closing-lines.ts` makes of it the line whose answer is the answer of the job.
 */
export type Job<Name extends TaskName> = (
  payload: Payload<Name>,
  context: JobContext,
) => Promise<Result<Name>>;

/** Every kind of long work. */
export type JobTable = { readonly [Name in TaskName]: Job<Name> };
