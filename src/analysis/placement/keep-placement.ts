import { at } from "../../lib/at.ts";
import type { Feature } from "../features/feature.ts";
import type { Placement } from "./placement.ts";
import type { PreprocessedFeatures } from "../features/preprocess-features.ts";

/**
 * Features of today under a placement of yesterday: what formed the segments then still does, with the preprocessing of
 * then; what would form them today did not (`later`).
 *
 * @returns The definition for the new feature set, and the report with the same verdicts.
 * @example
 * keepPlacement({ features: [], forming: [], report: { customers: 1, features: [] } }, { features: [], preprocessing: [], by: "centroids", centroids: [] })
 *   .features; // => []
 */
export function keepPlacement(
  { features, report }: PreprocessedFeatures,
  placement: Placement,
): Pick<PreprocessedFeatures, "features" | "report"> {
  const kept = features.map((feature) => keepOne(feature, placement));
  const notes = report.features.map((note, position) => {
    const { setAside, transform } = at(kept, position);
    if (setAside === undefined) {
      const { instead: _, ...rest } = note;
      return { ...rest, use: "used" as const, transform };
    }
    return { ...note, use: setAside, transform };
  });
  return { features: kept, report: { ...report, features: notes } };
}

function keepOne({ setAside, ...feature }: Feature, placement: Placement): Feature {
  const column = placement.features.indexOf(feature.name);
  if (column >= 0) return { ...feature, transform: at(placement.preprocessings, column).transform };
  return { ...feature, setAside: setAside ?? "later" };
}
