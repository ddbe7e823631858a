import type { App, MessageShortcut } from "@slack/bolt";
import { asWord } from "../../contract/command-line.ts";
import type { Bot } from "../bot.ts";
import { readFailure } from "../out/failure.ts";
import { renderForm } from "../render/form.ts";
import { requestFrom } from "./requests.ts";
import { says } from "../render/words.ts";

/** The message shortcut "Profile this customer"; also in `manifest.json`. */
export const shortcutCallback = "profile_customer";

/** Whoever is named in a message: by an e-mail address, else by an id with a digit in it. */
export function addShortcut(app: App, bot: Bot): void {
  app.shortcut<MessageShortcut>(
    { callback_id: shortcutCallback, type: "message_action" },
    async ({ shortcut }) => {
      const origin = { channel: shortcut.channel.id, responseUrl: shortcut.response_url };
      const customer = findCustomer(shortcut.message.text ?? "");
      if (customer === undefined) return askForCustomer(bot, shortcut, origin);
      const key = `trigger:${shortcut.trigger_id}`;
      return bot.handle(
        requestFrom(key, shortcut.user.id, `customer ${asWord(customer)}`, origin),
        shortcut.trigger_id,
      );
    },
  );
}

/**
 * So much of a message is looked through: a person names a customer in its first lines, and the patterns below go over
 * what looks like a word once for each of its letters.
 */
const longestRead = 2_000;

/**
 * The customer that a message is about.
 *
 * @example
 * findCustomer("refund for <mailto:ann@shop.test|ann@shop.test>"); // => "ann@shop.test"
 */
function findCustomer(text: string): string | undefined {
  const shown = text.slice(0, longestRead).replaceAll(/<mailto:[^|>]*\|([^>]*)>/gu, "$1");
  const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(shown)?.[0];
  return (
    address ?? /(?<![\p{L}\p{N}@#<.,-])(?=[\p{L}_-]*\d)[\p{L}\p{N}_-]{2,40}(?![\p{L}\p{N}])/u.exec(shown)?.[0]
  );
}

async function askForCustomer(
  { clients, findActor }: Bot,
  { trigger_id, user }: MessageShortcut,
  origin: { readonly channel: string; readonly responseUrl: string },
): Promise<void> {
  const { locale } = await findActor(user.id);
  const words = says[locale];
  const field = { name: "", label: words.customerField, kind: "customer" as const };
  const form = { title: words.customerForm, submit: words.show, line: "customer", fields: [field] };
  const view = renderForm(form, origin, locale);
  if (view === undefined) return;
  try {
    await clients.interactive.views.open({ trigger_id, view });
  } catch (thrown) {
    // The person waited too long, or Slack is ill: they can choose the shortcut again.
    readFailure(thrown);
  }
}
