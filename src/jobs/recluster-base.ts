import type { PlannedFeature } from "../analysis/features/formula.ts";
import { planFeatures } from "../analysis/features/plan.ts";
import {
  type FormingFeature,
  treatFeatures,
  type TreatedFeatures,
} from "../analysis/features/treat-features.ts";
import { treatRows } from "../analysis/features/treatment.ts";
import { type Matrix, takeColumns } from "../analysis/matrix.ts";
import { loadBaseFacts } from "../db/base-facts.ts";
import type { Db } from "../db/connect.ts";
import { loadFeatureSample } from "../db/features.ts";
import type { ActiveSegmentation } from "../db/segmentations.ts";

/** What a reclustering starts from. */
export interface ReclusterBase {
  /** n × features of the segmentation in force, raw. */
  readonly sample: Matrix;
  /** n × forming features, treated. */
  readonly points: Matrix;
  /** Positions are those of the segmentation's features. */
  readonly forming: readonly FormingFeature[];
  readonly report: TreatedFeatures["report"];
}

const sampleSize = 20_000;

/**
 * The customers of the segmentation in force as a reclustering sees them.
 *
 * @param using Names of the features that are to form segments; undefined for those that would at first.
 */
export async function loadReclusterBase(
  db: Db,
  active: ActiveSegmentation,
  using: readonly string[] | undefined,
): Promise<ReclusterBase> {
  const names = active.features.map(({ name }) => name);
  const planned = planFeatures(await loadBaseFacts(db), active.asOf).filter(({ feature }) =>
    names.includes(feature.name),
  );
  const question = { width: names.length, limit: sampleSize };
  const sample = await loadFeatureSample(db, active.featureSetId, question);
  const positions = planned.map(({ feature }) => names.indexOf(feature.name));
  const treated = treatFeatures(chooseForming(planned, using), takeColumns(sample, positions));
  const forming = treated.forming.map((each) => ({ ...each, position: names.indexOf(each.name) }));
  const columns = takeColumns(
    sample,
    forming.map(({ position }) => position),
  );
  const points = treatRows(
    columns,
    forming.map(({ treatment }) => treatment),
  );
  return { sample, points, forming, report: treated.report };
}

function chooseForming(
  planned: readonly PlannedFeature[],
  using: readonly string[] | undefined,
): readonly PlannedFeature[] {
  if (using === undefined) return planned;
  return planned.map((one) => {
    if (using.includes(one.feature.name)) return { ...one, use: "forms" };
    return one.use === "forms" ? { ...one, use: "later" } : one;
  });
}
