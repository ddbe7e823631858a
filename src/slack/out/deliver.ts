import {
  type DeliveryChange,
  isUnasked,
  type OpenDelivery,
  type Origin,
  type Outbox,
} from "../../contract/delivery.ts";
import type { Action } from "../../contract/reply.ts";
import { share } from "./attachments.ts";
import { type Failure, failureName, isAbsence, readFailure } from "./failure.ts";
import { follow } from "./follow.ts";
import { findPosted, post, respond } from "./post.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import { says } from "../render/words.ts";

const pause = { uncertainMs: 3_000, followMs: 1_000 };
/** Why a post was given up that may stand. */
const unconfirmed = "unconfirmed";
/** Nobody waits for an answer from this long ago; what comes every week is good for a day. */
const oldestMs = { asked: 60 * 60_000, unasked: 24 * 60 * 60_000 };

/**
 * Brings a delivery as far as it goes now: posts it once, shares its pictures and files, follows its job. Every step is
 * stored before the next, so that another process can go on where this one ended.
 */
export async function deliver(delivery: OpenDelivery, tools: DeliveryContext): Promise<void> {
  const { outbox, log } = tools.edge;
  try {
    const posted = delivery.state === "posted" ? delivery : await ensurePosted(delivery, tools);
    if (posted === undefined) return;
    if (posted.reply.job === undefined) await share(posted, tools);
    else if ((await follow(posted, tools)) === "running")
      return await outbox.leave(posted.id, pause.followMs);
    await outbox.save(posted.id, { state: "done" });
  } catch (thrown) {
    const failure = readFailure(thrown);
    if (failure.kind === "delayed") return outbox.leave(delivery.id, failure.afterMs);
    log.warn({ deliveryId: delivery.id, failure: failureName(failure) }, "an answer could not be completed");
    await outbox.save(delivery.id, { state: "failed" });
  }
}

/** @returns The delivery with its message; undefined when that has to wait, or was given up. */
async function ensurePosted(
  delivery: OpenDelivery,
  tools: DeliveryContext,
): Promise<OpenDelivery | undefined> {
  const { outbox } = tools.edge;
  const limitMs = isUnasked(delivery) ? oldestMs.unasked : oldestMs.asked;
  if (Date.now() - delivery.createdAt.getTime() > limitMs) return giveUp(delivery, tools, "too_old");
  if (delivery.state === "posting") {
    const found = await lookAgain(delivery, tools);
    if (found === "later") return undefined;
    if (found === "unknown") return admitDoubt(delivery, tools);
    if (found !== undefined) return advance(delivery, outbox, { state: "posted", message: found });
  }
  const waitMs = delivery.kind === "ephemeral" ? 0 : tools.turn(channelOf(delivery));
  if (waitMs > 0) {
    await outbox.leave(delivery.id, waitMs);
    return undefined;
  }
  const awayMs = isUnasked(delivery) ? await absenceOf(tools.client) : 0;
  if (awayMs > 0) {
    await outbox.leave(delivery.id, awayMs);
    return undefined;
  }
  await outbox.save(delivery.id, { state: "posting" });
  try {
    const message = await post(delivery, tools.client);
    return await advance(delivery, outbox, {
      state: "posted",
      ...(message === undefined ? {} : { message }),
    });
  } catch (thrown) {
    return afterFailedPost(delivery, tools, readFailure(thrown));
  }
}

/**
 * Whether Slack answers at all. What comes every week waits until it does: a post that fails in an outage may or may not
 * stand, and in a channel the bot cannot look.
 *
 * @returns 0 when it does; else how many milliseconds to wait.
 */
async function absenceOf(client: DeliveryContext["client"]): Promise<number> {
  try {
    await client.auth.test();
    return 0;
  } catch (thrown) {
    const failure = readFailure(thrown);
    if (failure.kind === "refused") return 0; // it is there, and the post will hear the same
    return failure.kind === "delayed" ? failure.afterMs : pause.uncertainMs;
  }
}

/** A direct message counts by its reader: its channel need not be open yet. */
function channelOf({ kind, actor, origin }: OpenDelivery): string {
  return kind === "direct" ? actor.user : origin.channel;
}

/** @returns `later` when Slack cannot even be asked; the delivery waits. */
async function lookAgain(delivery: OpenDelivery, { client, edge }: DeliveryContext) {
  try {
    return await findPosted(delivery, client);
  } catch (thrown) {
    if (readFailure(thrown).kind !== "uncertain") throw thrown;
    await edge.outbox.leave(delivery.id, pause.uncertainMs);
    return "later";
  }
}

async function afterFailedPost(
  delivery: OpenDelivery,
  tools: DeliveryContext,
  failure: Failure,
): Promise<OpenDelivery | undefined> {
  const { outbox } = tools.edge;
  if (failure.kind === "uncertain") {
    await outbox.leave(delivery.id, pause.uncertainMs);
    return undefined;
  }
  if (failure.kind === "delayed") {
    await outbox.save(delivery.id, { state: "waiting" });
    await outbox.leave(delivery.id, failure.afterMs);
    return undefined;
  }
  if (isAbsence(failure) && delivery.kind !== "direct") return goDirect(delivery, tools);
  return giveUp(delivery, tools, failure.error);
}

/** The bot may not speak where it was asked: the answer comes directly, and says how to invite the bot. */
async function goDirect(delivery: OpenDelivery, tools: DeliveryContext): Promise<OpenDelivery | undefined> {
  const { locale } = delivery.reply;
  const { responseUrl } = delivery.origin;
  const hint = says[locale].notInChannel;
  const told = responseUrl !== undefined && (await respond(responseUrl, { text: hint }));
  const reply = told
    ? delivery.reply
    : { ...delivery.reply, paragraphs: [...(delivery.reply.paragraphs ?? []), hint] };
  const direct = await advance(delivery, tools.edge.outbox, { state: "waiting", kind: "direct", reply });
  return ensurePosted(direct, tools);
}

/** Slack did not confirm, and the bot cannot look: better one answer too few than two; the person can ask again. */
async function admitDoubt(delivery: OpenDelivery, tools: DeliveryContext): Promise<undefined> {
  const { locale } = delivery.reply;
  const again: Action = { label: says[locale].again, line: delivery.line };
  if (delivery.kind !== "channel" || isUnasked(delivery)) return giveUp(delivery, tools, unconfirmed);
  await tools.send({
    ...delivery,
    id: `${delivery.id}:doubt`,
    kind: "ephemeral",
    origin: withoutUrl(delivery.origin),
    reply: {
      locale,
      outcome: "mistake",
      privacy: "totals",
      headline: says[locale].unconfirmed,
      ...(delivery.line === "" ? {} : { actions: [again] }),
      data: { outcome: "unconfirmed" },
    },
  });
  return giveUp(delivery, tools, unconfirmed);
}

/** The same conversation, spoken to as the bot. */
function withoutUrl({ channel, thread }: Origin): Origin {
  return thread === undefined ? { channel } : { channel, thread };
}

async function giveUp(delivery: OpenDelivery, tools: DeliveryContext, reason: string): Promise<undefined> {
  const { edge } = tools;
  edge.log.warn({ deliveryId: delivery.id, reason }, "an answer was not posted");
  // Told before it is closed: a process that dies in between leaves it open, and the next one tells.
  if (isUnasked(delivery) && delivery.kind === "channel") await tellOwner(delivery, reason, tools);
  await edge.outbox.save(delivery.id, { state: "failed" });
  return undefined;
}

/** Whoever ordered a weekly post hears that it did not come. */
async function tellOwner(delivery: OpenDelivery, reason: string, tools: DeliveryContext): Promise<void> {
  const { locale } = delivery.actor;
  const { channel } = delivery.origin;
  await tools.send({
    ...delivery,
    id: `${delivery.id}:failed`,
    kind: "direct",
    reply: {
      locale,
      outcome: "mistake",
      privacy: "totals",
      headline:
        reason === unconfirmed ? says[locale].perhapsDelivered(channel) : says[locale].notDelivered(channel),
      mentions: [channel],
      actions: [{ label: says[locale].again, line: delivery.line }],
      data: { outcome: "undelivered" },
    },
  });
}

async function advance(
  delivery: OpenDelivery,
  outbox: Outbox,
  change: DeliveryChange,
): Promise<OpenDelivery> {
  await outbox.save(delivery.id, change);
  return { ...delivery, ...change };
}
