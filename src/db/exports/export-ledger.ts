import { eq, sql } from "drizzle-orm";
import type { FileSource } from "../../contract/reply.ts";
import { type Audience, segmentAudience } from "../campaigns/audiences.ts";
import type { Db } from "../connection/connect.ts";
import { mayBeContacted } from "../people/contact.ts";
import { moversAudience } from "../moves/movers.ts";
import { findPlan, findPlanAudience } from "../campaigns/plans.ts";
import { customers, exportLedger, exportMembers } from "../schema/index.ts";

/** The people of a file; undefined for one that holds no customers, or whose plan is gone. */
export async function findAudience(db: Db, source: FileSource): Promise<Audience | undefined> {
  if (source.kind === "segment") return segmentAudience(source.segmentId);
  if (source.kind === "movers") return moversAudience(source);
  if (source.kind === "rejects" || source.kind === "text") return undefined;
  const plan = await findPlan(db, source.planId);
  return plan && (await findPlanAudience(db, plan));
}

/** One list of people that left. */
export interface Export {
  readonly exportedBy: string;
  readonly source: FileSource;
  readonly columns: readonly string[];
  /** Rows in the file. */
  readonly customers: number;
  /** Whether a column tells who a customer is. */
  readonly personal: boolean;
  readonly destination: "channel" | "direct" | "terminal";
}

/**
 * Writes a list that left into the export ledger, and who was in it: overlap with later lists is counted from there,
 * and an erasure follows the exports.
 */
export function recordExport(db: Db, { columns, ...entry }: Export): Promise<void> {
  return db.transaction(async (tx) => {
    const audience = await findAudience(tx, entry.source);
    const [written] = await tx
      .insert(exportLedger)
      .values({ ...entry, columns: [...columns] })
      .returning({ id: exportLedger.id });
    if (written === undefined || audience === undefined) return;
    const left = await tx.execute(sql`
      insert into ${exportMembers} (customer_id, export_id)
      select audience.customer_id, ${written.id}::int from (${audience.members}) as audience
      join ${customers} on ${customers.customerId} = audience.customer_id where ${mayBeContacted}`);
    // Somebody may have said no while the answer waited: what counts is who is in the file.
    await tx.update(exportLedger).set({ customers: left.count }).where(eq(exportLedger.id, written.id));
  });
}
