import type { PlannedFeature } from "../../analysis/features/formula.ts";
import { planFeatures } from "../../analysis/features/plan.ts";
import { type FormingFeature, preprocessFeatures } from "../../analysis/features/preprocess-features.ts";
import { findValue } from "../../analysis/features/value.ts";
import { takeColumns } from "../../analysis/numbers/matrix.ts";
import { loadBaseFacts } from "../../db/features/base-facts.ts";
import type { Db } from "../../db/connection/connect.ts";
import { loadFeatureSample } from "../../db/features/features.ts";
import type { ActiveSegmentation } from "../../db/segmentations/segmentations.ts";
import { type MeasuredBase, pointsOf, sampleSize } from "./measured-base.ts";

/** Which features are to form segments. */
export interface FormingChoice {
  /** Their names, in the order wanted; undefined for those that would at first. */
  readonly using: readonly string[] | undefined;
  /** Without what customers spent and what is made of it: then that can be predicted. */
  readonly withoutValue: boolean;
}

/** The customers of the segmentation in force as a reclustering sees them. */
export async function loadReclusterBase(
  db: Db,
  active: ActiveSegmentation,
  choice: FormingChoice,
): Promise<MeasuredBase> {
  const names = active.features.map(({ name }) => name);
  const planned = planFeatures(await loadBaseFacts(db), active.asOf).filter(({ feature }) =>
    names.includes(feature.name),
  );
  const question = { width: names.length, limit: sampleSize };
  const sample = await loadFeatureSample(db, active.featureSetId, question);
  const positions = planned.map(({ feature }) => names.indexOf(feature.name));
  const chosen = choice.withoutValue
    ? withoutValue(choose(planned, choice.using), active)
    : choose(planned, choice.using);
  const preprocessed = preprocessFeatures(chosen, takeColumns(sample, positions));
  const forming = inOrder(preprocessed.forming, choice.using).map((each) => ({
    ...each,
    position: names.indexOf(each.name),
  }));
  const { asOf, featureSetId, customers, features } = active;
  const { report } = preprocessed;
  return {
    asOf,
    featureSetId,
    customers,
    features,
    forming,
    report,
    sample,
    points: pointsOf(sample, forming),
  };
}

function choose(
  planned: readonly PlannedFeature[],
  using: readonly string[] | undefined,
): readonly PlannedFeature[] {
  if (using === undefined) return planned;
  return planned.map((one) => {
    if (using.includes(one.feature.name)) return { ...one, use: "forms" };
    return one.use === "forms" ? { ...one, use: "later" } : one;
  });
}

/** A sum of money gives away its own parts, and a ratio what is above its line. */
function withoutValue(
  planned: readonly PlannedFeature[],
  { features }: ActiveSegmentation,
): readonly PlannedFeature[] {
  const value = findValue(features)?.name;
  const tells = ({ feature, formula, instead }: PlannedFeature) =>
    feature.name === value ||
    instead === value ||
    formula.from === "ratio" ||
    (formula.from === "orders" && ["monetary", "averageOrder"].includes(formula.measure));
  return planned.map((one) => (one.use === "forms" && tells(one) ? { ...one, use: "later" } : one));
}

function inOrder(
  forming: readonly FormingFeature[],
  using: readonly string[] | undefined,
): readonly FormingFeature[] {
  if (using === undefined) return forming;
  return forming.toSorted((a, b) => using.indexOf(a.name) - using.indexOf(b.name));
}
