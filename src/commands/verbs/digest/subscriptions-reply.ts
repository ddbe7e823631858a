import type { Subscription } from "../../../db/team/subscriptions.ts";
import type { JsonObject, ReplyBody } from "../../../contract/reply.ts";
import { nextDues, type WeeklyTime } from "../../../contract/schedule.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { isChannel } from "../../grammar/mention-reader.ts";
import { subscriptionSays } from "./subscription-words.ts";

/** A reply that is one sentence. */
export function sentence(headline: string, data: JsonObject): ReplyBody {
  return { headline, data };
}

/** What was saved, and the next three times that it comes. */
export function savedReply(subscription: Subscription, context: CommandContext): ReplyBody {
  const says = subscriptionSays[context.locale];
  const id = `d${subscription.id}`;
  return {
    ...sentence(
      says.saved(
        id,
        whatOf(subscription, context),
        placeOf(subscription, context),
        whenOf(subscription, context),
      ),
      { id, line: subscription.line, nextDue: subscription.nextDue.toISOString() },
    ),
    mentions: channelsOf([subscription]),
    paragraphs: [
      says.nextDates(nextDates(timeOf(subscription), context)),
      ...(subscription.quiet ? [says.sentQuietly] : []),
    ],
    actions: [
      { label: says.change, line: `digest edit ${id}` },
      { label: says.stop, line: `digest off ${id}`, style: "danger", confirm: says.confirmStop(id) },
    ],
  };
}

/** Everything that comes by itself. */
export function subscriptionsReply(all: readonly Subscription[], context: CommandContext): ReplyBody {
  const says = subscriptionSays[context.locale];
  const subscribe = { label: says.subscribe, line: "digest weekly mon 9:00" };
  if (all.length === 0) return { ...sentence(says.none, { subscriptions: [] }), actions: [subscribe] };
  return {
    ...sentence(says.some(context.format.number(all.length)), {
      subscriptions: all.map(({ id, line, channel }) => ({ id: `d${id}`, line, channel })),
    }),
    mentions: channelsOf(all),
    table: {
      columns: [says.id, says.what, says.where, says.when, says.next].map((label) => ({
        label,
        align: "left",
      })),
      rows: all.map((one) => [
        `d${one.id}`,
        whatOf(one, context),
        placeOf(one, context),
        whenOf(one, context),
        dateOf(one.nextDue, one.actor.timeZone, context),
      ]),
    },
  };
}

/** The next three times, as the reader writes them. */
export function nextDates(time: WeeklyTime, context: CommandContext): string {
  const dates = nextDues(time, context.now, 3).map((due) => dateOf(due, time.timeZone, context));
  return context.format.list(dates);
}

export function timeOf({ weekday, minutes, actor: { timeZone } }: Subscription): WeeklyTime {
  return { weekday, minutes, timeZone };
}

function dateOf(moment: Date, timeZone: string, { locale }: CommandContext): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(moment);
}

function whatOf({ line }: Subscription, { locale }: CommandContext): string {
  const says = subscriptionSays[locale];
  const [verb, segment = ""] = line.split(" ");
  if (verb === "model") return says.retraining;
  return verb === "watch" ? says.watch(segment) : says.digest;
}

function placeOf({ channel }: Subscription, { locale }: CommandContext): string {
  return channel ?? subscriptionSays[locale].here;
}

/** Ids of channels, for an edge that knows their names. */
function channelsOf(subscriptions: readonly Subscription[]): readonly string[] {
  return subscriptions.flatMap(({ channel }) => (channel !== null && isChannel(channel) ? [channel] : []));
}

function whenOf({ weekday, minutes }: Subscription, { locale }: CommandContext): string {
  return subscriptionSays[locale].everyWeek(weekdayName(weekday, locale), clockText(minutes));
}

/** "Monday": 5 January 1970 was one. */
export function weekdayName(weekday: number, locale: string): string {
  const day = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(day);
}

/** "9:00". */
export function clockText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
