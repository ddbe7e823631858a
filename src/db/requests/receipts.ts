import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { receipts } from "../schema/index.ts";

/** What an answer was computed from. */
export type Receipt = Omit<typeof receipts.$inferInsert, "answeredAt">;

/** How long a line about one person is kept, such as `customer 1024`. */
const personalReceiptDays = 30;

/** Keeps a receipt; the same question on the same data has the same one, which is kept once. */
export async function saveReceipt(db: Db, receipt: Receipt): Promise<void> {
  await db.insert(receipts).values(receipt).onConflictDoNothing();
}

/** Forgets the receipts of lines about one person once they are old. */
export async function clearPersonalReceipts(db: Db): Promise<void> {
  const oldest = sql`now() - make_interval(days => ${personalReceiptDays})`;
  await db.delete(receipts).where(and(eq(receipts.privacy, "person"), lt(receipts.answeredAt, oldest)));
}
