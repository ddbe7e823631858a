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
import {
  deleteSupersededFeatures,
  loadFeatureSample,
  type SavedFeatures,
  saveFeatures,
} from "../../db/features/features.ts";
import { scoreAgain } from "../../db/campaigns/score-everyone.ts";
import {
  type ActiveSegmentation,
  loadActive,
  lockSegmentations,
} from "../../db/segmentations/segmentations.ts";
import type { Locale } from "../../lib/locale.ts";
import type { Progress } from "../../contract/reply.ts";
import type { Divide, Job, JobContext } from "../runner/job.ts";
import { divideBase } from "./segment-first.ts";
import { placeAgain } from "./segment-refresh.ts";
import { segmentSteps } from "./segment-words.ts";

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

/** What came of it. */
export type SegmentOutcome =
  /** Version 1, or the first of another base. */
  | {
      readonly kind: "divided";
      readonly customers: number;
      readonly segments: number;
      readonly version: number;
    }
  /** Everyone has a place in the segments there were. */
  | { readonly kind: "placed"; readonly customers: number; readonly moved: number; readonly added: number }
  /** Features were made, but no segments: too few customers, nothing to measure, or all alike. */
  | { readonly kind: "none"; readonly customers: number; readonly why: "few" | "unmeasured" | "alike" };

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

/**
 * Measures every customer and divides the base: the first time into new segments, afterwards into the segments there
 * are, with placement, numbers and names as they were. In one transaction, so that nobody ever sees half of it.
 *
 * The same base and seed give the same segments.
 */
export function segmentBase(db: Db, options: SegmentOptions): Promise<SegmentOutcome> {
  return db.transaction(async (tx) => {
    await lockSegmentations(tx);
    options.report({ step: segmentSteps[options.locale].features, done: 0, total: 0 });
    const base = await measureBase(tx, options);
    options.signal.throwIfAborted();
    const active = options.anew ? undefined : await loadActive(tx);
    const outcome =
      active !== undefined && fits(active, base)
        ? await placeAgain(tx, active, base, options)
        : await divideBase(tx, base, options);
    await scoreAgain(tx);
    await deleteSupersededFeatures(tx);
    return outcome;
  });
}

async function measureBase(db: Db, options: SegmentOptions): Promise<MeasuredBase> {
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

/** A placement most of whose features are gone belongs to another base: everyone would be placed by fills. */
function fits({ placement }: ActiveSegmentation, { planned }: MeasuredBase): boolean {
  const names = new Set(planned.map(({ feature }) => feature.name));
  const present = placement.features.filter((name) => names.has(name));
  return present.length > placement.features.length / 2;
}

/** What a `segment` job is asked. */
export type SegmentPayload = {
  readonly asOf?: string;
  readonly seed?: number;
  readonly anew?: boolean;
};

/** Divides the base for whoever asked for the job that it is part of. */
export function segmentIn(context: JobContext, payload: SegmentPayload = {}): Promise<SegmentOutcome> {
  const { db, actor, now, signal, divide } = context;
  const report = (progress: Progress) => context.report(progress);
  const given = { ...payload, locale: actor.locale, now, signal, report };
  return segmentBase(db, divide === undefined ? given : { ...given, divide });
}

/** Divides the base as a job of its own: when a clock moves on, or another day is asked for. */
export const segment: Job<SegmentPayload> = {
  task: "segment",
  async run(payload, context) {
    await segmentIn(context, payload);
    return "list";
  },
};
