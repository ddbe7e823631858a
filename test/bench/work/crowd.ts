/**
 * Two hundred people who ask for a profile at once, on loopback: <folder of dist> <who takes it> <acknowledgement or card>
 * <quantile> <address of the bot's base>. Whoever takes it runs in a process of its own, whose memory and processor time
 * are told; seconds are the quantile's. The result is how many got what they waited for.
 */
import { performance } from "node:perf_hooks";
import { connect } from "../../../src/db/connection/connect.ts";
import { inbox, outbox } from "../../../src/db/schema/index.ts";
import { at } from "../../../src/lib/at.ts";
import { directMessage } from "../../../src/playground/workspace/state.ts";
import { createWorkspace } from "../../../src/playground/workspace/workspace.ts";
import { beginListener } from "../listener.ts";
import type { Wanted } from "../listener-process.ts";
import { argument, type Measurement } from "../measurement.ts";
import { costOf } from "../process.ts";
import { castOf } from "../soak/people.ts";

const crowd = 200;
/** Ask before, one after the other: connections are open then, and code is compiled. */
const early = 10;
const patienceMs = 60_000;
const [built, kind, what, share, databaseUrl] = [0, 1, 2, 3, 4].map(argument) as [
  string,
  Wanted["kind"],
  "acknowledgement" | "card",
  string,
  string,
];

if (kind === "bot") await forgetRequests();
const slack = await createWorkspace({ delivery: "http", fixtures: castOf(early + crowd) });
const cards = new Map<string, number>();
let seen = 0;
slack.subscribe(() => {
  for (; seen < slack.state.messages.length; seen += 1) {
    const { author, channel } = at(slack.state.messages, seen);
    if (author === slack.state.app.user && !cards.has(channel)) cards.set(channel, performance.now());
  }
});
const config = { databaseUrl, home: "/nowhere", language: "en", user: "bench", currency: "EUR" } as const;
const listener = await beginListener(slack, {
  kind,
  built,
  mode: "bot",
  config: { ...config, slack: undefined, port: undefined },
});
for (let person = 0; person < early; person += 1) {
  await slack.slash(`p${person}`, "dm", "/segment profile 2");
  await cardOf(person);
}
const before = costOf(listener.pid ?? 0);
const waits = await Promise.all(Array.from({ length: crowd }, (_, i) => waitOf(early + i)));
const came = waits.filter((wait) => wait !== undefined).toSorted((a, b) => a - b);
const after = costOf(listener.pid ?? 0);
const measurement: Measurement = {
  seconds: at(came, Math.ceil(Number(share) * came.length) - 1) / 1_000,
  cpuSeconds: after.cpuSeconds - before.cpuSeconds,
  peakMegabytes: after.peakMegabytes,
  result: came.length,
};
process.stdout.write(`${JSON.stringify(measurement)}\n`);
listener.disconnect();
await slack.close();

/** How long one of the crowd waited, in milliseconds; undefined for what never came. */
async function waitOf(person: number): Promise<number | undefined> {
  const asked = performance.now();
  const { acknowledged, milliseconds } = await slack.slash(`p${person}`, "dm", "/segment profile 2");
  if (what === "acknowledgement") return acknowledged ? milliseconds : undefined;
  const came = await cardOf(person);
  return came === undefined ? undefined : came - asked;
}

/** When the card came; nothing is sent for an acknowledgement alone. */
async function cardOf(person: number): Promise<number | undefined> {
  if (kind === "Bolt alone") return undefined;
  const { id } = directMessage(slack.state, `U0P${person}`);
  return slack.until(() => cards.get(id), patienceMs).catch(() => undefined);
}

/** What an earlier round left without an answer is not taken up by this one. */
async function forgetRequests(): Promise<void> {
  const { db, close } = connect(databaseUrl, 1);
  await db.delete(inbox);
  await db.delete(outbox);
  await close();
}
