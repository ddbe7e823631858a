import type { Feature } from "../../analysis/features/feature.ts";
import { columnOf, type Matrix, takeColumns } from "../../analysis/numbers/matrix.ts";
import { type PlainRule, segmentRule } from "../../analysis/segments/rule.ts";
import type { SegmentStatistics } from "../../analysis/segments/segmentation.ts";
import { at } from "../../lib/at.ts";
import type { Db } from "../../db/connection/connect.ts";
import { loadPlacedSample } from "../../db/features/distributions.ts";
import { loadAnswerAffinities, loadProductAffinities } from "../../db/orders/purchase-affinity.ts";

/** What a segment is like, beyond its averages. */
export type SegmentDescription = Required<Pick<SegmentStatistics, "rule" | "affinities">>;

/** Whose segments are described, and by which features. */
interface Described {
  readonly segmentationId: number;
  readonly featureSetId: number;
  /** Those of the feature set, in its order. */
  readonly features: readonly Feature[];
  /** Names of the features that form the segments: a rule is told in these. */
  readonly forming: readonly string[];
  readonly segmentIds: readonly number[];
  readonly seed: number;
}

/** Customers that a rule is learned from and judged on. */
const ruleRows = 5_000;

/**
 * One plain rule for each segment, and what its members buy and answer: found when segments are made or measured, so that a
 * profile only reads them.
 *
 * @returns In the order of the ids.
 */
export async function describeSegments(db: Db, asked: Described): Promise<readonly SegmentDescription[]> {
  const { segmentationId, featureSetId, features, segmentIds } = asked;
  const set = { segmentationId, featureSetId, width: features.length };
  const sample = await loadPlacedSample(db, set, ruleRows);
  const products = await loadProductAffinities(db, segmentationId);
  const answers = await loadAnswerAffinities(db, segmentationId);
  return segmentIds.map((id) => ({
    rule: ruleOf(id, sample, asked),
    affinities: { products: products.get(id) ?? [], answers: answers.get(id) ?? null },
  }));
}

function ruleOf(segmentId: number, sample: Matrix, { features, forming, seed }: Described): PlainRule | null {
  const positions = forming
    .map((name) => features.findIndex((feature) => feature.name === name))
    .filter((position) => position >= 0);
  const values = takeColumns(
    sample,
    positions.map((position) => position + 1),
  );
  const isMember = Array.from(columnOf(sample, 0), (id) => id === segmentId);
  const rule = segmentRule(values, isMember, { seed });
  if (rule === undefined) return null;
  const nameAt = (index: number) => at(features, at(positions, index)).name;
  return {
    ...rule,
    conditions: rule.conditions.map(({ feature, ...border }) => ({ ...border, feature: nameAt(feature) })),
  };
}
