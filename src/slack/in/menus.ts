import type { App, BlockAction } from "@slack/bolt";
import type { Bot } from "../bot.ts";
import type { Origin } from "../../contract/delivery.ts";
import { asWord } from "../../contract/command-line.ts";
import type { Suggestion, SuggestionKind } from "../edge.ts";
import { limits } from "../render/limits.ts";
import { openDirect } from "../out/post.ts";
import { option, suggestActions } from "../render/form.ts";
import { actionIds } from "../render/reply.ts";
import { homePick, originOf, requestFrom } from "./requests.ts";
import { errorCode } from "../client/log.ts";

/** What each menu with search offers; those of App Home complete a verb. */
const searches: Readonly<Record<string, SuggestionKind>> = {
  [suggestActions.segment]: "segment",
  [suggestActions.customer]: "customer",
  "pick:profile": "segment",
  "pick:customer": "customer",
};

/** A menu without an answer shows nothing; Slack waits three seconds. */
const patienceMs = 2_500;

/** Buttons and menus: a button's value is a command line, a choice completes one. */
export function addMenus(app: App, bot: Bot): void {
  const buttons = new RegExp(`^(${actionIds.say}(:\\d+)*|${actionIds.form})$`, "u");
  app.action<BlockAction>({ type: "block_actions", action_id: buttons }, async ({ body, action }) => {
    if ("value" in action && typeof action.value === "string") await press(bot, body, action.value);
  });
  app.action<BlockAction>({ type: "block_actions", action_id: homePick }, async ({ body, action }) => {
    const chosen = "selected_option" in action ? action.selected_option?.value : undefined;
    const verb = homePick.exec(action.action_id)?.[1];
    if (chosen !== undefined && verb !== undefined) await press(bot, body, `${verb} ${asWord(chosen)}`);
  });
  const menus = new RegExp(`^(${Object.keys(searches).join("|")})$`, "u");
  app.options<"block_suggestion">(
    { type: "block_suggestion", action_id: menus },
    async ({ ack, payload }) => {
      const kind = searches[payload.action_id] ?? "segment";
      const found = await suggestInTime(bot, kind, payload.value, payload.user.id);
      const carried = found.filter(({ value }) => value !== "" && value.length <= limits.optionValue);
      await ack({ options: carried.slice(0, limits.options).map(option) });
    },
  );
}

async function press(bot: Bot, body: BlockAction, line: string): Promise<void> {
  const user = body.user.id;
  const origin: Origin = originOf(body) ?? { channel: await openDirect(bot.clients.interactive, user) };
  await bot.handle(requestFrom(`trigger:${body.trigger_id}`, user, line, origin), body.trigger_id);
}

async function suggestInTime(
  bot: Bot,
  kind: SuggestionKind,
  typed: string,
  user: string,
): Promise<readonly Suggestion[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Suggestion[]>((resolve) => {
    timer = setTimeout(() => resolve([]), patienceMs);
  });
  const search = bot.findActor(user).then((actor) => bot.edge.suggest(kind, typed, actor));
  try {
    return await Promise.race([search, late]);
  } catch (thrown) {
    bot.edge.log.error({ error: errorCode(thrown) }, "a menu could not be filled");
    return [];
  } finally {
    clearTimeout(timer);
  }
}
