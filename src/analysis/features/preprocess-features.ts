import { at } from "../../lib/at.ts";
import { columnOf, type Matrix, takeColumns } from "../numbers/matrix.ts";
import type { Feature } from "./feature.ts";
import type { PlannedFeature } from "./formula.ts";
import { type LearnedPreprocessing, learnPreprocessing } from "./learn-preprocessing.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import type { FeatureNote, FeatureReport, SetAside } from "./report.ts";
import { preprocessRows, type Preprocessing } from "./preprocessing.ts";

/** Above this, in absolute value, the correlation of two preprocessed features says that they are the same. */
const sameAbove = 0.98;
/** A feature that more customers lack does not form segments: it would be the median of strangers. */
const mostMissing = 0.5;

/** A feature that forms segments: where it stands in the feature set, and how it is preprocessed. */
export interface FormingFeature {
  readonly position: number;
  readonly name: string;
  readonly preprocessing: Preprocessing;
}

/** The planned features once their values are known. */
export interface PreprocessedFeatures {
  /** One per planned feature, in the same order. */
  readonly features: readonly Feature[];
  readonly forming: readonly FormingFeature[];
  readonly report: FeatureReport;
}

/** A planned feature with what was learned of it, and the verdict so far. */
interface Candidate {
  readonly planned: PlannedFeature;
  readonly learned: LearnedPreprocessing | undefined;
  readonly use: "forms" | SetAside;
  readonly instead: string | undefined;
}

/**
 * Decides how each feature is preprocessed and which form segments.
 *
 * Of those that may, the constant and the mostly missing ones are set aside, then those that say nearly the same as
 * an earlier one. Where none is left, numbers that are attributes (people at home, grades) take their place, so that
 * a file without behavior is divided too.
 *
 * @param planned p features.
 * @param sample n × p raw values, NaN where missing.
 * @throws {RangeError} When the sample has another number of columns, or no row.
 * @example
 * preprocessFeatures([], { rows: 1, columns: 0, values: new Float64Array() }).forming; // => []
 */
export function preprocessFeatures(planned: readonly PlannedFeature[], sample: Matrix): PreprocessedFeatures {
  if (sample.columns !== planned.length)
    throw new RangeError(`a column per feature is needed, not ${sample.columns}`);
  if (sample.rows === 0) throw new RangeError("treatments are learned from at least one customer");
  const learned = planned.map((one, position) => learn(one, columnOf(sample, position)));
  const candidates = withoutDuplicates(orAttributes(learned), sample);
  return {
    features: candidates.map(toFeature),
    forming: candidates.flatMap(toForming),
    report: { customers: sample.rows, features: candidates.map(toNote) },
  };
}

function learn(planned: PlannedFeature, values: Float64Array): Candidate {
  const logAllowed = planned.feature.unit !== "share" && planned.feature.unit !== "flag";
  const learned = learnPreprocessing(values, { never: planned.never === true, logAllowed });
  const missing = values.reduce((count, value) => count + Number(Number.isNaN(value)), 0) / values.length;
  const use =
    learned === undefined ? "constant" : missing > mostMissing && !planned.never ? "sparse" : planned.use;
  return { planned, learned, use, instead: use === "part" ? planned.instead : undefined };
}

function orAttributes(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.some(({ use }) => use === "forms")) return candidates;
  return candidates.map((one) =>
    one.use === "attribute" && one.planned.feature.unit !== "flag"
      ? Object.assign({}, one, { use: "forms" })
      : one,
  );
}

function withoutDuplicates(candidates: readonly Candidate[], sample: Matrix): readonly Candidate[] {
  const positions = candidates.flatMap(({ use }, position) => (use === "forms" ? [position] : []));
  const preprocessings = positions.map((position) => preprocessingOf(at(candidates, position)));
  const preprocessed = preprocessRows(takeColumns(sample, positions), preprocessings);
  const duplicates = new Map(
    nearDuplicates(preprocessed, sameAbove).map(({ column, instead }) => [
      at(positions, column),
      at(candidates, at(positions, instead)).planned.feature.name,
    ]),
  );
  return candidates.map((one, position) => {
    const instead = duplicates.get(position);
    return instead === undefined
      ? one
      : { planned: one.planned, learned: one.learned, use: "duplicate", instead };
  });
}

function preprocessingOf({ planned, learned }: Candidate): Preprocessing {
  if (learned === undefined) throw new RangeError(`${planned.feature.name} does not vary`);
  return learned.preprocessing;
}

function toFeature({ planned, learned, use }: Candidate): Feature {
  const feature = { ...planned.feature, transform: learned?.preprocessing.transform ?? "none" } as const;
  return use === "forms" ? feature : { ...feature, setAside: use };
}

function toForming(candidate: Candidate, position: number): readonly FormingFeature[] {
  if (candidate.use !== "forms") return [];
  return [{ position, name: candidate.planned.feature.name, preprocessing: preprocessingOf(candidate) }];
}

function toNote({ planned, learned, use, instead }: Candidate): FeatureNote {
  return {
    name: planned.feature.name,
    use: use === "forms" ? "used" : use,
    ...(instead === undefined ? {} : { instead }),
    missing: learned?.missing ?? 0,
    skewness: learned?.skewness ?? null,
    transform: learned?.preprocessing.transform ?? "none",
    pulledUp: learned?.pulledUp ?? 0,
    pulledDown: learned?.pulledDown ?? 0,
  };
}
