import { sql, type SQL } from "drizzle-orm";
import type {
  CentroidAssigner,
  Placement,
  PlacementInputs,
  RuleAssigner,
} from "../../analysis/placement/placement.ts";
import type { Preprocessing } from "../../analysis/features/preprocessing.ts";
import { at } from "../../lib/at.ts";
import { features } from "../schema/index.ts";

/** Where the values of a feature set stand. */
export interface FeaturePositions {
  readonly featureSetId: number;
  /** The set's features by name, in the order of `features.values`. */
  readonly names: readonly string[];
  /** Whether they stand on several machines (db/connection/distribute.ts); on one unless said. */
  readonly isDistributed?: boolean;
}

/** A placement that is linear or a table, so that the model can be sent to the data. */
export type SqlPlacement = PlacementInputs & (CentroidAssigner | RuleAssigner);

/** Whether the server can place by it: not by trees, by neighbors, or through a network. */
export function isSqlPlacement(placement: Placement): placement is SqlPlacement {
  return (
    placement.by === "rules" || (placement.by === "centroids" && placement.codes?.kind !== "autoencoder")
  );
}

/**
 * Places every customer of a feature set: rows of `customer_id`, `label` (position of the segment) and `distance`.
 * Twin of `place` (analysis/placement/place.ts): the same operations in the same order, so that both agree on every row.
 * The scaling is folded in; no value leaves the server.
 *
 * `offset '0'` keeps each level from being pulled into the next one, where each score would be computed again for every
 * comparison. In quotes, as PostgreSQL then sees at once that it skips nothing and lets several processes share the work;
 * a bare 0 is still to be cast to bigint when it asks. That suits one machine; on many the fence would gather the rows at
 * one of them, which takes four times as long.
 */
export function placementSql(placement: SqlPlacement, set: FeaturePositions): SQL {
  const fence = set.isDistributed === true ? sql`` : sql`offset '0'`;
  return placement.by === "rules" ? ruleSql(placement, set, fence) : centroidSql(placement, set, fence);
}

function centroidSql(
  { codes, centroids, ...inputs }: PlacementInputs & CentroidAssigner,
  set: FeaturePositions,
  fence: SQL,
): SQL {
  const zs = inputs.preprocessings.map((_, column) => name("z", column));
  const isCoded = codes?.kind === "pca";
  const coordinates = isCoded ? codes.loadings.map((_, column) => name("u", column)) : zs;
  const scores = centroids.map(
    (centroid, label) => sql`${scoreSql(centroid, coordinates)} as ${name("s", label)}`,
  );
  const named = centroids.map((_, label) => name("s", label));
  const squares = sql.join(
    coordinates.map((each) => sql`${each} * ${each}`),
    sql` + `,
  );
  const preprocessed = preprocessedRowsSql(inputs, set, fence);
  const coded = isCoded
    ? sql`select customer_id, ${list(componentsSql(codes, zs))} from (${preprocessed}) as plain ${fence}`
    : preprocessed;
  return sql`
    select customer_id, case ${labelCases(named)} end as label, sqrt(greatest(0, squares - 2 * best)) as distance
    from (select customer_id, squares, ${list(named)}, greatest(${list(named)}) as best
          from (select customer_id, ${list(scores)}, ${squares} as squares
                from (${coded}) as treated
                ${fence}) as scored
          ${fence}) as placed`;
}

/** Twin of `project`: coordinates on the components, `u0`, `u1` and so on. */
function componentsSql(
  {
    means,
    loadings,
  }: { readonly means: readonly number[]; readonly loadings: readonly (readonly number[])[] },
  zs: readonly SQL[],
): readonly SQL[] {
  return loadings.map((direction, component) => {
    const terms = zs.map(
      (z, column) => sql`${float(at(direction, column))} * (${z} - ${float(at(means, column))})`,
    );
    return sql`${sql.join(terms, sql` + `)} as ${name("u", component)}`;
  });
}

/** Twin of `placeByTable`: scores, the table, and the distance to the mean of the group. */
function ruleSql(
  { borders, table, centroids, ...inputs }: PlacementInputs & RuleAssigner,
  { featureSetId, names }: FeaturePositions,
  fence: SQL,
): SQL {
  const raw = inputs.preprocessings.map(({ fill }, column) =>
    filledSql(fill, names.indexOf(at(inputs.features, column))),
  );
  const score = (column: number, values: readonly number[]) =>
    sql.join(
      [sql`1`, ...values.map((border) => sql`(${at(raw, column)} > ${float(border)})::int`)],
      sql` + `,
    );
  const labels = sql.join(
    table.map((label) => sql`${label}::int`),
    sql`, `,
  );
  const squares = centroids.map((centroid, label) => {
    const terms = centroid.map((value, column) => sql`(${name("z", column)} - ${float(value)}) ^ 2`);
    return sql`when ${label}::int then ${sql.join(terms, sql` + `)}`;
  });
  return sql`
    select customer_id, label, sqrt(case label ${sql.join(squares, sql` `)} end) as distance
    from (select customer_id, z0, z1, z2, (array[${labels}])[5 * (5 - recency) + (frequency + monetary + 1) / 2] as label
          from (select ${features.customerId} as customer_id, ${list(preprocessedColumns(inputs, names))},
                       ${score(0, borders.recency)} as recency, ${score(1, borders.frequency)} as frequency,
                       ${score(2, borders.monetary)} as monetary
                from ${features} where ${features.featureSetId} = ${featureSetId} ${fence}) as scored
          ${fence}) as placed`;
}

/** Rows of `customer_id` and the preprocessed features, `z0`, `z1` and so on. */
function preprocessedRowsSql(
  inputs: PlacementInputs,
  { featureSetId, names }: FeaturePositions,
  fence: SQL,
): SQL {
  return sql`select ${features.customerId} as customer_id, ${list(preprocessedColumns(inputs, names))} from ${features}
    where ${features.featureSetId} = ${featureSetId} ${fence}`;
}

function preprocessedColumns(inputs: PlacementInputs, names: readonly string[]): readonly SQL[] {
  return inputs.preprocessings.map((preprocessing, column) => {
    const position = names.indexOf(at(inputs.features, column));
    return sql`${preprocessedSql(preprocessing, position)} as ${name("z", column)}`;
  });
}

/** Twin of `preprocessValue`; a feature that the set no longer has counts as missing. */
export function preprocessedSql(
  { fill, transform, shift, lower, upper, centre, scale }: Preprocessing,
  position: number,
): SQL {
  const raw = filledSql(fill, position);
  const transformed = transform === "log" ? sql`ln(1 + greatest(${raw} - ${float(shift)}, 0))` : raw;
  const limited = sql`least(greatest(${transformed}, ${float(lower)}), ${float(upper)})`;
  return sql`(${limited} - ${float(centre)}) / ${float(scale)}`;
}

function filledSql(fill: number, position: number): SQL {
  return sql`coalesce(nullif(${features.values}[${position + 1}::int], 'NaN'), ${float(fill)})`;
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
