import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Db } from "../../src/db/connection/connect.ts";
import { saveSubscription } from "../../src/db/team/subscriptions.ts";
import { runDueDigests } from "../../src/jobs/digest/digest.ts";
import { createLog } from "../../src/lib/log.ts";
import { openTown, reply, type Town, type Transport } from "../contract/town.ts";
import { freshDatabase } from "../database.ts";

// A lease that ran out, and Slack's pauses, take seconds.
vi.setConfig({ testTimeout: 30_000 });

const due = new Date("2026-06-29T07:00:00Z");
const later = new Date("2026-06-29T07:01:00Z");
const mary = { user: "U0MARY", role: "marketer", locale: "en", timeZone: "UTC" } as const;

let town: Town;
let db: Db;
afterEach(() => town.close());

/** Mary's weekly digest, due at nine on Monday 29 June 2026 in Madrid. */
async function open(transport: Transport, channel: string | null = "C0MARKETING"): Promise<void> {
  ({ db } = await freshDatabase(onTestFinished));
  town = await openTown(transport, { db, retryDelays: [0], timeoutMs: 2_000 });
  await saveSubscription(db, {
    line: "digest now",
    actor: mary,
    channel,
    weekday: 1,
    minutes: 420,
    quiet: false,
    nextDue: due,
  });
}

function tick(now: Date): Promise<number> {
  const answer = async () => reply("A calm week");
  return runDueDigests({ db, answer, clock: () => now, log: createLog(() => undefined) });
}

function posts(channel: string): readonly string[] {
  const seen = town.slack.messages(channel, "mary").filter(({ author }) => author === "segmenta");
  return seen.map(({ text }) => text);
}

/** What was posted once everything has ended, so that a second post would be there too. */
async function settled(channel: string): Promise<readonly string[]> {
  await town.settled();
  return posts(channel);
}

/** As if so much time had gone by since the outbox took the post. */
async function age(minutes: number): Promise<void> {
  await db.execute(sql`update outbox set created_at = created_at - ${minutes} * interval '1 minute'`);
}

async function stateOfPost(): Promise<unknown> {
  const [row] = await db.execute(sql`select state from outbox where id = ${`digest:1:${due.toISOString()}`}`);
  return row?.["state"];
}

/** Posts what is due; the process dies before it has recorded that, and its lease runs out. */
async function crashAfterPost(): Promise<void> {
  const { outbox } = town.edge;
  let crashes = 1;
  town.edge.outbox = {
    ...outbox,
    async save(id, change) {
      if (change.state === "posted" && crashes-- > 0) throw new Error("the process died");
      await outbox.save(id, change);
    },
  };
  await tick(later);
  await town.slack.until(() => crashes === 0);
  await db.execute(sql`update outbox set due_at = now()`);
}

describe.each(["http", "socket"] as const)("a weekly digest over %s", (transport) => {
  it("is posted once by two workers, after a restart, and by a clock that was set back", async () => {
    await open(transport);
    expect(await tick(new Date("2026-06-29T06:59:59Z"))).toBe(0);
    const counts = await Promise.all([tick(later), tick(later)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await tick(later)).toBe(0);
    expect(await tick(new Date("2026-06-28T07:00:00Z"))).toBe(0);
    expect(await tick(later)).toBe(0);
    expect(await settled("marketing")).toEqual(["A calm week"]);
  });

  it("comes once for all the Mondays on which nobody worked", async () => {
    await open(transport);
    expect(await tick(new Date("2026-07-22T12:00:00Z"))).toBe(1);
    expect(await tick(new Date("2026-07-22T12:01:00Z"))).toBe(0);
    expect(await tick(new Date("2026-07-27T07:00:00Z"))).toBe(1);
  });

  it("is found again, not posted again, after a crash between posting and recording", async () => {
    await open(transport, null);
    await crashAfterPost();
    expect(await settled("dm")).toEqual(["A calm week"]);
    expect(await stateOfPost()).toBe("done");
  });

  it("stands once in a channel after such a crash, where the bot may not look, and its owner is asked to", async () => {
    await open(transport);
    await crashAfterPost();
    const [asked] = await settled("dm");
    expect(asked).toContain("Slack did not confirm what you ordered for #marketing.");
    expect(posts("marketing")).toEqual(["A calm week"]);
    expect(await stateOfPost()).toBe("failed"); // not known to be sent is not counted as sent
  });

  it.each([
    ["a channel", "C0MARKETING", "marketing"],
    ["a direct message", null, "dm"],
  ])("outlives an hour in which Slack is away, in %s", async (_, channel, place) => {
    await open(transport, channel);
    const outage = { kind: "status", status: 503 } as const;
    for (const method of ["auth.test", "conversations.open", "conversations.history", "chat.postMessage"])
      town.slack.faults.add({ method, times: 999 }, outage);
    await tick(later);
    const tries = () => town.slack.calls.filter(({ method }) => method === "auth.test").length;
    const before = tries();
    await town.passTimeUntil(() => tries() >= before + 2);
    await age(60);
    expect([posts("marketing"), posts("dm")]).toEqual([[], []]);
    town.slack.faults.clear();
    expect(await settled(place)).toEqual(["A calm week"]);
    expect(await stateOfPost()).toBe("done");
    expect([...posts("marketing"), ...posts("dm")]).toHaveLength(1);
  });

  it("that fails in its own post is looked for in a direct message, and posted", async () => {
    await open(transport, null);
    town.slack.faults.add({ method: "chat.postMessage", times: 2 }, { kind: "status", status: 503 });
    town.slack.faults.add({ method: "conversations.history", times: 2 }, { kind: "status", status: 503 });
    await tick(later);
    expect(await settled("dm")).toEqual(["A calm week"]);
  });

  it("that is refused is told to its owner, and does not count as sent", async () => {
    await open(transport);
    const faulty = { method: "chat.postMessage", channel: "C0MARKETING" };
    town.slack.faults.add(faulty, { kind: "error", error: "team_access_not_granted" });
    await tick(later);
    const [told] = await settled("dm");
    expect(told).toContain("What you ordered for #marketing could not be posted there.");
    expect(posts("marketing")).toEqual([]);
    expect(await stateOfPost()).toBe("failed");
  });
});
