import { sql, type SQL } from "drizzle-orm";
import type { Placement } from "../analysis/features/placement.ts";
import type { Treatment } from "../analysis/features/treatment.ts";
import { at } from "../at.ts";
import { features } from "./schema.ts";

/** Where the values of a feature set stand. */
export interface FeaturePositions {
  readonly featureSetId: number;
  /** The set's features by name, in the order of `features.values`. */
  readonly names: readonly string[];
}

/**
 * Places every customer of a feature set: rows of `customer_id`, `label` (position of the segment) and `distance`.
 * Twin of `place` (analysis/features/placement.ts): the same operations in the same order, so that both agree on
 * every row. The scaling is folded in; no value leaves the server.
 *
 * `offset 0` keeps each level from being pulled into the next one, where each score would be computed again for every
 * comparison. It suits one node; on Citus it would gather the rows at the coordinator.
 */
export function placementSql(placement: Placement, { featureSetId, names }: FeaturePositions): SQL {
  const treated = placement.treatments.map((treatment, column) => {
    const position = names.indexOf(at(placement.features, column));
    return sql`${treatedSql(treatment, position)} as ${name("z", column)}`;
  });
  const zs = placement.treatments.map((_, column) => name("z", column));
  const scores = placement.centroids.map(
    (centroid, label) => sql`${scoreSql(centroid, zs)} as ${name("s", label)}`,
  );
  const named = placement.centroids.map((_, label) => name("s", label));
  const squares = sql.join(
    zs.map((z) => sql`${z} * ${z}`),
    sql` + `,
  );
  return sql`
    select customer_id, case ${labelCases(named)} end as label, sqrt(greatest(0, squares - 2 * best)) as distance
    from (select customer_id, squares, ${list(named)}, greatest(${list(named)}) as best
          from (select customer_id, ${list(scores)}, ${squares} as squares
                from (select ${features.customerId} as customer_id, ${list(treated)} from ${features}
                      where ${features.featureSetId} = ${featureSetId} offset 0) as treated
                offset 0) as scored
          offset 0) as placed`;
}

/** Twin of `treatValue`; a feature that the set no longer has counts as missing. */
export function treatedSql(
  { fill, transform, shift, lower, upper, centre, scale }: Treatment,
  position: number,
): SQL {
  const raw = sql`coalesce(nullif(${features.values}[${position + 1}::int], 'NaN'), ${float(fill)})`;
  const transformed = transform === "log" ? sql`ln(1 + greatest(${raw} - ${float(shift)}, 0))` : raw;
  const limited = sql`least(greatest(${transformed}, ${float(lower)}), ${float(upper)})`;
  return sql`(${limited} - ${float(centre)}) / ${float(scale)}`;
}

/** c·z - |c|²/2, added from left to right as `place` does. */
function scoreSql(centroid: readonly number[], zs: readonly SQL[]): SQL {
  const products = zs.map((z, column) => sql`${float(at(centroid, column))} * ${z}`);
  const half = centroid.reduce((sum, value) => sum + value * value, 0) / 2;
  return sql`${sql.join(products, sql` + `)} - ${float(half)}`;
}

function labelCases(scores: readonly SQL[]): SQL {
  return sql.join(
    scores.map((score, label) => sql`when ${score} = best then ${label}::int`),
    sql` `,
  );
}

function list(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `);
}

function name(letter: string, index: number): SQL {
  return sql`${sql.identifier(`${letter}${index}`)}`;
}

/** As the shortest text that reads back to the same number. */
export function float(value: number): SQL {
  return sql`${String(value)}::float8`;
}
