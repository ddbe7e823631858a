import { dayOf, type Day } from "../../lib/day.ts";
import { chooseAsOf } from "../../analysis/features/as-of.ts";
import { planFeatures } from "../../analysis/features/plan.ts";
import {
  type FormingFeature,
  preprocessFeatures,
  type PreprocessedFeatures,
} from "../../analysis/features/preprocess-features.ts";
import { preprocessRows } from "../../analysis/features/preprocessing.ts";
import { type Matrix, takeColumns } from "../../analysis/numbers/matrix.ts";
import { loadBaseFacts } from "../../db/features/base-facts.ts";
import type { Db } from "../../db/connection/connect.ts";
import { loadFeatureSample, type SavedFeatures, saveFeatures } from "../../db/features/features.ts";

/** The customers as a division sees them: features of everyone in the base, and a sample to learn from. */
export interface MeasuredBase extends SavedFeatures, PreprocessedFeatures {
  /** The day of the features, `YYYY-MM-DD`. */
  readonly asOf: Day;
  /** n × features, raw values. */
  readonly sample: Matrix;
  /** n × forming features, preprocessed. */
  readonly points: Matrix;
}

/** Rows that preprocessing and centroids are learned from: 2,000 a segment and more. */
export const sampleSize = 20_000;

/** Measures every customer. @param day The day of the features; by default the day after the last thing that happened. */
export async function measureBase(
  db: Db,
  { asOf: day, now }: { readonly asOf?: Day; readonly now: Date },
): Promise<MeasuredBase> {
  const facts = await loadBaseFacts(db);
  const asOf = day ?? chooseAsOf(facts, dayOf(now));
  const planned = planFeatures(facts, asOf);
  const saved = await saveFeatures(db, planned, asOf);
  if (saved.customers === 0 || planned.length === 0) return { asOf, ...saved, ...nothingMeasured };
  const question = { width: planned.length, limit: sampleSize };
  const sample = await loadFeatureSample(db, saved.featureSetId, question);
  const preprocessed = preprocessFeatures(planned, sample);
  return { asOf, ...saved, ...preprocessed, sample, points: pointsOf(sample, preprocessed.forming) };
}

const noRows: Matrix = { rows: 0, columns: 0, values: new Float64Array() };

const nothingMeasured = {
  features: [],
  forming: [],
  report: { customers: 0, features: [] },
  sample: noRows,
  points: noRows,
};

/** The forming features of a sample, preprocessed. */
export function pointsOf(sample: Matrix, forming: readonly FormingFeature[]): Matrix {
  const columns = takeColumns(
    sample,
    forming.map(({ position }) => position),
  );
  return preprocessRows(
    columns,
    forming.map(({ preprocessing }) => preprocessing),
  );
}
