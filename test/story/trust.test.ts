import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { createRandom } from "../../src/analysis/numbers/random.ts";
import { loadActive } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import { personAt } from "../commands/recluster-on.ts";
import { freshDatabase } from "../database.ts";
import { plantCustomers } from "../db/planted-base.ts";

vi.setConfig({ testTimeout: 180_000 });

/** A base of customers with three numbers each, divided for the first time. */
async function dividedShop(measures: readonly string[], rows: readonly (readonly number[])[]) {
  const { db } = await freshDatabase();
  await plantCustomers(
    db,
    rows.map((row, index) => ({
      key: `C${index}`,
      attributes: Object.fromEntries(measures.map((name, column) => [name, row[column] ?? 0])),
    })),
  );
  const signal = new AbortController().signal;
  const now = new Date("2024-01-01T00:00:00Z");
  await segmentBase(db, { ...onThisThread, locale: "en", now, signal, report: () => undefined });
  return { db, say: personAt(db).say };
}

it("finds five true groups, calls them solid, and calls seven of them blurry", async () => {
  const random = createRandom(21);
  const centers = [
    [20, 25, 20_000],
    [80, 30, 25_000],
    [50, 65, 45_000],
    [20, 60, 80_000],
    [85, 45, 90_000],
  ];
  const rows = Array.from({ length: 600 }, (_, row) => {
    const [visits = 0, age = 0, income = 0] = centers[row % 5] ?? [];
    return [visits + 5 * random.normal(), age + 4 * random.normal(), income + 6_000 * random.normal()];
  });
  const { db, say } = await dividedShop(["visits", "age", "income"], rows);
  const active = await loadActive(db);
  expect(active?.segments).toHaveLength(5);
  expect(active?.metrics.naturalGroups).toBe(true);
  expect(active?.metrics.stability?.map(({ verdict }) => verdict)).toEqual(Array(5).fill("solid"));
  const list = await say("list");
  expect(list.caveat).toBeUndefined();
  expect(list.table?.rows.every((row) => row.at(-1)?.endsWith("solid"))).toBe(true);

  const seven = await say("recluster k 7");
  const { candidates } = seven.data as unknown as { candidates: readonly { run: number }[] };
  const shown = await say(`look r${candidates[0]?.run}`);
  const { segments } = shown.data as unknown as { segments: readonly { verdict: string }[] };
  expect(segments).toHaveLength(7);
  expect(segments.filter(({ verdict }) => verdict !== "solid").length).toBeGreaterThan(1);
});

it("says of even noise that it forms no groups of its own, offers RFM rules, and still divides", async () => {
  const random = createRandom(22);
  const rows = Array.from({ length: 600 }, () => [
    Math.round(365 * random.next()),
    Math.round(1 + 20 * random.next()),
    Math.round(20 + 1_000 * random.next()),
  ]);
  const { db, say } = await dividedShop(["recency", "orders", "revenue"], rows);
  const list = await say("list");
  expect(list.caveat).toContain("form no clear groups of their own");
  expect(list.actions?.[0]?.line).toBe("recluster method rfm");
  expect((await say("recluster method rfm")).outcome).toBe("ok");
  const [placed] = await db.execute<{ customers: number }>(
    sql`select count(distinct customer_id)::int as customers from memberships where valid_to is null`,
  );
  expect(placed?.customers).toBe(600);
});
