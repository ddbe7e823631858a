import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { memberships } from "../schema/index.ts";

/** How many customers lie farther from their segment than a distance, in scaled units. */
export async function countOutliers(db: Db, segmentationId: number, distance: number): Promise<number> {
  const [row] = await db.execute<{ customers: number }>(sql`
    select count(*)::int as customers from ${memberships}
    where ${memberships.segmentationId} = ${segmentationId} and ${memberships.validTo} is null
      and ${memberships.distance} > ${distance}`);
  return row?.customers ?? 0;
}
