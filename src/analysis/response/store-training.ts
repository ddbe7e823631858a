import { at } from "../../lib/at.ts";
import type { Localized } from "../../lib/locale.ts";
import type { Feature } from "../features/feature.ts";
import { columnOf } from "../numbers/matrix.ts";
import { calibrationBins } from "./calibration.ts";
import { spreadOf } from "./drift.ts";
import type { TrainingData } from "./held-out.ts";
import { type CutOff, cutOffs } from "./ranking.ts";
import type { StoredModel } from "./stored-model.ts";
import type { Trained } from "./train-against.ts";

/** Held-out customers kept with a model for the profit of its cut-offs. */
const mostHeldOut = 20_000;
const mostCutOffs = 200;

/**
 * A trained model as it is kept: with the names of its features, and the curves that its charts draw.
 *
 * @param data What it was trained on.
 * @param features One per raw column of the data.
 * @example
 * storeTraining(
 *   trainAgainst({ data: { raw: { rows: 40, columns: 1, values: Float64Array.from({ length: 40 }, (_, i) => i % 7) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.from({ length: 40 }, (_, i) => (i % 7 > 4 || i % 9 === 0 ? 1 : 0)) }, features: ["visits"], seed: 7, choose: undefined, champion: undefined }, () => undefined),
 *   { raw: { rows: 0, columns: 1, values: new Float64Array() }, variables: [], outcomes: Uint8Array.from({ length: 40 }, (_, i) => (i % 7 > 4 || i % 9 === 0 ? 1 : 0)) },
 *   [{ name: "visits", labels: { en: "Visits", es: "Visitas", pt: "Visitas" }, unit: "count", family: "behaviour" }],
 * ).variables[0].labels.es; // => "Visitas"
 */
export function storeTraining(
  { model, heldOut, heldOutOdds, againstAll }: Omit<Trained, "onLater">,
  data: TrainingData,
  features: readonly ModelFeature[],
): StoredModel {
  const columns = model.encoding.columns.map(({ raw, preprocessing }) => {
    const { name, labels, unit, family } = at(features, raw);
    const spread = data.raw.rows === 0 ? {} : { spread: spreadOf(columnOf(data.raw, raw)) };
    return { feature: { name, labels, unit, family }, preprocessing, ...spread };
  });
  const kept = Array.from(heldOutOdds.subarray(0, mostHeldOut), (odds) => Math.round(odds * 1e6) / 1e6);
  return {
    columns,
    variables: model.encoding.variables.map((variable) => ({
      ...variable,
      labels: labelsOf(variable.name, columns[variable.columns[0] ?? -1]?.feature),
    })),
    coefficients: [...model.coefficients],
    platt: model.platt,
    cutOffs: model.cutOffs,
    quality: model.quality,
    grade: model.grade,
    ridge: model.ridge,
    ...(data.isPlain && { isPlain: true }),
    calibration: calibrationBins(heldOut, data.outcomes),
    spread: spreadOf(heldOut),
    table: thinned(cutOffs(heldOut, data.outcomes)),
    heldOut: { odds: kept, outcomes: [...data.outcomes.subarray(0, mostHeldOut)] },
    challenger: againstAll,
  };
}

/** A feature as a model keeps it. */
export type ModelFeature = Pick<Feature, "name" | "labels" | "unit" | "family">;

/** A category is called by its column: the part of "Education: PhD" before the colon. */
function labelsOf(name: string, feature: ModelFeature | undefined): Localized {
  if (feature === undefined) return { en: name, es: name, pt: name };
  if (feature.family !== "category") return feature.labels;
  const label = (locale: keyof Localized) => at(feature.labels[locale].split(":"), 0);
  return { en: label("en"), es: label("es"), pt: label("pt") };
}

/** Rows about evenly apart, the last one always. */
function thinned(table: readonly CutOff[]): readonly CutOff[] {
  const step = Math.max(1, Math.ceil(table.length / mostCutOffs));
  return table.filter((_, i) => i % step === 0 || i === table.length - 1);
}
