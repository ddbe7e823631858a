import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Workspace } from "../../src/playground/workspace/workspace.ts";
import type { Wanted } from "./listener-process.ts";

/** Starts whoever takes the workspace's requests, in a process of its own, and sends them there. */
export async function beginListener(slack: Workspace, wanted: Omit<Wanted, "slack">): Promise<ChildProcess> {
  const isSource = import.meta.url.endsWith(".ts");
  const entry = new URL(isSource ? "./listener-process.ts" : "./listener-process.js", import.meta.url);
  const listener = fork(fileURLToPath(entry), { execArgv: isSource ? ["--import", "tsx"] : [] });
  const { botToken, signingSecret, slackApiUrl } = slack;
  const door = { mode: "http", signingSecret, port: 0, host: "127.0.0.1" } as const;
  listener.send({ ...wanted, slack: { botToken, signingSecret, slackApiUrl, door } } satisfies Wanted);
  const [port] = (await once(listener, "message")) as readonly number[];
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return listener;
}
