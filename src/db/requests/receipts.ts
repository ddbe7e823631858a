import type { Db } from "../connection/connect.ts";
import { receipts } from "../schema/index.ts";

/** What an answer was computed from. */
export type Receipt = Omit<typeof receipts.$inferInsert, "answeredAt">;

/** Keeps a receipt; the same question on the same data has the same one, which is kept once. */
export async function saveReceipt(db: Db, receipt: Receipt): Promise<void> {
  await db.insert(receipts).values(receipt).onConflictDoNothing();
}
