import type { Delivery } from "../../contract/delivery.ts";
import { finishRun, loadDue, type Subscription } from "../../db/team/subscriptions.ts";
import type { Reply } from "../../contract/reply.ts";
import { nextDue } from "../../contract/schedule.ts";
import type { WorkerDependencies } from "../runner/worker.ts";

/** The queue's tick: how a crontab calls it. */
export const digestTick = "segmenta_digests";

/**
 * Answers every subscription that is due and puts the answers into the outbox. Any number of workers may do so at
 * once, and again after a crash: each date of a subscription gets one post. Of several dates that were missed only
 * the last one is made good.
 *
 * @returns How many posts were put into the outbox.
 */
export async function runDueDigests({
  db,
  answer,
  clock,
  log,
}: Pick<WorkerDependencies, "db" | "answer" | "clock" | "log">): Promise<number> {
  const now = clock();
  let posts = 0;
  for (const subscription of await loadDue(db, now)) {
    const { line, actor } = subscription;
    const reply = isPaused(subscription) ? undefined : await answer(line, actor, idOf(subscription));
    const delivery = reply && worthTelling(subscription, reply) ? deliveryOf(subscription, reply) : undefined;
    const next = nextDue({ ...subscription, timeZone: subscription.actor.timeZone }, now);
    const counted = await finishRun(db, subscription, next, delivery);
    if (counted && delivery !== undefined) posts += 1;
    log.info({ subscriptionId: subscription.id, sent: delivery !== undefined, counted }, "digest was due");
  }
  return posts;
}

function isPaused({ pausedUntil, nextDue: due }: Subscription): boolean {
  return pausedUntil !== null && due < pausedUntil;
}

/** A quiet subscription is silent when nothing was found; what went wrong is told all the same. */
function worthTelling({ quiet }: Subscription, { outcome, data }: Reply): boolean {
  return !quiet || outcome !== "ok" || data["found"] !== 0;
}

/** The same for every attempt at one date, so that the outbox takes it once. */
function idOf({ id, nextDue: due }: Subscription): string {
  return `digest:${id}:${due.toISOString()}`;
}

function deliveryOf(subscription: Subscription, reply: Reply): Delivery {
  const { actor, channel, line } = subscription;
  return {
    id: idOf(subscription),
    line,
    actor,
    origin: { channel: channel ?? "" },
    purpose: "scheduled",
    kind: channel === null ? "direct" : "channel",
    reply,
  };
}
