import type { Feature } from "../../analysis/features/feature.ts";
import type { Contrast } from "../../analysis/segments/contrast.ts";
import { at } from "../../lib/at.ts";
import type { JsonObject } from "../../contract/reply.ts";

/** A feature in which a group differs, and by how much. */
export interface Distinction {
  readonly feature: Feature;
  readonly contrast: Contrast;
}

/** Standard deviations below which a difference is not worth a sentence (half of Cohen's "small"). */
const worthSaying = 0.1;

/**
 * What is worth saying of a group, the largest effect first: differences that chance does not explain, in features
 * that vary and say something of their own.
 */
export function distinctions(
  contrasts: readonly Contrast[],
  features: readonly Feature[],
): readonly Distinction[] {
  return contrasts
    .map((contrast) => ({ feature: at(features, contrast.feature), contrast }))
    .filter(
      ({ feature: { setAside } }) =>
        setAside !== "constant" && setAside !== "duplicate" && setAside !== "sparse",
    )
    .filter(({ contrast: { effect, low, high } }) => Math.abs(effect) >= worthSaying && low * high > 0);
}

/** The facts of an answer: three of the features that form segments, and the strongest of the others. */
export function mainDistinctions(all: readonly Distinction[]): readonly Distinction[] {
  const forming = all.filter(({ feature }) => feature.setAside === undefined);
  const others = all.filter(({ feature }) => feature.setAside !== undefined);
  const chosen = new Set([
    ...forming.slice(0, 3),
    ...others.slice(0, 1),
    ...forming.slice(3),
    ...others.slice(1),
  ]);
  const four = new Set([...chosen].slice(0, 4));
  return all.filter((distinction) => four.has(distinction));
}

/** The unrounded numbers of a distinction. */
export function distinctionData({ feature, contrast }: Distinction): JsonObject {
  const { mean, baseMean, effect, low, high } = contrast;
  return { feature: feature.name, mean, baseMean, effect, low, high };
}
