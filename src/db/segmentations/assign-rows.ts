import { sql, type SQL } from "drizzle-orm";
import type { Matrix } from "../../analysis/numbers/matrix.ts";
import type { Placed } from "../../analysis/placement/place.ts";
import type { Placement } from "../../analysis/placement/placement.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../connection/connect.ts";
import { isDistributed } from "../connection/distribute.ts";
import { binaryRows, readBinaryRows } from "../connection/binary-rows.ts";
import { type FeaturePositions, isSqlPlacement, placementSql } from "./assignment-sql.ts";
import { features } from "../schema/index.ts";

/** Places rows of raw values by what SQL cannot do: `place` of analysis/placement, which this room gets from its callers. */
export type PlaceRows = (points: Matrix, placement: Placement) => Placed;

/** Everyone's place in a feature set: rows of `customer_id`, `label` and `distance`; inside a transaction. */
export async function placedSql(
  db: Db,
  { placement, place }: { readonly placement: Placement; readonly place: PlaceRows },
  set: FeaturePositions,
): Promise<SQL> {
  if (isSqlPlacement(placement))
    return placementSql(placement, { ...set, isDistributed: await isDistributed(db) });
  await db.execute(sql`
    create temporary table if not exists placed_rows (customer_id bigint, label int, distance float8) on commit drop`);
  await db.execute(sql`truncate placed_rows`);
  for (let after = 0; ; ) {
    const page = await loadPage(db, placement, set, after);
    if (page.ids.length === 0) break;
    after = at(page.ids, page.ids.length - 1);
    await savePage(db, page.ids, place(page.points, placement));
  }
  await db.execute(sql`analyze placed_rows`);
  return sql`select customer_id, label, distance from placed_rows`;
}

/** Comparisons with core points at a time: some milliseconds, between which the thread does other things. */
const comparisons = 2_000_000;
const mostRows = 2_000;

function pageSize(placement: Placement): number {
  return placement.by === "density"
    ? Math.min(mostRows, Math.ceil(comparisons / Math.max(1, placement.core.length)))
    : mostRows;
}

/** The next customers by id, with the raw values of the placement's features; one that the set lacks counts as missing. */
async function loadPage(
  db: Db,
  placement: Placement,
  { featureSetId, names }: FeaturePositions,
  after: number,
): Promise<{ readonly ids: readonly number[]; readonly points: Matrix }> {
  const columns = placement.features.map(
    (name) => sql`coalesce(${features.values}[${names.indexOf(name) + 1}::int], 'NaN')`,
  );
  const [row] = await db.execute<{ packed: Buffer | null }>(
    binaryRows(
      [sql`${features.customerId}::float8`, ...columns],
      sql`from ${features} where ${features.featureSetId} = ${featureSetId} and ${features.customerId} > ${after}
        order by ${features.customerId} limit ${pageSize(placement)}`,
    ),
  );
  const width = columns.length + 1;
  const { rows, values } = readBinaryRows(row?.packed ?? null, width);
  return {
    ids: Array.from({ length: rows }, (_, i) => at(values, i * width)),
    points: { rows, columns: columns.length, values: values.filter((_, index) => index % width !== 0) },
  };
}

async function savePage(db: Db, ids: readonly number[], { labels, distances }: Placed): Promise<void> {
  const array = (values: Iterable<number>) => `{${Array.from(values).join(",")}}`;
  await db.execute(sql`
    insert into placed_rows
    select * from unnest(${array(ids)}::bigint[], ${array(labels)}::int[], ${array(distances)}::float8[])`);
}
