import type { App, SlackViewAction, ViewResponseAction } from "@slack/bolt";
import type { Bot } from "../bot.ts";
import { plain } from "../render/escape.ts";
import { blockOfMistake, composeLine, readFields, readMetadata, type SubmittedView } from "./read-form.ts";
import { formCallback } from "../render/form.ts";
import { requestFrom } from "./requests.ts";
import { errorCode } from "../client/log.ts";
import { says } from "../render/words.ts";

/** A form is acknowledged after this long at the latest: Slack gives three seconds. */
const patienceMs = 2_000;

/** Submitted forms: a mistake is shown under the field it is about, everything else is answered where it was asked. */
export function addForms(app: App, bot: Bot): void {
  app.view({ callback_id: formCallback, type: "view_submission" }, async ({ ack, body }) => {
    const view: SubmittedView = body.view;
    let isOpen = true;
    async function close(response?: ViewResponseAction): Promise<void> {
      if (!isOpen) return;
      isOpen = false;
      await (response === undefined ? ack() : ack(response));
    }
    const late = setTimeout(() => void close(), patienceMs);
    try {
      await submit(bot, body, view, close);
    } catch (thrown) {
      bot.edge.log.error({ error: errorCode(thrown) }, "a form could not be answered");
      await close({
        response_action: "errors",
        errors: { [blockOfMistake(view, undefined)]: says.en.defect },
      });
    } finally {
      clearTimeout(late);
      await close();
    }
  });
}

async function submit(
  bot: Bot,
  body: SlackViewAction,
  view: SubmittedView,
  close: (response?: ViewResponseAction) => Promise<void>,
): Promise<void> {
  const { line: start, origin } = readMetadata(view);
  const line = composeLine(start, readFields(view));
  const trigger = (body as { readonly trigger_id?: string }).trigger_id;
  const request = requestFrom(`form:${trigger ?? body.view.hash}`, body.user.id, line, origin);
  if (!(await bot.edge.inbox.accept(request))) return;
  const actor = await bot.findActor(request.user);
  const reply = await bot.edge.answer(line, actor, request.key);
  if (reply.outcome === "mistake") {
    const block = blockOfMistake(view, reply.field);
    await close({ response_action: "errors", errors: { [block]: plain(reply.headline) } });
  } else {
    await close();
    await bot.answerWith(request, actor, reply);
  }
  await bot.edge.inbox.finish(request.key);
}
