/**
 * 200 slash commands at once on loopback while long work runs beside: how long Slack waits for the acknowledgement, and
 * the person for the answer. Prints figures; run after `npm run build` with
 * `npx tsx test/bench/slash-commands.ts [database url]` over an empty database, or an embedded one in /tmp/segmenta-bench.
 */
import { setTimeout as wait } from "node:timers/promises";
import { createLog } from "../../src/log.ts";
import { createWorkspace } from "../../src/playground/workspace.ts";
import type { startService as StartService } from "../../src/service.ts";

const [, , databaseUrl] = process.argv;
const count = 200;
// The built code, whose charts are drawn in a thread of their own as in production.
const built = new URL("../../dist/service.js", import.meta.url).href;
const { startService } = (await import(built)) as { readonly startService: typeof StartService };

const slack = await createWorkspace({ delivery: "http" });
const config = {
  databaseUrl,
  home: "/tmp/segmenta-bench",
  language: "en",
  user: "bench",
  currency: "EUR",
  slack: undefined,
  port: undefined,
} as const;
const log = { ...createLog((line) => process.stderr.write(line)), info: () => undefined };
const service = await startService(config, log, {
  mode: "both",
  slack: { ...slack, door: { mode: "http", signingSecret: slack.signingSecret, port: 0, host: "127.0.0.1" } },
});
slack.deliverTo(`http://127.0.0.1:${service.port}/slack/events`);
await service.saveRole("U0ADA", "admin");
await service.startSample();
while (!slack.messages("dm", "ada").some(({ text }) => text.includes("2,400"))) {
  await wait(1_000);
  await slack.slash("ada", "dm", "/segment list");
}

await wait(3_000);
for (const line of ["profile 1", "profile 2"]) await ask(line);

/** Says a line in a channel and waits for its answer with the picture. */
async function ask(
  line: string,
): Promise<{ readonly acknowledged: number; readonly answered: number; readonly drawn: number }> {
  const before = slack.calls.length;
  const started = performance.now();
  const { milliseconds, acknowledged } = await slack.slash("ada", "dm", `/segment ${line}`);
  if (!acknowledged) throw new Error("not acknowledged");
  await slack.until(
    () => slack.calls.slice(before).some(({ method }) => method === "chat.postMessage"),
    60_000,
  );
  const answered = performance.now() - started;
  await slack.until(
    () => slack.calls.slice(before).some(({ method }) => method === "files.completeUploadExternal"),
    60_000,
  );
  return { acknowledged: milliseconds, answered, drawn: performance.now() - started };
}

const single = [];
for (let i = 0; i < 20; i += 1) single.push(await ask("profile 2"));
print(
  "one after the other, answer with chart",
  single.map(({ drawn }) => drawn),
);
print(
  "one after the other, card",
  single.map(({ answered }) => answered),
);

await slack.slash("ada", "general", "/segment recluster k 4");
await wait(300);
const posted = slack.calls.filter(({ method }) => method === "chat.postMessage").length;
const started = performance.now();
const deliveries = await Promise.all(
  Array.from({ length: count }, (_, i) =>
    slack.slash("ada", i % 2 ? "general" : "marketing", "/segment profile 2"),
  ),
);
print(
  "200 at once, acknowledgement",
  deliveries.map(({ milliseconds }) => milliseconds),
);
tell(`acknowledged: ${deliveries.filter(({ acknowledged }) => acknowledged).length}`);
const times: number[] = [];
await slack.until(() => {
  const now = slack.calls.filter(({ method }) => method === "chat.postMessage").length - posted;
  while (times.length < now) times.push(performance.now() - started);
  return times.length >= count;
}, 120_000);
print("200 at once, card", times.slice(0, count));
await slack.until(
  () => slack.calls.filter(({ method }) => method === "files.completeUploadExternal").length >= count,
  240_000,
);
tell(`200 at once, all charts: ${Math.round(performance.now() - started)} ms`);
await service.stop();
await slack.close();

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
