import type { Actor } from "../../src/contract/actor.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import { jobTable } from "../../src/jobs/runner/table.ts";
import { runJob } from "../../src/jobs/runner/worker.ts";
import { createLog } from "../../src/lib/log.ts";
import type { Progress, Reply } from "../../src/contract/reply.ts";
import { answerOn, someone } from "./small-shop.ts";

/** A person at a base: says lines, and waits for the long work that they start. */
export function personAt(db: Db, other: Partial<Actor> = {}) {
  const log: string[] = [];
  const answer = answerOn(db, (line) => log.push(line));
  const actor = someone(other);
  const steps: Progress[] = [];
  async function say(line: string): Promise<Reply> {
    const reply = await answer(line, actor);
    if (reply.job === undefined) return reply;
    const world = {
      db,
      jobTable,
      answer,
      log: createLog((entry) => log.push(entry)),
      clock: () => new Date("2024-01-01T12:00:00Z"),
    };
    const ended = await runJob(reply.job.id, world, (progress) => steps.push(progress));
    if (ended === undefined) throw new Error("another has the job");
    return ended;
  }
  return { say, steps, log, actor };
}
