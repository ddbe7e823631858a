import type { Subscription } from "../../../db/team/subscriptions.ts";
import type { FormField, ReplyBody } from "../../../contract/reply.ts";
import type { WeeklyTime } from "../../../contract/schedule.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { requireOwn } from "./subscribe.ts";
import { clockText, nextDates, sentence, timeOf, weekdayName } from "./subscriptions-reply.ts";
import { subscriptionSays } from "./subscription-words.ts";

/** What a person fills in to get a digest every week. */
export function weeklyForm(context: CommandContext): ReplyBody {
  const time = { weekday: 1, minutes: 9 * 60, timeZone: context.actor.timeZone };
  return formReply("digest weekly", time, undefined, context);
}

/** The same for one there is. */
export async function editForm(id: number, context: CommandContext): Promise<ReplyBody> {
  const known = await requireOwn(id, context);
  return formReply(`digest edit d${id}`, timeOf(known), known, context);
}

function formReply(
  line: string,
  time: WeeklyTime,
  known: Subscription | undefined,
  context: CommandContext,
): ReplyBody {
  const says = subscriptionSays[context.locale];
  const dates = says.nextDates(nextDates(time, context));
  return {
    ...sentence(says.formTitle, { line }),
    paragraphs: [dates],
    form: {
      title: says.formTitle,
      submit: says.formSubmit,
      line,
      fields: fieldsOf(time, { dates, known }, context),
    },
  };
}

/** English days, as the grammar reads them in any language. */
const dayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function fieldsOf(
  { weekday, minutes }: WeeklyTime,
  { dates, known }: { readonly dates: string; readonly known: Subscription | undefined },
  { locale }: CommandContext,
): readonly FormField[] {
  const says = subscriptionSays[locale];
  const choices = dayWords.map((value, i) => ({ label: weekdayName(i + 1, locale), value }));
  const day = dayWords[weekday - 1] ?? "mon";
  return [
    { name: "", key: "day", label: says.weekday, kind: "choice", choices, value: day },
    { name: "", key: "time", label: says.time, kind: "text", value: clockText(minutes), hint: dates },
    {
      name: "",
      key: "channel",
      label: says.channel,
      kind: "text",
      optional: true,
      hint: says.channelHint,
      value: known?.channel ?? says.directWord,
    },
    {
      name: "",
      key: "quiet",
      label: says.quietWeeks,
      kind: "choice",
      choices: [
        { label: says.quietAlways, value: "always" },
        { label: says.quietSilent, value: "quiet" },
      ],
      value: known?.quiet === true ? "quiet" : "always",
    },
  ];
}
