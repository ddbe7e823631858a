import { eq, sql } from "drizzle-orm";
import type { PlanDefinition } from "../../analysis/campaigns/plan.ts";
import type { Audience } from "./audiences.ts";
import type { Db } from "../connection/connect.ts";
import { exportLedger, exportMembers, plans } from "../schema/index.ts";
import { type Pool, poolSql, unsortedPoolSql } from "./scores.ts";

/** A stored plan: `p7` for people. */
export interface Plan {
  readonly id: number;
  readonly modelId: number;
  readonly definition: PlanDefinition;
  readonly createdAt: Date;
}

/** Keeps a plan. */
export async function savePlan(
  db: Db,
  plan: { readonly modelId: number; readonly definition: PlanDefinition; readonly createdBy: string },
): Promise<number> {
  const [saved] = await db.insert(plans).values(plan).returning({ id: plans.id });
  if (saved === undefined) throw new Error("the plan was not written");
  return saved.id;
}

export async function findPlan(db: Db, id: number): Promise<Plan | undefined> {
  const [found] = await db.select().from(plans).where(eq(plans.id, id));
  return found;
}

/** How many of the chosen customers were in a list that left in the last four weeks. */
export async function countOverlap(
  db: Db,
  pool: Pool,
  {
    threshold,
    limit,
    now,
  }: { readonly threshold: number; readonly limit: number | undefined; readonly now: Date },
): Promise<number> {
  const [row] = await db.execute<{ people: number }>(sql`
    select count(*)::int as people from (${poolSql(pool, threshold, limit)}) as chosen
    where exists (select from ${exportMembers}
                  join ${exportLedger} on ${exportLedger.id} = ${exportMembers.exportId}
                  where ${exportMembers.customerId} = chosen.customer_id
                    and ${exportLedger.exportedAt} > ${now.toISOString()}::timestamptz - interval '28 days')`);
  return row?.people ?? 0;
}

/** The people of a plan: those whom its rule chooses by the scores of its own model. */
export async function findPlanAudience(db: Db, { modelId, definition }: Plan): Promise<Audience> {
  const { segmentId, threshold, limit, criterion } = definition;
  return {
    members: await unsortedPoolSql(db, { modelId, segmentId }, threshold, limit),
    goal: criterion.kind === "goal" ? criterion.goal : null,
  };
}
