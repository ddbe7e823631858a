import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { loadSubscriptions } from "../../../db/team/subscriptions.ts";
import { loadWeek } from "./findings.ts";
import { editForm, weeklyForm } from "./form.ts";
import { type Asked, readDigest } from "./read.ts";
import { digestReply } from "./reply.ts";
import { subscriptionsReply } from "./subscriptions-reply.ts";
import { change, pause, subscribe, switchOff } from "./subscribe.ts";
import { about } from "./words.ts";

export const digest = defineCommand({
  name: "digest",
  role: "marketer",
  privacy: "totals",
  writes: false,
  about,
  read: readDigest,
  otherLines: [
    {
      usage: "digest weekly <when> | edit d3 <when> | pause d3 2w | off d3",
      is: (asked) =>
        asked.kind === "pause" || asked.kind === "off" || ("wish" in asked && asked.wish !== undefined),
      writes: true,
    },
  ],

  async answer(asked, context) {
    if (asked.kind === "now") return digestNow(context);
    if (asked.kind === "list") return subscriptionsReply(await loadSubscriptions(context.db), context);
    if (asked.kind === "edit") return edit(asked, context);
    if (asked.kind === "pause") return pause(asked, context);
    if (asked.kind === "off") return switchOff(asked.id, context);
    return asked.wish === undefined
      ? weeklyForm(context)
      : subscribe({ line: "digest now", wish: asked.wish }, context);
  },
});

async function digestNow(context: CommandContext): Promise<ReplyBody> {
  const active = await requireActive(context);
  const reply = digestReply(active, await loadWeek(active, context), context.format);
  return { ...reply, footer: await signFooter(active, context) };
}

function edit(
  { id, wish }: Extract<Asked, { readonly kind: "edit" }>,
  context: CommandContext,
): Promise<ReplyBody> {
  return wish === undefined ? editForm(id, context) : change(id, wish, context);
}
