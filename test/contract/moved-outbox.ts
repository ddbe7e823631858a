import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Outbox } from "../../src/contract/delivery.ts";
import type { Db } from "../../src/db/connection/connect.ts";

/** Whether something has come about. */
export type IsSo = () => boolean | Promise<boolean>;

export interface MovedOutbox {
  readonly outbox: Outbox;
  /** Makes due what was put off, as often as it is put off again, until something is so. */
  readonly passTimeUntil: (isSo: IsSo) => Promise<void>;
}

/** An outbox whose clock is moved by hand: nobody sits out the seconds for which a delivery is put off. */
export function createMovedOutbox(outbox: Outbox): MovedOutbox {
  const putOff = new Set<string>();
  return {
    outbox: {
      ...outbox,
      async leave(id, afterMs) {
        await outbox.leave(id, afterMs);
        if (afterMs > 0) putOff.add(id);
      },
    },
    passTimeUntil: async (isSo) => {
      while (!(await isSo())) {
        const due = [...putOff];
        putOff.clear();
        for (const id of due) await outbox.leave(id, 0);
        await wait(20);
      }
    },
  };
}

/** Requests without an end, and answers that are not out or given up. */
export async function countOpen(db: Db): Promise<number> {
  const [row] = await db.execute<{ open: number }>(sql`
    select (select count(*)::int from outbox where state not in ('done', 'failed'))
         + (select count(*)::int from inbox where finished_at is null) as open`);
  return row?.open ?? 0;
}
