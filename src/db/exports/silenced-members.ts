import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/** People of lists that somebody took, who said no since. */
export interface SilencedMembers {
  readonly exportedBy: string;
  /** Different people over all lists. */
  readonly people: number;
  /** Newest first. */
  readonly lists: readonly {
    readonly exportId: number;
    readonly exportedAt: string;
    readonly people: number;
  }[];
}

/**
 * Whose lists of the last 90 days hold people who may no longer be contacted. Lists that were taken at a terminal are not
 * among them: nobody can be written to there.
 *
 * @param silenced Ids of the customers who said no just now.
 */
export async function loadSilencedMembers(
  db: Db,
  silenced: readonly number[],
  now: Date,
): Promise<readonly SilencedMembers[]> {
  if (silenced.length === 0) return [];
  return await db.execute<SilencedMembers & Record<string, unknown>>(sql`
    with silenced as materialized (
      select value::bigint as customer_id from jsonb_array_elements_text(${JSON.stringify(silenced)}::text::jsonb)),
    held as materialized (
      select m.customer_id, m.export_id from export_members m
      join silenced on silenced.customer_id = m.customer_id),
    theirs as (
      select l.exported_by, l.id, l.exported_at, held.customer_id
      from held join export_ledger l on l.id = held.export_id
      where l.destination <> 'terminal' and l.exported_at > ${now.toISOString()}::timestamptz - interval '90 days'),
    lists as (
      select exported_by, id, exported_at, count(*)::int as people from theirs group by 1, 2, 3)
    select exported_by as "exportedBy",
           (select count(distinct customer_id) from theirs where theirs.exported_by = lists.exported_by)::int as people,
           jsonb_agg(jsonb_build_object('exportId', id, 'exportedAt', exported_at, 'people', people)
             order by exported_at desc, id desc) as lists
    from lists group by exported_by order by exported_by`);
}
