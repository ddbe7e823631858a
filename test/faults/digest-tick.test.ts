import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { digestTick } from "../../src/jobs/digest/digest.ts";
import { jobTable } from "../../src/jobs/runner/table.ts";
import { startQueue } from "../../src/jobs/runner/queue.ts";
import { createLog } from "../../src/lib/log.ts";
import { fillMovedShop } from "../commands/moved-shop.ts";
import { answerOn, someone } from "../commands/small-shop.ts";
import { openTown } from "../contract/town.ts";
import { freshDatabase } from "../database.ts";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => vi.useRealTimers());

/**
 * Sets this process' clock to two seconds before the last full minute, from where it goes on: the queue's next tick is
 * two seconds away, and for the server, whose clock is right, in the past. Timers stay as they are.
 */
function setClockBeforeMinute(): void {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  vi.useFakeTimers({ toFake: ["Date"], shouldAdvanceTime: true, now: minute - 2_000 });
}

describe.each(["http", "socket"] as const)("the queue's tick, with two workers, over %s", (transport) => {
  it("finds the digest that a person ordered when it is due, and posts it once", async () => {
    const { db, url } = await freshDatabase(onTestFinished);
    await fillMovedShop(db);
    const answer = answerOn(db); // noon of Tuesday, 1 November 2011
    const mary = someone({ user: "U0MARY", role: "marketer", timeZone: "Europe/Madrid" });
    await answer("digest weekly mon 9:00 <#C0MARKETING|marketing> lang pt", mary);
    const town = await openTown(transport, { db, retryDelays: [0] });
    onTestFinished(() => town.close());
    setClockBeforeMinute();
    const world = {
      db,
      answer,
      jobTable,
      log: createLog(() => undefined),
      clock: () => new Date("2011-11-07T08:00:30Z"), // half a minute after nine in Madrid
    };
    for (const queue of await Promise.all([startQueue(world, url), startQueue(world, url)]))
      onTestFinished(() => queue.stop());
    const posts = () =>
      town.slack.messages("marketing", "mary").filter(({ author }) => author === "segmenta");
    await town.slack.until(() => posts().length > 0);
    await town.settled(); // a second post would be there too
    expect(posts().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Semana tranquila: nada mudou mais do que o acaso\. Verifiquei 9 números/u),
    ]);
    const runs = await db.execute(
      sql`select due_at at time zone 'Europe/Madrid' as due, sent from digest_runs`,
    );
    expect(runs).toEqual([{ due: "2011-11-07 09:00:00", sent: true }]);
    const [tick] = await db.execute(sql`
      select last_execution < now() as past from graphile_worker._private_known_crontabs where identifier = ${digestTick}`);
    expect(tick).toEqual({ past: true }); // nobody but the queue has called it
  });
});
