import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Reply } from "../../../src/contract/reply.ts";
import {
  changeSubscription,
  saveSubscription,
  type Subscription,
} from "../../../src/db/team/subscriptions.ts";
import { runDueDigests } from "../../../src/jobs/digest/digest.ts";
import { createLog } from "../../../src/lib/log.ts";
import { freshDatabase } from "../../database.ts";

const due = new Date("2026-06-29T07:00:00Z");
const nextWeek = new Date("2026-07-06T07:00:00Z");
const mary = { user: "U0MARY", role: "marketer", locale: "en", timeZone: "UTC" } as const;
const calm: Reply = { locale: "en", outcome: "ok", privacy: "totals", headline: "Calm", data: { found: 0 } };

/** Mary's digest on Mondays at seven, and its tick at a moment. */
async function subscribed(change: Partial<Pick<Subscription, "quiet" | "channel" | "pausedUntil">>) {
  const { db } = await freshDatabase(onTestFinished);
  const whole = { line: "digest now", actor: mary, channel: "C0MARKETING", weekday: 1, minutes: 420 };
  const id = await saveSubscription(db, { ...whole, quiet: false, nextDue: due });
  await changeSubscription(db, id, change);
  return async (now: Date, reply: Reply = calm) => {
    const posts = await runDueDigests({
      db,
      answer: async () => reply,
      clock: () => now,
      log: createLog(() => undefined),
    });
    const rows = await db.execute<{ kind: string; headline: string }>(
      sql`select kind, reply ->> 'headline' as headline from outbox order by due_at`,
    );
    return { posts, rows: rows.map(({ kind, headline }) => `${kind}: ${headline}`) };
  };
}

describe("a digest that is due", () => {
  it("is not posted while it is paused, and is again on the day the pause ends", async () => {
    const tick = await subscribed({ pausedUntil: nextWeek });
    expect(await tick(due)).toEqual({ posts: 0, rows: [] });
    expect(await tick(nextWeek)).toEqual({ posts: 1, rows: ["channel: Calm"] });
  });

  it("goes to its owner directly where no channel was named", async () => {
    const tick = await subscribed({ channel: null });
    expect(await tick(due)).toEqual({ posts: 1, rows: ["direct: Calm"] });
  });
});

describe("a quiet digest that is due", () => {
  it("says nothing of a week in which nothing was found", async () => {
    const tick = await subscribed({ quiet: true });
    expect(await tick(due)).toEqual({ posts: 0, rows: [] });
  });

  it("tells what was found", async () => {
    const tick = await subscribed({ quiet: true });
    const found = { ...calm, headline: "Grew", data: { found: 1 } };
    expect(await tick(due, found)).toEqual({ posts: 1, rows: ["channel: Grew"] });
  });

  it.each(["mistake", "defect"] as const)(
    "tells of a %s: silence would say that all is calm",
    async (outcome) => {
      const tick = await subscribed({ quiet: true });
      const failed: Reply = { ...calm, outcome, headline: "Failed" };
      expect(await tick(due, failed)).toEqual({ posts: 1, rows: ["channel: Failed"] });
    },
  );
});
