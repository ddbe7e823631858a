import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { saveReceipt } from "../../../src/db/requests/receipts.ts";
import { receipts } from "../../../src/db/schema/index.ts";
import { forgetOld } from "../../../src/jobs/runner/housekeeping.ts";
import { answerOn, fillSmallShop, someone } from "../../commands/small-shop.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();

it("lines about one person are forgotten after thirty days, what was said of totals and lists stays", async () => {
  await fillSmallShop(db);
  const answer = answerOn(db);
  for (const line of ["list", "customer 3", "why 4", "export 2"]) await answer(line, someone());
  await saveReceipt(db, { id: "young", line: "customer 5", privacy: "person" });
  await db.execute(sql`update receipts set answered_at = now() - interval '31 days' where id <> 'young'`);
  await forgetOld(db);
  const kept = await db.select({ line: receipts.line }).from(receipts).orderBy(receipts.line);
  expect(kept.map(({ line }) => line)).toEqual(["customer 5", "export 2", "list"]);
});
