import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { features, memberships } from "../schema/index.ts";
import type { ActiveSegmentation } from "./segmentations.ts";

/** Customers counted together, with what they bought. */
export interface ClubSums {
  readonly customers: number;
  /** In the unit of the value feature. */
  readonly value: number;
  readonly orders: number;
  readonly items: number;
}

/** The club in two ways, what they have in common, and the values around the border. */
export interface ClubCounts {
  readonly everybody: ClubSums;
  /** Members of the segment. */
  readonly segment: ClubSums;
  /** The `size` customers of the highest value. */
  readonly byValue: ClubSums;
  /** A tenth of all customers, by value: the plain line that any model has to beat. */
  readonly tenth: ClubSums;
  readonly common: number;
  /** Members of `byValue` whose last order is longer ago than `silentDays`. */
  readonly silent: number;
  /** Values at places of the ranking; null beyond its end. */
  readonly border: {
    readonly last: number;
    readonly next: number | null;
    readonly twentieth: number | null;
    readonly high: number;
    readonly low: number;
  };
}

/** Which club is counted; positions are those of the features, undefined where no feature measures it. */
export interface ClubQuestion {
  readonly segmentId: number;
  readonly size: number;
  readonly places: { readonly first: number; readonly last: number };
  readonly silentDays: number;
  readonly positions: {
    readonly value: number;
    readonly orders: number | undefined;
    readonly basket: number | undefined;
    readonly recency: number | undefined;
  };
}

/** Ranks everybody by value and counts both clubs, in one pass. */
export async function loadClub(
  db: Db,
  active: ActiveSegmentation,
  { segmentId, size, places, silentDays, positions }: ClubQuestion,
): Promise<ClubCounts> {
  const column = (position: number | undefined) =>
    position === undefined
      ? sql`0::float8`
      : sql`coalesce(nullif(${features.values}[${position + 1}::int], 'NaN'), 0)`;
  const sums = (who: SQL) => sql`jsonb_build_object('customers', count(*) filter (where ${who}),
    'value', coalesce(sum(value) filter (where ${who}), 0),
    'orders', coalesce(sum(orders) filter (where ${who}), 0),
    'items', coalesce(sum(orders * basket) filter (where ${who}), 0))`;
  const valueAt = (place: number) => sql`max(value) filter (where place = ${place}::int)`;
  const [row] = await db.execute<ClubCounts & Record<string, unknown>>(sql`
    with ranked as (
      select ${memberships.segmentId} as segment_id, value, orders, basket, recency,
             row_number() over (order by value desc, ${memberships.customerId}) as place
      from ${memberships}
      join ${features} on ${features.customerId} = ${memberships.customerId}
        and ${features.featureSetId} = ${active.featureSetId}
      cross join lateral (select ${column(positions.value)} as value, ${column(positions.orders)} as orders,
        ${column(positions.basket)} as basket, ${column(positions.recency)} as recency) as measured
      where ${memberships.segmentationId} = ${active.id} and ${memberships.validTo} is null)
    select ${sums(sql`true`)} as everybody, ${sums(sql`segment_id = ${segmentId}`)} as segment,
           ${sums(sql`place <= ${size}::int`)} as "byValue",
           ${sums(sql`place <= ${Math.round(active.customers / 10)}::int`)} as tenth,
           (count(*) filter (where segment_id = ${segmentId} and place <= ${size}::int))::int as common,
           (count(*) filter (where place <= ${size}::int and recency > ${silentDays}::int))::int as silent,
           jsonb_build_object('last', ${valueAt(size)}, 'next', ${valueAt(size + 1)},
             'twentieth', ${valueAt(size + 20)}, 'high', ${valueAt(places.first)}, 'low', ${valueAt(places.last)}) as border
    from ranked`);
  if (row === undefined) throw new Error("the club was not counted");
  return row;
}
