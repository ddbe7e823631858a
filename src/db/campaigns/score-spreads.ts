import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { memberships, scores } from "../schema/index.ts";

/** How the scores of a segment's customers are spread. */
export interface ScoreSpread {
  readonly segmentId: number;
  readonly customers: number;
  /** Mean probability. */
  readonly mean: number;
  /** Tenth percentile, lower quartile, median, upper quartile, ninetieth percentile of the probabilities. */
  readonly quantiles: readonly [number, number, number, number, number];
}

/** The scores of a model by segment. */
export function loadScoreSpreads(
  db: Db,
  { modelId, segmentationId }: { readonly modelId: number; readonly segmentationId: number },
): Promise<readonly ScoreSpread[]> {
  return db.execute<ScoreSpread & Record<string, unknown>>(sql`
    select ${memberships.segmentId} as "segmentId", count(*)::int as customers,
           avg(${scores.probability})::float8 as mean,
           percentile_cont(array[0.1, 0.25, 0.5, 0.75, 0.9]) within group (order by ${scores.probability}) as quantiles
    from ${scores} join ${memberships} on ${memberships.customerId} = ${scores.customerId}
    where ${scores.modelId} = ${modelId} and ${memberships.segmentationId} = ${segmentationId}
      and ${memberships.validTo} is null
    group by 1`);
}
