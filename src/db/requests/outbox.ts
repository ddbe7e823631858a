import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Delivery, DeliveryState, OpenDelivery, Outbox } from "../../contract/delivery.ts";
import type { Db } from "../connection/connect.ts";
import { outbox } from "../schema/index.ts";

/** While a process works on a delivery it is due again only after this long; every step renews it. */
const leaseSeconds = 60;
const open: readonly DeliveryState[] = ["waiting", "posting", "posted"];

function dueIn(milliseconds: number) {
  return sql`now() + ${milliseconds} * interval '1 millisecond'`;
}

const columns = {
  id: outbox.id,
  line: outbox.line,
  actor: outbox.actor,
  origin: outbox.origin,
  purpose: outbox.purpose,
  kind: outbox.kind,
  reply: outbox.reply,
  state: outbox.state,
  message: outbox.message,
  uploaded: outbox.uploaded,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
};

/** The outbox of a base. A row is in one process' hands at a time: taking it moves `due_at` into the future. */
export function createOutbox(db: Db): Outbox {
  const leased = dueIn(leaseSeconds * 1_000);
  return {
    add: (delivery) => add(db, delivery),
    take: () => take(db),
    async save(id, change) {
      await db
        .update(outbox)
        .set({ ...change, dueAt: leased })
        .where(eq(outbox.id, id));
    },
    async leave(id, afterMs) {
      await db
        .update(outbox)
        .set({ dueAt: dueIn(afterMs) })
        .where(eq(outbox.id, id));
    },
  };
}

async function add(db: Db, delivery: Delivery): Promise<boolean> {
  const { id, line, actor, origin, purpose, kind, reply } = delivery;
  const fresh = await db
    .insert(outbox)
    .values({ id, line, actor, origin, purpose, kind, reply, dueAt: dueIn(leaseSeconds * 1_000) })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return fresh.length > 0;
}

/** Stores an answer that whoever is free brings out: in the transaction of what it tells of. */
export async function queueDelivery(tx: Db, delivery: Delivery): Promise<void> {
  const { id, line, actor, origin, purpose, kind, reply } = delivery;
  await tx
    .insert(outbox)
    .values({ id, line, actor, origin, purpose, kind, reply, dueAt: sql`now()` })
    .onConflictDoNothing();
}

async function take(db: Db): Promise<OpenDelivery | undefined> {
  const next = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.state, [...open]), lt(outbox.dueAt, sql`now()`)))
    .orderBy(asc(outbox.dueAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await db
    .update(outbox)
    .set({ dueAt: dueIn(leaseSeconds * 1_000), attempts: sql`${outbox.attempts} + 1` })
    .where(eq(outbox.id, sql`(${next})`))
    .returning(columns);
  return taken;
}

/** Forgets answers that were delivered more than a week ago: they hold what people asked for. */
export async function clearOutbox(db: Db): Promise<void> {
  await db
    .delete(outbox)
    .where(
      and(inArray(outbox.state, ["done", "failed"]), lt(outbox.createdAt, sql`now() - interval '7 days'`)),
    );
}
