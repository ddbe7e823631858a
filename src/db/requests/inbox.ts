import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Inbox, Request } from "../../contract/delivery.ts";
import type { Db } from "../connection/connect.ts";
import { inbox } from "../schema/index.ts";

/** A request is taken over by another process after this long; no command takes longer without being a job. */
const lease = sql`now() + interval '60 seconds'`;
/** A request that ended two processes would end a third. */
const mostAttempts = 2;

/** Requests that were taken; finished ones are kept for a day, longer than Slack repeats anything. */
export function createInbox(db: Db): Inbox {
  return {
    async accept({ key, user, line, origin }) {
      const fresh = await db
        .insert(inbox)
        .values({ key, user, line, origin, leasedUntil: lease })
        .onConflictDoNothing()
        .returning({ key: inbox.key });
      return fresh.length > 0;
    },
    async finish(key) {
      await db.update(inbox).set({ finishedAt: sql`now()` }).where(eq(inbox.key, key));
    },
    takeAbandoned: () => takeAbandoned(db),
  };
}

async function takeAbandoned(db: Db): Promise<Request | undefined> {
  const next = db
    .select({ key: inbox.key })
    .from(inbox)
    .where(and(isNull(inbox.finishedAt), lt(inbox.leasedUntil, sql`now()`), lt(inbox.attempts, mostAttempts)))
    .orderBy(asc(inbox.leasedUntil))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await db
    .update(inbox)
    .set({ leasedUntil: lease, attempts: sql`${inbox.attempts} + 1` })
    .where(eq(inbox.key, sql`(${next})`))
    .returning({ key: inbox.key, user: inbox.user, line: inbox.line, origin: inbox.origin });
  return taken;
}

/** Forgets requests older than a day. */
export async function clearInbox(db: Db): Promise<void> {
  await db.delete(inbox).where(lt(inbox.receivedAt, sql`now() - interval '1 day'`));
}
