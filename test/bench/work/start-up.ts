/**
 * Starts the built product and measures it from outside: <folder of dist> <what it prints when it is ready> <address of a
 * base, or nothing> <words …>. Bot and worker say that they work on standard error, as their logs do; a bot finds a Slack
 * on loopback, and comes to it by a socket.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createWorkspace, type Workspace } from "../../../src/playground/workspace/workspace.ts";
import type { Measurement } from "../measurement.ts";
import { costOf } from "../process.ts";

const [dist = "", sign = "", server = "", ...words] = process.argv.slice(2);
const slack = words.includes("bot") ? await createWorkspace({ delivery: "socket" }) : undefined;
const started = performance.now();
const child = spawn(process.execPath, [join(dist, "cli.js"), ...words], {
  env: { ...process.env, ...(server === "" ? {} : { DATABASE_URL: server, PORT: "0" }), ...tokensOf(slack) },
  stdio: ["ignore", "pipe", "pipe"],
});
let printed = "";
await new Promise<void>((resolve) => {
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.includes(sign)) resolve();
    });
});
const seconds = (performance.now() - started) / 1_000;
const measurement: Measurement = { seconds, ...costOf(child.pid ?? 0), result: 0 };
process.stdout.write(`${JSON.stringify(measurement)}\n`);
child.kill();
await once(child, "exit");
await slack?.close();

function tokensOf(workspace: Workspace | undefined): NodeJS.ProcessEnv {
  if (workspace === undefined) return {};
  const { botToken, appToken, slackApiUrl } = workspace;
  return { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl };
}
