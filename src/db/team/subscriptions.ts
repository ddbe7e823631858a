import { and, asc, eq, lte } from "drizzle-orm";
import type { Actor } from "../../contract/actor.ts";
import type { Delivery } from "../../contract/delivery.ts";
import type { Db } from "../connection/connect.ts";
import { queueDelivery } from "../requests/outbox.ts";
import { digestRuns, subscriptions } from "../schema/index.ts";

/** What somebody wants to be told every week. */
export interface Subscription {
  readonly id: number;
  readonly line: string;
  readonly actor: Actor;
  readonly channel: string | null;
  readonly weekday: number;
  readonly minutes: number;
  readonly quiet: boolean;
  readonly pausedUntil: Date | null;
  readonly nextDue: Date;
}

const columns = {
  id: subscriptions.id,
  line: subscriptions.line,
  actor: subscriptions.actor,
  channel: subscriptions.channel,
  weekday: subscriptions.weekday,
  minutes: subscriptions.minutes,
  quiet: subscriptions.quiet,
  pausedUntil: subscriptions.pausedUntil,
  nextDue: subscriptions.nextDue,
};

/** Saves a subscription. @returns Its id: `d3` for people. */
export async function saveSubscription(
  db: Db,
  subscription: Omit<Subscription, "id" | "pausedUntil">,
): Promise<number> {
  const [saved] = await db.insert(subscriptions).values(subscription).returning({ id: subscriptions.id });
  if (saved === undefined) throw new Error("the subscription was not saved");
  return saved.id;
}

/** Everything that is on, in the order in which it was made. */
export function loadSubscriptions(db: Db): Promise<readonly Subscription[]> {
  return db
    .select(columns)
    .from(subscriptions)
    .where(eq(subscriptions.state, "on"))
    .orderBy(asc(subscriptions.id));
}

export async function findSubscription(db: Db, id: number): Promise<Subscription | undefined> {
  const [found] = await db
    .select(columns)
    .from(subscriptions)
    .where(and(eq(subscriptions.id, id), eq(subscriptions.state, "on")));
  return found;
}

/** Changes a subscription that is on. */
export async function changeSubscription(
  db: Db,
  id: number,
  change: Partial<Omit<Subscription, "id">>,
): Promise<void> {
  await db.update(subscriptions).set(change).where(eq(subscriptions.id, id));
}

export async function endSubscription(db: Db, id: number): Promise<void> {
  await db.update(subscriptions).set({ state: "off" }).where(eq(subscriptions.id, id));
}

/** Those that are due, the longest waiting first. */
export function loadDue(db: Db, now: Date): Promise<readonly Subscription[]> {
  return db
    .select(columns)
    .from(subscriptions)
    .where(and(eq(subscriptions.state, "on"), lte(subscriptions.nextDue, now)))
    .orderBy(asc(subscriptions.nextDue))
    .limit(100);
}

/**
 * Ends a run: its post goes into the outbox and the next date into the subscription, both or neither. Of two workers
 * at the same run the second changes nothing, whatever their clocks say.
 *
 * @param delivery Undefined for a quiet week or a paused one.
 * @returns Whether this run counted.
 */
export function finishRun(
  db: Db,
  { id, nextDue: due }: Pick<Subscription, "id" | "nextDue">,
  next: Date,
  delivery: Delivery | undefined,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const run = { subscriptionId: id, dueAt: due, sent: delivery !== undefined };
    const fresh = await tx
      .insert(digestRuns)
      .values(run)
      .onConflictDoNothing()
      .returning({ at: digestRuns.dueAt });
    if (fresh.length === 0) return false;
    await tx
      .update(subscriptions)
      .set({ nextDue: next })
      .where(and(eq(subscriptions.id, id), eq(subscriptions.nextDue, due)));
    if (delivery !== undefined) await queueDelivery(tx, delivery);
    return true;
  });
}
