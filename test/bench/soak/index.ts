/**
 * `npm run soak [-- minutes]`: fifty people ask, import and recluster on loopback for 30 minutes; the bot and its worker
 * run in processes of their own. Ends with 0 when nothing broke, no answer was lost or doubled, memory stayed flat and
 * the event loop was in time.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createWorkspace } from "../../../src/playground/workspace/workspace.ts";
import { databaseUrl, openFresh, removeHome, startServer } from "../database.ts";
import { layOut } from "../scene.ts";
import type { Orders, Report } from "./bot.ts";
import { createLedger } from "./ledger.ts";
import { growth, type Memory, residentMegabytes } from "./memory.ts";
import { castOf, ordersFile, questionsOf } from "./people.ts";

const minutes = Number(process.argv[2] ?? 30);
const people = 50;
const analysts = ["p0", "p1", "p2"] as const;
const patienceMs = 60_000;
const most = { delayMs: 50, growth: 0.1 };
/** Lines of the log that may not come: errors, and a worker that died, whose jobs another one takes up. */
const trouble = /"level":"error"|"the worker ended/;

const server = await startServer();
layOut(() => server.url);
await (await openFresh(server.url, "soak")).close();
const slack = await createWorkspace({ delivery: "http", fixtures: castOf(people) });
const bot = fork(join(import.meta.dirname, "bot.js"), { stdio: ["ignore", "inherit", "pipe", "ipc"] });
const errors: string[] = [];
let isEnding = false;
bot.stderr?.setEncoding("utf8").on("data", (text: string) => {
  errors.push(...text.split("\n").filter((line) => trouble.test(line)));
});
bot.once("exit", (code) => {
  if (!isEnding) {
    tell(`the bot ended with ${code}`);
    process.exit(1);
  }
});
const { botToken, slackApiUrl, signingSecret } = slack;
bot.send({
  databaseUrl: databaseUrl(server.url, "soak"),
  slack: { botToken, slackApiUrl, signingSecret },
  analysts: analysts.map((name) => `U0P${name.slice(1)}`),
} satisfies Orders);
const [ready] = (await once(bot, "message")) as [Report];
const address = `http://127.0.0.1:${"port" in ready ? ready.port : 0}`;
slack.deliverTo(`${address}/slack/events`);
const ledger = createLedger(slack);
const asked = new Map<string, number>();
const lost: string[] = [];
const waits: number[] = [];
let acknowledgedLate = 0;

/** Asks in the direct message and waits for the answer. */
async function ask(user: string, line: string): Promise<void> {
  const started = performance.now();
  const { acknowledged } = await slack.slash(user, "dm", `/segment ${line}`);
  if (!acknowledged) acknowledgedLate += 1;
  const expected = (asked.get(user) ?? 0) + 1;
  asked.set(user, expected);
  const channel = channelOf(user);
  while (ledger.answersIn(channel) < expected) {
    if (performance.now() - started > patienceMs) {
      lost.push(`${user}: ${line}`);
      asked.set(user, ledger.answersIn(channel));
      return;
    }
    await wait(20);
  }
  waits.push(performance.now() - started);
}

/** The direct message between somebody and the bot. */
function channelOf(user: string): string {
  const id = `U0${user.toUpperCase()}`;
  const found = [...slack.state.channels.values()].find(
    ({ kind, members }) => kind === "im" && members.has(id),
  );
  return found?.id ?? "";
}

async function converse(person: number, until: number): Promise<void> {
  const questions = questionsOf(person);
  await wait(questions.pauseMs());
  while (performance.now() < until) {
    await ask(`p${person}`, questions.next());
    await wait(questions.pauseMs());
  }
}

async function recluster(until: number): Promise<void> {
  for (let round = 0; performance.now() < until; round += 1) {
    await ask("p1", `recluster k ${3 + (round % 3)}`);
    do await wait(5_000);
    while ((await openJobs()) > 0); // one after the other, or they would queue up on a slow machine
    await wait(30_000);
  }
}

/** Long work that waits or runs, as the bot's own measurements say. */
async function openJobs(): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return [...text.matchAll(/^segmenta_jobs\{.*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

/** Files whose import was answered; each is to be answered once. */
const imported = new Set<string>();
const answersTo = (file: string) =>
  slack.messages("dm", "p2").filter(({ text }) => text.startsWith(`${file}: 300 of`)).length;

async function importFiles(until: number): Promise<void> {
  for (let round = 0; performance.now() < until; round += 1) {
    const file = ordersFile(round);
    const seen = () => slack.messages("dm", "p2");
    await slack.upload("p2", "dm", file);
    const card = await slack.until(
      () => seen().find(({ text }) => text.startsWith(`${file.name} was read`)),
      patienceMs,
    );
    await slack.press("p2", card, "Looks right");
    await slack.until(() => answersTo(file.name) > 0, 5 * patienceMs);
    imported.add(file.name);
    await wait(40_000);
  }
}

tell("loading the sample shop …");
for (let ready = false; !ready; ) {
  await wait(2_000);
  await ask("p0", "list");
  ready = slack.messages("dm", "p0").at(-1)?.text.includes("2,400") ?? false;
}
bot.send("begin");
const idle = fork(join(import.meta.dirname, "idle.js"));
const memory: Memory[] = [];
const sampling = setInterval(() => memory.push(residentMegabytes(bot.pid ?? 0)), 5_000);
const until = performance.now() + minutes * 60_000;
await Promise.all([
  recluster(until),
  importFiles(until),
  ...Array.from({ length: people - analysts.length }, (_, i) => converse(i + analysts.length, until)),
]);
await wait(5_000); // a doubled answer would come by now
clearInterval(sampling);
isEnding = true;
idle.send("end");
const [idleP99] = (await once(idle, "message")) as readonly number[];
bot.send("end");
const [end] = (await once(bot, "message")) as [Report];
const [, p99 = NaN] = "delays" in end ? end.delays : [];
const doubled = [...asked].filter(
  ([user, count]) => user !== "p2" && ledger.answersIn(channelOf(user)) > count,
);
const doubledImports = [...imported].filter((file) => answersTo(file) > 1);
const sorted = waits.toSorted((a, b) => a - b);
const quantile = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN);
const grown = {
  bot: growth(memory.map(({ bot }) => bot)),
  worker: growth(memory.map(({ worker }) => worker)),
};
const figures = {
  minutes,
  answers: waits.length,
  medianMs: quantile(0.5),
  p99Ms: quantile(0.99),
  eventLoopDelayP99Ms: Math.round(p99),
  idleProcessDelayP99Ms: Math.round(idleP99 ?? NaN),
  load: loadavg().map(Math.round),
  botMegabytes: Math.round(memory.at(-1)?.bot ?? NaN),
  botGrowth: Number(grown.bot.toFixed(3)),
  workerMegabytes: Math.round(memory.at(-1)?.worker ?? NaN),
  workerGrowth: Number(grown.worker.toFixed(3)),
  acknowledgedLate,
  lost: lost.length,
  doubled: doubled.length + doubledImports.length,
  broken: ledger.broken.length,
  errors: errors.length,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
for (const line of [...lost, ...ledger.broken, ...errors].slice(0, 20)) tell(line);
ledger.close();
await Promise.race([once(bot, "exit"), wait(15_000)]);
bot.kill();
await slack.close();
server.leave();
removeHome(server);
const isWell =
  lost.length + figures.doubled + ledger.broken.length + errors.length + acknowledgedLate === 0 &&
  p99 < most.delayMs &&
  grown.bot < most.growth &&
  grown.worker < most.growth;
tell(isWell ? "all well" : "NOT WELL: see the figures");
process.exit(isWell ? 0 : 1);

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
