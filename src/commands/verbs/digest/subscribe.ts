import { dayMs } from "../../../lib/day.ts";
import { mayActAs } from "../../../contract/actor.ts";
import { findSettings } from "../../../db/team/settings.ts";
import {
  changeSubscription,
  endSubscription,
  findSubscription,
  saveSubscription,
  type Subscription,
} from "../../../db/team/subscriptions.ts";
import { UserError } from "../../../contract/errors.ts";
import { type Locale, readLocale } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { nextDue } from "../../../contract/schedule.ts";
import type { CommandContext } from "../../grammar/command.ts";
import type { Wish } from "./read.ts";
import { savedReply, sentence } from "./subscriptions-reply.ts";
import { subscriptionSays } from "./subscription-words.ts";

/** What comes when nothing else is said: Monday at nine. */
const usualTime = { weekday: 1, minutes: 9 * 60 };

/** Has a line answered every week. */
export async function subscribe(
  { line, wish }: { readonly line: string; readonly wish: Wish },
  context: CommandContext,
): Promise<ReplyBody> {
  const { db, actor, now } = context;
  const time = {
    weekday: wish.weekday ?? usualTime.weekday,
    minutes: wish.minutes ?? usualTime.minutes,
    timeZone: actor.timeZone,
  };
  const channel = wish.channel ?? null;
  const locale = wish.locale ?? (await languageOf(channel, context));
  const subscription = {
    line,
    actor: { ...actor, locale },
    channel,
    weekday: time.weekday,
    minutes: time.minutes,
    quiet: wish.quiet ?? false,
    nextDue: nextDue(time, now),
  };
  const id = await saveSubscription(db, subscription);
  return savedReply({ ...subscription, id, pausedUntil: null }, context);
}

/** A channel's own language, else that of whoever subscribes. */
async function languageOf(channel: string | null, { db, locale }: CommandContext): Promise<Locale> {
  if (channel === null) return locale;
  const { language } = await findSettings(db, `channel:${channel}`);
  return language === undefined ? locale : readLocale(language);
}

/** Changes what a wish says, and leaves the rest. */
export async function change(id: number, wish: Wish, context: CommandContext): Promise<ReplyBody> {
  const known = await requireOwn(id, context);
  const changed: Subscription = {
    ...known,
    weekday: wish.weekday ?? known.weekday,
    minutes: wish.minutes ?? known.minutes,
    channel: wish.channel === undefined ? known.channel : wish.channel,
    quiet: wish.quiet ?? known.quiet,
    actor: { ...known.actor, locale: wish.locale ?? known.actor.locale },
  };
  const due = nextDue({ ...changed, timeZone: known.actor.timeZone }, context.now);
  const { id: _, ...values } = { ...changed, nextDue: due };
  await changeSubscription(context.db, id, values);
  return savedReply({ ...changed, nextDue: due }, context);
}

/** Keeps a subscription silent for some days. */
export async function pause(
  { id, days }: { readonly id: number; readonly days: number },
  context: CommandContext,
): Promise<ReplyBody> {
  await requireOwn(id, context);
  const pausedUntil = new Date(context.now.getTime() + days * dayMs);
  await changeSubscription(context.db, id, { pausedUntil });
  const says = subscriptionSays[context.locale];
  return sentence(says.paused(`d${id}`, context.format.date(pausedUntil)), { paused: id });
}

export async function switchOff(id: number, context: CommandContext): Promise<ReplyBody> {
  await requireOwn(id, context);
  await endSubscription(context.db, id);
  return sentence(subscriptionSays[context.locale].off(`d${id}`), { off: id });
}

/**
 * A subscription that the actor may change.
 *
 * @throws {UserError} When there is none with this id, or it is somebody else's and the actor is no admin.
 */
export async function requireOwn(id: number, { db, actor, locale }: CommandContext): Promise<Subscription> {
  const found = await findSubscription(db, id);
  const says = subscriptionSays[locale];
  if (found === undefined) throw new UserError(says.noSuchDigest(`d${id}`), { hint: "digest list" });
  if (found.actor.user !== actor.user && !mayActAs(actor.role, "admin")) {
    throw new UserError(says.notYours(`d${id}`), { hint: "digest list" });
  }
  return found;
}
