import { chooseAsOf } from "../../analysis/features/as-of.ts";
import type { PlannedFeature } from "../../analysis/features/formula.ts";
import { planFeatures } from "../../analysis/features/plan.ts";
import {
  preprocessFeatures,
  type PreprocessedFeatures,
} from "../../analysis/features/preprocess-features.ts";
import type { Matrix } from "../../analysis/numbers/matrix.ts";
import { loadBaseFacts } from "../../db/features/base-facts.ts";
import type { Db } from "../../db/connection/connect.ts";
import { loadFeatureSample, type SavedFeatures, saveFeatures } from "../../db/features/features.ts";
import type { Locale } from "../../lib/locale.ts";
import type { Progress } from "../../contract/reply.ts";
import type { Divide } from "../runner/job.ts";

/** How to divide the base, and who is told how far it is. */
export interface SegmentOptions {
  readonly locale: Locale;
  /** Today; the day of the features only where nothing in the base is dated. */
  readonly now: Date;
  /** The day of the features, `YYYY-MM-DD`; by default the day after the last thing that happened. */
  readonly asOf?: string;
  /** By default 7. */
  readonly seed?: number;
  /** Divides anew although there are segments: for another base altogether. */
  readonly anew?: boolean;
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
  /** Without it the division is made on this thread. */
  readonly divide?: Divide;
}

/** The features of everyone, and of a sample what they were preprocessed by. */
export interface MeasuredBase {
  readonly asOf: string;
  readonly planned: readonly PlannedFeature[];
  readonly saved: SavedFeatures;
  /** n × planned, raw values. */
  readonly sample: Matrix;
  readonly preprocessed: PreprocessedFeatures;
}

/** Rows that preprocessing and centroids are learned from: 2,000 a segment and more (ARCHITECTURE.md 6). */
const sampleSize = 20_000;

export async function measureBase(db: Db, options: SegmentOptions): Promise<MeasuredBase> {
  const facts = await loadBaseFacts(db);
  const asOf = options.asOf ?? chooseAsOf(facts, options.now.toISOString().slice(0, 10));
  const planned = planFeatures(facts, asOf);
  const saved = await saveFeatures(db, planned, asOf);
  if (saved.customers === 0 || planned.length === 0) return { asOf, planned, saved, ...nothingMeasured };
  const question = { width: planned.length, limit: sampleSize };
  const sample = await loadFeatureSample(db, saved.featureSetId, question);
  return { asOf, planned, saved, sample, preprocessed: preprocessFeatures(planned, sample) };
}

const nothingMeasured = {
  sample: { rows: 0, columns: 0, values: new Float64Array() },
  preprocessed: { features: [], forming: [], report: { customers: 0, features: [] } },
} satisfies Partial<MeasuredBase>;
