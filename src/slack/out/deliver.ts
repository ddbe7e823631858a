import type { Delivery, DeliveryChange, OpenDelivery, Origin, Outbox } from "../../contract/delivery.ts";
import type { Action as Button } from "../../contract/reply.ts";
import { share } from "./attachments.ts";
import { readFailure } from "./failure.ts";
import { follow } from "./follow.ts";
import { type Action, type DeliveryEvent, type FailedEnd, next, unconfirmed } from "./next.ts";
import { findPosted, post, respond } from "./post.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import { says } from "../render/words.ts";

/**
 * Brings a delivery as far as it goes now: posts it once, shares its pictures and files, follows its job. `next` says what
 * is done; every step is stored before the next, so that another process can go on where this one ended.
 */
export async function deliver(delivery: OpenDelivery, context: DeliveryContext): Promise<void> {
  const { edge } = context;
  let current = delivery;
  let event: DeliveryEvent = { kind: "taken", now: new Date() };
  for (;;) {
    const step = next(current, event);
    // Told before it is closed: a process that dies in between leaves it open, and the next one tells.
    if (step.do === "end" && "reason" in step) await tellOf(current, step, context);
    if (step.change !== undefined) current = await store(current, step.change, edge.outbox);
    if (step.do === "leave") return edge.outbox.leave(current.id, step.afterMs);
    if (step.do === "end") return;
    event = await attempt(step.do, current, context);
  }
}

async function store(delivery: OpenDelivery, change: DeliveryChange, outbox: Outbox): Promise<OpenDelivery> {
  await outbox.save(delivery.id, change);
  return { ...delivery, ...change };
}

async function tellOf(
  delivery: OpenDelivery,
  { reason, tell }: FailedEnd,
  context: DeliveryContext,
): Promise<void> {
  context.edge.log.warn({ deliveryId: delivery.id, reason }, "an answer was not brought out whole");
  if (tell === "asker") await admitDoubt(delivery, context);
  if (tell === "owner") await tellOwner(delivery, reason, context);
}

/** Does it, and says what came of it; whatever is no failure of Slack's is thrown. */
async function attempt(
  action: Action,
  delivery: OpenDelivery,
  context: DeliveryContext,
): Promise<DeliveryEvent> {
  try {
    return await actions[action](delivery, context);
  } catch (thrown) {
    return { kind: "failed", during: action, failure: readFailure(thrown) };
  }
}

const actions: Readonly<
  Record<Action, (delivery: OpenDelivery, context: DeliveryContext) => Promise<DeliveryEvent>>
> = {
  async look(delivery, { client }) {
    const message = await findPosted(delivery, client);
    if (message === "unknown") return { kind: "hidden" };
    return message === undefined ? { kind: "missing" } : { kind: "found", message };
  },
  async queue(delivery, context) {
    return { kind: "turn", waitMs: delivery.kind === "ephemeral" ? 0 : context.turn(channelOf(delivery)) };
  },
  async knock(_, { client }) {
    await client.auth.test();
    return { kind: "reachable" };
  },
  async post(delivery, { client }) {
    return { kind: "posted", message: await post(delivery, client) };
  },
  async redirect({ reply, origin }) {
    const hint = says[reply.locale].notInChannel;
    const told = origin.responseUrl !== undefined && (await respond(origin.responseUrl, { text: hint }));
    const paragraphs = [...(reply.paragraphs ?? []), ...(told ? [] : [hint])];
    return { kind: "redirected", reply: { ...reply, paragraphs } };
  },
  async complete(delivery, context) {
    if (delivery.reply.job === undefined) await share(delivery, context);
    else if ((await follow(delivery, context)) === "running") return { kind: "running" };
    return { kind: "completed" };
  },
};

/** A direct message counts by its reader: its channel need not be open yet. */
function channelOf({ kind, actor, origin }: OpenDelivery): string {
  return kind === "direct" ? actor.user : origin.channel;
}

/** Slack did not confirm, and the bot cannot look: the person is told, and can ask again. */
function admitDoubt(delivery: Delivery, context: DeliveryContext): Promise<void> {
  const { line, origin, reply } = delivery;
  const words = says[reply.locale];
  const again: Button = { label: words.again, line };
  return context.send({
    ...delivery,
    id: `${delivery.id}:doubt`,
    purpose: "notice",
    kind: "ephemeral",
    origin: withoutUrl(origin),
    reply: {
      locale: reply.locale,
      outcome: "mistake",
      privacy: "totals",
      headline: words.unconfirmed,
      ...(line === "" ? {} : { actions: [again] }),
      data: { outcome: "unconfirmed" },
    },
  });
}

/** The same conversation, spoken to as the bot. */
function withoutUrl({ channel, thread }: Origin): Origin {
  return thread === undefined ? { channel } : { channel, thread };
}

/** Whoever ordered a weekly post hears that it did not come. */
function tellOwner(delivery: Delivery, reason: string, context: DeliveryContext): Promise<void> {
  const { locale } = delivery.actor;
  const { channel } = delivery.origin;
  const { perhapsDelivered, notDelivered } = says[locale];
  return context.send({
    ...delivery,
    id: `${delivery.id}:failed`,
    purpose: "notice",
    kind: "direct",
    reply: {
      locale,
      outcome: "mistake",
      privacy: "totals",
      headline: reason === unconfirmed ? perhapsDelivered(channel) : notDelivered(channel),
      mentions: [channel],
      actions: [{ label: says[locale].again, line: delivery.line }],
      data: { outcome: "undelivered" },
    },
  });
}
