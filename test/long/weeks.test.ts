import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { migrationOfFlows } from "../../src/analysis/shift/migration.ts";
import { place } from "../../src/analysis/placement/place.ts";
import { at } from "../../src/lib/at.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import { loadFlows, loadMembershipsOn } from "../../src/db/moves/moves.ts";
import { type ActiveSegmentation, loadActive } from "../../src/db/segmentations/segmentations.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { type OnDay, replayDays } from "../../src/jobs/segmentation/replay-past.ts";
import { segmentBase } from "../../src/jobs/segmentation/segment.ts";
import { openRows } from "../../src/commands/verbs/export/open-rows.ts";
import { isSmallCell } from "../../src/contract/privacy.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { answerOn, someone } from "../commands/small-shop.ts";
import { freshDatabase } from "../database.ts";
import { hasRealData } from "./real-data.ts";
import {
  flowsByHand,
  importWeek,
  mondays,
  moversByHand,
  pairs,
  placeByHand,
  readFile,
  report,
  rewind,
  signal,
} from "./order-weeks.ts";

// Two cores, shared: the file is read once and everyone is placed fourteen times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

describe.skipIf(!hasRealData)("the order file, imported Monday by Monday", () => {
  let db: Db;
  let active: ActiveSegmentation;
  /** What was answered to `moves` every Monday about the week before, and who was in the list of movers. */
  const told: Reply[] = [];
  const listed: (readonly (readonly unknown[])[])[] = [];
  beforeAll(async () => {
    ({ db } = await freshDatabase());
    await readFile(db);
    await rewind(db);
    await db.execute(sql`create table by_hand (day date, customer_id bigint, segment_id int)`);
    for (const [week, asOf] of mondays.entries()) {
      if (week > 0) await importWeek(db, asOf);
      await segmentBase(db, { ...onThisThread, locale: "en", now: new Date(asOf), asOf, signal, report });
      const found = await loadActive(db);
      if (found === undefined) throw new Error("no segmentation came of it");
      active = found;
      await placeByHand(db, active, asOf);
      if (week > 0) await ask(at(pairs, week - 1).from);
    }
  });

  async function ask(since: string): Promise<void> {
    told.push(await answerOn(db)(`moves since ${since}`, someone()));
    const { files } = await answerOn(db)(`export movers since ${since}`, someone());
    const { rows } = await openRows(db, at(files ?? [], 0).source, "en");
    const people: (readonly unknown[])[] = [];
    for await (const row of rows) people.push(row.slice(0, 3));
    listed.push(people);
  }

  const segmentIds = () => active.segments.map(({ id }) => id);

  it("keeps the lines of the first Monday", () => {
    expect(active).toMatchObject({ version: 1, asOf: "2011-10-31" });
    expect(active.placement.features).toEqual(["recency_days", "frequency", "monetary"]);
  });

  it.each(pairs)("has the movers and newcomers of $from to $to that SQL counts", async (period) => {
    const stored = migrationOfFlows(await loadFlows(db, active.id, period), segmentIds());
    const counted = migrationOfFlows(await flowsByHand(db, period), segmentIds());
    expect(stored).toEqual(counted);
    const movers = stored.matrix.flatMap((row, i) => row.filter((_, j) => i !== j));
    expect(movers.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it.each(pairs)("has rows of $from to $to that add up to the old sizes", async (period) => {
    const { matrix, left } = migrationOfFlows(await loadFlows(db, active.id, period), segmentIds());
    const before = await loadMembershipsOn(db, active.id, period.from);
    const sizes = segmentIds().map((id) => before.filter(({ segmentId }) => segmentId === id).length);
    const sums = matrix.map((row, i) => row.reduce((sum, count) => sum + count, at(left, i)));
    expect(sums).toEqual(sizes);
  });

  it.each(pairs)("lists after $to, one by one, the movers that SQL finds", async (period) => {
    const list = at(listed, pairs.indexOf(period));
    expect(list.length).toBeGreaterThan(50);
    expect(new Set(list.map(String))).toEqual(new Set((await moversByHand(db, period)).map(String)));
  });

  it.each(pairs)(
    "answers `moves` since $from with what SQL counts, but for what is too small",
    async (period) => {
      const reply = at(told, pairs.indexOf(period));
      const { matrix, joined } = migrationOfFlows(await flowsByHand(db, period), segmentIds());
      const answered = reply.data as { matrix: (number | null)[][]; joined: (number | null)[] };
      const cells = [...answered.matrix.flat(), ...answered.joined];
      const counted = [...matrix.flat(), ...joined];
      const shown = counted.filter((_, i) => cells[i] !== null);
      expect(cells.filter((cell) => cell !== null)).toEqual(shown);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.filter((count) => isSmallCell(count))).toEqual([]);
      const sizes = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
      expect(reply.table?.rows.map((row) => row[1])).toEqual(sizes.map((size) => size.toLocaleString("en")));
    },
  );

  it("looks ahead from the first Monday on, as the segments looked back on eight weeks, between two sizes", () => {
    for (const { table } of told) {
      expect(table?.columns.at(-1)?.label).toBe("In 4 weeks");
      for (const row of table?.rows ?? []) expect(row.at(-1)).toMatch(/^[\d,]+ \([\d,]+–[\d,]+\)$/u);
    }
  });

  it("keeps one interval for whoever stayed: history is small", async () => {
    const [row] = await db.execute<{ movers: number }>(sql`
      select count(*)::int as movers from memberships as opened
      where valid_from > ${at(mondays, 0)}::date and exists (
        select from memberships as earlier
        where earlier.customer_id = opened.customer_id and earlier.valid_from < opened.valid_from)`);
    const flows = await Promise.all(pairs.map((period) => loadFlows(db, active.id, period)));
    const moves = flows
      .flat()
      .filter(({ from, to }) => from !== null && to !== null && from !== to)
      .reduce((sum, { customers }) => sum + customers, 0);
    expect(row?.movers).toBe(moves);
  });

  /** Places everyone again as of every Monday, in one transaction. */
  function lookBack(onDay: OnDay): Promise<void> {
    const { id: segmentationId, placement, asOf, featureSetId, features } = active;
    const target = { segmentationId, placement, asOf, segmentIds: segmentIds(), place };
    const set = { featureSetId, names: features.map(({ name }) => name) };
    return db.transaction((tx) => replayDays(tx, [target], { days: mondays.slice(0, -1), set, onDay }));
  }

  it("looks the same when the segments are made on the last day and look back", async () => {
    const before = await Promise.all(pairs.map((period) => loadFlows(db, active.id, period)));
    const told: number[] = [];
    await lookBack((done) => told.push(done));
    expect(told).toEqual(mondays.map((_, index) => index));
    const again = await Promise.all(pairs.map((period) => loadFlows(db, active.id, period)));
    const matrices = (flows: typeof before) => flows.map((one) => migrationOfFlows(one, segmentIds()));
    expect(matrices(again)).toEqual(matrices(before));
  });

  it("stays as it was when looking back is stopped on the third day", async () => {
    const before = await loadFlows(db, active.id, at(pairs, 0));
    const stopped = lookBack((done) => {
      if (done === 2) throw new Error("stopped");
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(await loadFlows(db, active.id, at(pairs, 0))).toEqual(before);
  });
});
