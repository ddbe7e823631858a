import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { fromAutoencoder } from "../../../src/analysis/placement/codes.ts";
import { place } from "../../../src/analysis/placement/place.ts";
import type { Placement, Assigner } from "../../../src/analysis/placement/placement.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { placedSql } from "../../../src/db/segmentations/assign-rows.ts";
import { isSqlPlacement } from "../../../src/db/segmentations/assignment-sql.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();
const random = createRandom(3);
/** Three features of 5,000 customers, some missing. */
const rows = Array.from({ length: 5000 }, () =>
  Array.from({ length: 3 }, () =>
    random.next() < 0.05 ? Number.NaN : Math.round(random.normal() * 1000) / 10,
  ),
);
const numbers = (count: number) => Array.from({ length: count }, () => random.normal());
const inputs = {
  features: ["c", "gone", "a"],
  preprocessings: [
    { fill: 1, transform: "log", shift: -500, lower: 0, upper: 7, centre: 6, scale: 0.3 },
    { fill: 2, transform: "none", shift: 0, lower: -9, upper: 9, centre: 0, scale: 1 },
    { fill: -3.5, transform: "none", shift: 0, lower: -120, upper: 95.5, centre: 0.1, scale: 77.7 },
  ],
} as const;

beforeAll(async () => {
  await db.execute(sql`
    insert into features (customer_id, feature_set_id, values)
    select row_number() over (), -1, ('{' || line || '}')::float8[]
    from jsonb_array_elements_text(${JSON.stringify(rows.map((row) => row.join()))}::text::jsonb) as given (line)`);
});

const split = (column: number, threshold: number) => ({
  column,
  threshold,
  below: { leaf: 0, mean: 0 },
  above: { leaf: 1, mean: 1 },
});

const assigners: readonly (readonly [name: string, bySql: boolean, assigner: Assigner])[] = [
  ["the nearest centroid", true, { by: "centroids", centroids: Array.from({ length: 7 }, () => numbers(3)) }],
  [
    "the nearest centroid among principal components",
    true,
    {
      by: "centroids",
      codes: {
        kind: "pca",
        means: [0.1, 2, -0.2],
        loadings: [
          [0.6, 0, 0.8],
          [0.8, 0, -0.6],
        ],
      },
      centroids: Array.from({ length: 5 }, () => numbers(2)),
    },
  ],
  [
    "the table of recency and worth",
    true,
    {
      by: "rules",
      borders: { recency: [-80, -20, 20, 80], frequency: [1, 2, 3, 4], monetary: [-80, -20, 20, 80] },
      table: Array.from({ length: 25 }, (_, index) => Math.floor(index / 5)),
      centroids: Array.from({ length: 5 }, () => numbers(3)),
    },
  ],
  [
    "the nearest centroid among the codes of an autoencoder",
    false,
    {
      by: "centroids",
      codes: fromAutoencoder({
        inputs: 3,
        codes: 1,
        hidden: 0,
        means: [0, 0, 0],
        weights: Float64Array.of(0.5, 0, 0.5, 1, 1, 1, 0, 0, 0, 0),
      }),
      centroids: [[-1], [0], [1]],
    },
  ],
  [
    "the leaves of trees",
    false,
    {
      by: "leaves",
      trees: [split(0, 0), split(2, 0.5)],
      centroids: [
        [0.7, 0, 0.7, 0],
        [0, 0.7, 0.7, 0],
        [0.3, 0.4, 0, 0.7],
      ],
    },
  ],
  [
    "the nearest core point within reach",
    false,
    {
      by: "density",
      epsilon: 0.3,
      core: Array.from({ length: 300 }, () => [random.normal(), 2, random.normal()]),
      labels: Array.from({ length: 300 }, (_, index) => index % 2),
      outliers: 2,
    },
  ],
];

describe("placing everyone in the database", () => {
  it.each(assigners)(
    "by %s gives the place that placing rows gives, for every customer",
    async (_, bySql, assigner) => {
      const placement: Placement = { ...inputs, ...assigner };
      expect(isSqlPlacement(placement)).toBe(bySql);
      const set = { featureSetId: -1, names: ["a", "b", "c"] };
      const inBase = await db.transaction(async (tx) => {
        const placed = await placedSql(tx, { placement, place }, set);
        return [
          ...(await tx.execute<{ label: number; distance: number }>(
            sql`select label, distance from (${placed}) as placed order by customer_id`,
          )),
        ];
      });
      const values = Float64Array.from(rows.flatMap(([a = 0, , c = 0]) => [c, Number.NaN, a]));
      const { labels, distances } = place({ rows: rows.length, columns: 3, values }, placement);
      expect(inBase.map(({ label }) => label)).toEqual([...labels]);
      const apart = inBase.map(({ distance }, row) => Math.abs(distance - (distances[row] ?? Number.NaN)));
      expect(Math.max(...apart)).toBeLessThan(1e-9);
      expect(new Set(labels).size).toBeGreaterThan(2);
    },
  );

  it.each(assigners.filter(([, bySql]) => bySql))(
    "by %s is shared among processes from the reading to the label",
    async (_, __, assigner) => {
      const set = { featureSetId: -1, names: ["a", "b", "c"] };
      const plan = await db.transaction(async (tx) => {
        // As if the base were large: the planner then wants every process it may have.
        await tx.execute(sql`set local min_parallel_table_scan_size = 0`);
        await tx.execute(sql`set local parallel_setup_cost = 0`);
        await tx.execute(sql`set local parallel_tuple_cost = 0`);
        const placed = await placedSql(tx, { placement: { ...inputs, ...assigner }, place }, set);
        return tx.execute<Record<"QUERY PLAN", string>>(
          sql`explain (costs off) create temporary table placed_now on commit drop as ${placed}`,
        );
      });
      expect(plan[0]?.["QUERY PLAN"]).toBe("Gather");
    },
  );
});
