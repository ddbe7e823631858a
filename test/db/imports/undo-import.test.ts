import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { freshDatabase } from "../../database.ts";
import { describeBase, type Step, steps, take } from "./import-steps.ts";

const { db } = await freshDatabase();

it("leaves the base as if it had never seen the files that were undone with consent, to the last line and answer", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const left = await take(db, all, true);
      const after = await describeBase(db);
      await take(db, filesOnly(left), true);
      expect(after).toEqual(await describeBase(db));
    }),
    { numRuns: Number(process.env["UNDO_RUNS"] ?? 12), seed: 7 },
  );
}, 600_000);

it("makes nobody contactable without it", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const files = all.filter((step) => "file" in step);
      await take(db, files, false);
      const silent = await silentKeys();
      await take(db, [...files, { undo: all.length }], false);
      const free = new Set(await freeKeys());
      expect(silent.filter((key) => free.has(key))).toEqual([]);
    }),
    { numRuns: Number(process.env["UNDO_RUNS"] ?? 8), seed: 7 },
  );
}, 600_000);

function filesOnly(files: Awaited<ReturnType<typeof take>>): readonly Step[] {
  return files.map((file) => ({ file }));
}

const isSilent = sql`(c.consent in ('no', 'bounced') or c.suppressed)`;

/** Keys of which everybody who has them is silent. */
async function silentKeys(): Promise<readonly string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select k.key from customer_keys k join customers c using (customer_id) group by k.key having bool_and(${isSilent})`);
  return rows.map(({ key }) => key);
}

/** Keys of somebody who may be contacted. */
async function freeKeys(): Promise<readonly string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select distinct k.key from customer_keys k join customers c using (customer_id) where not ${isSilent}`);
  return rows.map(({ key }) => key);
}
