import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "../../src/db/connection/connect.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { recluster } from "../../src/jobs/segmentation/recluster.ts";
import { reclusterSays } from "../../src/jobs/segmentation/recluster-words.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import { someone } from "../commands/small-shop.ts";
import { freshDatabase } from "../database.ts";
import { plantCustomers, threeGroups } from "../db/planted-base.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { db } = await freshDatabase();
const now = new Date("2024-01-01T00:00:00Z");

beforeAll(async () => {
  await plantCustomers(db, threeGroups(300));
  const signal = new AbortController().signal;
  await segmentBase(db, { ...onThisThread, locale: "en", now, signal, report: () => undefined });
});

/** Every row that a reclustering writes. */
async function written(base: Db): Promise<unknown> {
  const [row] = await base.execute(sql`
    select (select json_agg(s order by id) from segmentations s)::text as segmentations,
           (select json_agg(s order by id) from segments s)::text as segments,
           (select count(*)::int from memberships) as memberships`);
  return row;
}

/** Presses Stop when a step has come so far. */
async function stopAt(step: string, done: number): Promise<void> {
  const stop = new AbortController();
  await recluster(
    { k: "auto" },
    {
      db,
      actor: someone(),
      now,
      signal: stop.signal,
      keep: () => undefined,
      ...onThisThread,
      report(progress) {
        if (progress.step === step && progress.done >= done) stop.abort();
      },
    },
  );
}

describe("stopping a reclustering", () => {
  it.each([
    ["while numbers of segments are tried", reclusterSays.en.choose, 3],
    ["while the segments are proven", reclusterSays.en.prove, 20],
    ["while everyone is placed in the second candidate", reclusterSays.en.save, 1],
  ])("%s leaves nothing half-written", async (_, step, done) => {
    const before = await written(db);
    await expect(stopAt(step, done)).rejects.toThrow("aborted");
    expect(await written(db)).toEqual(before);
  });
});
