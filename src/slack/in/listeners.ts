import type { App } from "@slack/bolt";
import type { Bot } from "../bot.ts";
import { receiveFiles } from "./files.ts";
import { addForms } from "./forms.ts";
import { publishHome } from "./home.ts";
import { addMenus } from "./menus.ts";
import { requestFrom } from "./requests.ts";
import { addShortcut } from "./shortcut.ts";

/** The slash command; also in `manifest.json`. */
export const slashCommand = "/segment";

/** Everything that a person can do to the bot, each of which says a command line. */
export function addListeners(app: App, bot: Bot): void {
  app.command(slashCommand, ({ command }) =>
    bot.handle(
      requestFrom(`trigger:${command.trigger_id}`, command.user_id, command.text, {
        channel: command.channel_id,
        responseUrl: command.response_url,
      }),
      command.trigger_id,
    ),
  );
  addMessages(app, bot);
  addMenus(app, bot);
  addForms(app, bot);
  addShortcut(app, bot);
  app.event("app_home_opened", async ({ event }) => {
    if (event.tab === "home") await publishHome(bot, event.user);
  });
  app.event("user_change", async ({ event }) => bot.forgetActor(event.user.id));
}

function addMessages(app: App, bot: Bot): void {
  app.event("app_mention", async ({ event, body, context }) => {
    // A mention in the direct message comes as a message too.
    if (event.user === undefined || event.channel.startsWith("D")) return;
    const line = event.text.replaceAll(`<@${context.botUserId ?? ""}>`, " ");
    const thread = event.thread_ts ?? event.ts;
    await bot.handle(
      requestFrom(`event:${body.event_id}`, event.user, line, { channel: event.channel, thread }),
    );
  });
  app.event("message", async ({ event, body, context }) => {
    if (event.channel_type !== "im" || "bot_id" in event) return;
    const origin = { channel: event.channel, ...("thread_ts" in event ? threadOf(event.thread_ts) : {}) };
    if (event.subtype === "file_share") {
      await receiveFiles(bot, {
        key: `event:${body.event_id}`,
        user: event.user,
        origin,
        files: event.files ?? [],
      });
    } else if (event.subtype === undefined) {
      const line = (event.text ?? "").replaceAll(`<@${context.botUserId ?? ""}>`, " ");
      await bot.handle(requestFrom(`event:${body.event_id}`, event.user, line, origin));
    }
  });
}

function threadOf(thread: string | undefined): { readonly thread?: string } {
  return thread === undefined ? {} : { thread };
}
