import type { Actor } from "../contract/actor.ts";
import type { Db } from "../db/connection/connect.ts";
import { type NewJob, startJob } from "../db/requests/jobs.ts";
import type { TaskName } from "../db/requests/tasks.ts";
import { findSettings } from "../db/team/settings.ts";
import { stamp } from "../contract/stamp.ts";
import { errorReply } from "../contract/error-reply.ts";
import { createFormat } from "../lib/locale.ts";
import type { Log } from "../lib/log.ts";
import type { Reply, StartedJob } from "../contract/reply.ts";
import { verbs } from "./grammar/table.ts";
import { parse } from "./grammar/parse.ts";

/** What answering needs of the world; given by `main`. */
export interface AnswerDependencies {
  readonly db: Db;
  readonly log: Log;
  /** ISO 4217 code used until the team sets one. */
  readonly currency: string;
  readonly clock: () => Date;
  /** Writes long work where somebody will take it; only its row, for whoever runs it at once, unless said. */
  readonly start?: <Name extends TaskName>(job: NewJob<Name>) => Promise<StartedJob>;
  /** Told of every answer. */
  readonly answered?: (answer: Answered) => void;
}

/** How an answer came about. */
export interface Answered {
  /** The verb; "unread" for a line that has none. */
  readonly command: string;
  readonly outcome: Reply["outcome"];
  readonly seconds: number;
}

/**
 * Answers a command line. Never throws: what goes wrong is a Reply too.
 *
 * @param requestId Stands in every line of the log that comes of this request, its job's included.
 */
export type Answer = (line: string, actor: Actor, requestId?: string) => Promise<Reply>;

/** The one way in for every edge, and the catcher of what commands throw. */
export function createAnswer(world: AnswerDependencies): Answer {
  const { db, log, currency, clock, start = (job) => startJob(db, job) } = world;
  return async function answer(line, actor, requestId) {
    const started = performance.now();
    let command = "unread";
    function tell({ outcome }: Reply): void {
      const seconds = (performance.now() - started) / 1_000;
      world.answered?.({ command, outcome, seconds });
      const durationMs = Math.round(seconds * 1_000);
      log.info({ requestId, command, outcome, durationMs }, "command answered");
    }
    try {
      const parsed = parse(line, actor, verbs);
      command = parsed.command.name;
      const team = await findSettings(db, "team");
      const body = await parsed.run({
        db,
        actor,
        locale: actor.locale,
        format: createFormat(actor.locale, team.currency ?? currency, actor.timeZone),
        now: clock(),
        line,
        privacy: parsed.declared.privacy,
        start: (task, payload) => start({ task, payload, actor, requestId }),
      });
      const reply = stamp(body, { locale: actor.locale, widest: parsed.declared.privacy });
      tell(reply);
      return reply;
    } catch (thrown) {
      const reply = errorReply(thrown, { locale: actor.locale, log, fields: { requestId, command } });
      tell(reply);
      return reply;
    }
  };
}
