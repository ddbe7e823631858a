import { sql } from "drizzle-orm";
import type { Db } from "./connect.ts";

/**
 * What only one process does at a time, each by the number of its lock: any number will do that nothing else in the same
 * database locks. Whoever works on two of them takes the earlier first, so that nobody waits for each other.
 */
const locks = {
  migrations: 736_764,
  firstAdmin: 736_765,
  imports: 736_766,
  segmentations: 736_767,
  models: 736_768,
} as const;

export type Lock = keyof typeof locks;

/** Waits until nobody else holds the lock, and holds it to the end of the transaction. */
export async function lockInTransaction(tx: Db, lock: Lock): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${locks[lock]})`);
}

/** Likewise to the end of the session: for work that is several transactions, on a pool of one connection. */
export async function lockSession(db: Db, lock: Lock): Promise<void> {
  await db.execute(sql`select pg_advisory_lock(${locks[lock]})`);
}
