import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import type { Transition } from "../../analysis/shift/decomposition.ts";
import type { Db } from "../connection/connect.ts";
import { membersOn, type Period } from "./moves.ts";
import { type PlaceRows, placedSql } from "../segmentations/assign-rows.ts";
import { featureSets, segmentations, segments } from "../schema/index.ts";
import {
  type ActiveSegmentation,
  loadSegmentation,
  type StoredSegmentation,
} from "../segmentations/segmentations.ts";

/** The segmentation that was in force on a day before the present one; undefined when it was the present one. */
export async function findInForceOn(
  db: Db,
  day: Day,
  active: ActiveSegmentation,
): Promise<StoredSegmentation | undefined> {
  const [former] = await db.execute<{ id: number }>(sql`
    select ${segmentations.id} as id from ${segmentations}
    join ${featureSets} on ${featureSets.id} = ${segmentations.featureSetId}
    where ${segmentations.status} = 'retired' and ${segmentations.version} < ${active.version}
      and ${featureSets.asOf} >= ${day}::date
    order by ${segmentations.version} limit 1`);
  return former && loadSegmentation(db, former.id);
}

/**
 * Where customers were and are by the old lines and by the new ones, as keys of segments: what `decompose` splits. Only
 * customers who were there both times.
 *
 * @param customerId One customer alone.
 */
export function loadTransitions(
  db: Db,
  question: TransitionQuestion,
  customerId?: number,
): Promise<readonly Transition<string>[]> {
  return db.transaction((tx) => transitionsIn(tx, question, customerId));
}

/** Two segmentations, the days, and what places customers of today by the old lines. */
interface TransitionQuestion {
  readonly former: StoredSegmentation;
  readonly active: ActiveSegmentation;
  readonly period: Period;
  readonly place: PlaceRows;
}

async function transitionsIn(
  db: Db,
  { former, active, period, place }: TransitionQuestion,
  customerId: number | undefined,
): Promise<readonly Transition<string>[]> {
  const names = active.features.map(({ name }) => name);
  const oldIds = sql.join(
    former.segments.map(({ id }, label) => sql`when ${label} then ${id}::int`),
    sql` `,
  );
  const set = { featureSetId: active.featureSetId, names };
  const placed = await placedSql(db, { placement: former.placement, place }, set);
  return db.execute<Transition<string> & Record<string, unknown>>(sql`
    select oldThen.key as before, oldNow.key as "customersOnly", newThen.key as "linesOnly", newNow.key as after,
           count(*)::int as customers
    from (${membersOn(former.id, period.from)}) as a
    join (${membersOn(active.id, period.from)}) as b on b.customer_id = a.customer_id
    join (${membersOn(active.id, period.to)}) as c on c.customer_id = a.customer_id
    join (select customer_id, case label ${oldIds} end as segment_id
          from (${placed}) as placed) as d
      on d.customer_id = a.customer_id
    join ${segments} as oldThen on oldThen.id = a.segment_id
    join ${segments} as newThen on newThen.id = b.segment_id
    join ${segments} as newNow on newNow.id = c.segment_id
    join ${segments} as oldNow on oldNow.id = d.segment_id
    where ${customerId ?? null}::bigint is null or a.customer_id = ${customerId ?? null}::bigint
    group by 1, 2, 3, 4`);
}
