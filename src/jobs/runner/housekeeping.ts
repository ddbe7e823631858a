import type { Db } from "../../db/connection/connect.ts";
import { clearInbox } from "../../db/requests/inbox.ts";
import { clearOutbox } from "../../db/requests/outbox.ts";
import { clearPersonalReceipts } from "../../db/requests/receipts.ts";
import { clearReceivedFiles } from "../../db/imports/received-files.ts";

/** The queue's name for the nightly forgetting. */
export const housekeepingTick = "segmenta_housekeeping";

/**
 * Forgets what was only kept to answer once: old requests, delivered answers, files that nobody imported; and
 * what was asked about one person.
 */
export async function forgetOld(db: Db): Promise<void> {
  await clearInbox(db);
  await clearOutbox(db);
  await clearReceivedFiles(db);
  await clearPersonalReceipts(db);
}
