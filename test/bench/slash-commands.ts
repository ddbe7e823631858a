/**
 * 200 slash commands at once on loopback while long work runs beside: how long Slack waits for the acknowledgement, and
 * the person for the answer. Whoever takes them is in a process of its own; the same commands to Bolt and to Node alone
 * say how much of the time is theirs, the loopback's and this process'. Prints figures; run after `npm run build` with
 * `npx tsx test/bench/slash-commands.ts [database url]` over an empty database, or an embedded one in /tmp/segmenta-bench.
 */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createWorkspace } from "../../src/playground/workspace/workspace.ts";
import { beginListener } from "./listener.ts";
import type { Wanted } from "./listener-process.ts";

const [, , databaseUrl] = process.argv;
const count = 200;
const rounds = 3;

const slack = await createWorkspace({ delivery: "http" });
const built = fileURLToPath(new URL("../../dist", import.meta.url));
const config = {
  databaseUrl,
  home: "/tmp/segmenta-bench",
  language: "en",
  user: "bench",
  currency: "EUR",
  slack: undefined,
  port: undefined,
} as const;

for (const kind of ["Node alone", "Bolt alone"] as const) {
  const listener = await begin(kind);
  for (let i = 0; i < 20; i += 1) await slack.slash("ada", "general", "/segment list");
  await backpressure(kind, rounds);
  listener.disconnect();
}

const bot = await begin("bot");
while (!slack.messages("dm", "ada").some(({ text }) => text.includes("Running now: nothing"))) {
  await wait(2_000);
  await slack.slash("ada", "dm", "/segment status");
}
for (const line of ["profile 1", "profile 2"]) await ask(line);
const single = [];
for (let i = 0; i < 20; i += 1) single.push(await ask("profile 2"));
print(
  "one after the other, card",
  single.map(({ answered }) => answered),
);
print(
  "one after the other, answer with chart",
  single.map(({ drawn }) => drawn),
);

await slack.slash("ada", "board", "/segment recluster k 4");
await wait(300);
for (let round = 0; round < rounds; round += 1) {
  const before = { posted: calls("chat.postMessage"), drawn: calls("files.completeUploadExternal") };
  const started = performance.now();
  await backpressure("the bot, during a recluster", 1);
  await slack.until(() => calls("chat.postMessage") - before.posted >= count, 240_000);
  tell(`  all cards: ${Math.round(performance.now() - started)} ms`);
  await slack.until(() => calls("files.completeUploadExternal") - before.drawn >= count, 240_000);
  tell(`  all charts: ${Math.round(performance.now() - started)} ms`);
}
bot.disconnect();
await once(bot, "exit");
await slack.close();

/** Starts whoever takes the commands, and sends them there. */
function begin(kind: Wanted["kind"]): Promise<ChildProcess> {
  return beginListener(slack, { kind, built, mode: "both", config });
}

/** Sends all commands at once, and tells how long each waited for its acknowledgement. */
async function backpressure(whom: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const deliveries = await Promise.all(
      Array.from({ length: count }, (_, n) =>
        slack.slash("ada", n % 2 ? "general" : "marketing", "/segment profile 2"),
      ),
    );
    const late = deliveries.filter(({ acknowledged }) => !acknowledged).length;
    print(
      `${count} at once, acknowledgement by ${whom}${late > 0 ? ` (${late} LATE)` : ""}`,
      deliveries.map(({ milliseconds }) => milliseconds),
    );
  }
}

/** Says a line in a direct message and waits for its answer with the picture. */
async function ask(line: string): Promise<{ readonly answered: number; readonly drawn: number }> {
  const [posted, drawn] = [calls("chat.postMessage"), calls("files.completeUploadExternal")];
  const started = performance.now();
  await slack.slash("ada", "dm", `/segment ${line}`);
  await slack.until(() => calls("chat.postMessage") > posted, 60_000);
  const answered = performance.now() - started;
  await slack.until(() => calls("files.completeUploadExternal") > drawn, 60_000);
  return { answered, drawn: performance.now() - started };
}

function calls(wanted: string): number {
  return slack.calls.filter(({ method }) => method === wanted).length;
}

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0);
  tell(
    `${what}: p50 ${quantile(0.5)}, p95 ${quantile(0.95)}, p99 ${quantile(0.99)}, worst ${quantile(1)} ms`,
  );
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
