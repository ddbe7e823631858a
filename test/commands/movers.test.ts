import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import { openRows } from "../../src/commands/verbs/export/open-rows.ts";
import { recordExport } from "../../src/db/exports/export-ledger.ts";
import type { FileSource } from "../../src/contract/reply.ts";
import { freshDatabase } from "../database.ts";
import { fillSwappedShop } from "./moved-shop.ts";
import { answerOn, someone } from "./small-shop.ts";

const { db } = await freshDatabase();
beforeAll(() => fillSwappedShop(db));
const answer = answerOn(db);

async function sourceOf(line: string): Promise<FileSource> {
  const { files = [] } = await answer(line, someone());
  return at(files, 0).source;
}

async function rowsOf(source: FileSource): Promise<readonly unknown[]> {
  const { rows } = await openRows(db, source, "en");
  const read: unknown[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

describe("export movers", () => {
  it("is the list of who changed segment, without those who said no", async () => {
    const reply = await answer("export movers since 4w", someone());
    // Five loyal families and six bargain hunters moved; customer 11, the first of these, said no.
    expect(reply.headline).toBe("10 customers who changed segment since Oct 4, 2011, ready to download.");
    expect(reply.privacy).toBe("people");
    expect(at(reply.files ?? [], 0)).toMatchObject({
      name: "movers-2011-11-01.csv",
      rows: 10,
      personal: false,
    });
    const { columns } = await openRows(db, await sourceOf("export movers since 4w"), "en");
    expect(columns.slice(0, 4)).toEqual([
      "Customer",
      "Segment before",
      "Segment",
      "Distance to the typical customer",
    ]);
    const rows = await rowsOf(await sourceOf("export movers since 4w"));
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual(["1", 1, 2, 0.5, expect.any(Number), expect.any(Number), expect.any(Number)]);
  });

  it.each([
    ["export movers from 1 since 4w", 5],
    ["exportar movidos a 1 desde 4s", 5],
    ["export movers from loyal to 2 since 2011-10-04 columns city", 5],
  ])("%s has %i rows", async (line, count) => {
    expect(await rowsOf(await sourceOf(line))).toHaveLength(count);
  });

  it("is personal with a personal column, like any list", async () => {
    const { files = [] } = await answer("export movers since 4w columns name", someone());
    expect(at(files, 0)).toMatchObject({ personal: true });
  });

  it("stands in the ledger with everyone who was in it", async () => {
    const source = await sourceOf("export movers since 4w");
    const { columns } = source;
    const made = { exportedBy: "U1", customers: 10, personal: false, destination: "channel" } as const;
    await recordExport(db, { ...made, source, columns });
    const [row] = await db.execute(sql`select count(*)::int as members from export_members`);
    expect(row?.["members"]).toBe(10);
  });

  it("says so when nobody moved", async () => {
    const reply = await answer("export movers", someone());
    expect([reply.outcome, reply.headline]).toEqual([
      "mistake",
      "There are no customers who changed segment since Oct 25, 2011 who may be contacted, so there is no list to export.",
    ]);
  });
});
