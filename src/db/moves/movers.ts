import { sql } from "drizzle-orm";
import type { FileSource } from "../../contract/reply.ts";
import type { Audience } from "../campaigns/audiences.ts";
import { membersOn } from "./moves.ts";
import { segments } from "../schema/index.ts";

/** Whose moves: the days, and the segments where only some are meant. */
export type Movers = Omit<Extract<FileSource, { readonly kind: "movers" }>, "columns">;

/** Customers who are in another segment than on an earlier day, with the number of the one they came from. */
export function moversAudience({ segmentationId, since, until, from, to }: Movers): Audience {
  const members = sql`
    select after.customer_id, null::float8 as probability, origin.number as previous
    from (${membersOn(segmentationId, since)}) as before
    join (${membersOn(segmentationId, until)}) as after on after.customer_id = before.customer_id
    join ${segments} as origin on origin.id = before.segment_id
    where before.segment_id <> after.segment_id
      ${from === null ? sql`` : sql`and before.segment_id = ${from}`}
      ${to === null ? sql`` : sql`and after.segment_id = ${to}`}`;
  return { members, goal: null };
}
