import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createWorkspace, type Workspace } from "../../src/playground/workspace/workspace.ts";
import { freshDatabase } from "../database.ts";

let slack: Workspace;
let bot: ChildProcess;

beforeAll(async () => {
  const { url } = await freshDatabase();
  slack = await createWorkspace({ delivery: "socket" });
  bot = spawn(process.execPath, [inject("cliPath"), "start", "bot"], {
    stdio: ["ignore", "inherit", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: url,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.slackApiUrl,
    },
  });
  await said("the bot takes requests");
});
afterAll(async () => {
  bot.kill("SIGKILL");
  await slack.close();
});

/** Waits for a line of the log. */
async function said(message: string): Promise<void> {
  let log = "";
  for await (const text of bot.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    log += String(text);
    if (log.includes(message)) return;
  }
  throw new Error(`the bot ended: ${log}`);
}

it("`segmenta start bot` takes its tokens and Slack's address from the environment, answers, and ends in good order", async () => {
  await slack.slash("mary", "marketing", "/segment help");
  const card = await slack.until(() =>
    slack.messages("marketing", "mary").find(({ author }) => author === "segmenta"),
  );
  expect(card.text).toContain("profile");
  bot.kill("SIGTERM");
  expect(await once(bot, "exit")).toEqual([0, null]);
});
