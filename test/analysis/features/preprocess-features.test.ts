import { describe, expect, it } from "vitest";
import type { PlannedFeature } from "../../../src/analysis/features/formula.ts";
import { preprocessFeatures } from "../../../src/analysis/features/preprocess-features.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";

function planned(
  name: string,
  use: PlannedFeature["use"] = "forms",
  unit: "none" | "flag" = "none",
): PlannedFeature {
  const labels = { en: name, es: name, pt: name };
  return {
    feature: { name, labels, unit, family: "behaviour" },
    formula: { from: "attribute", attribute: name },
    use,
  };
}

const rows = [
  [1, 2, 5, 7, 4],
  [2, 4, 5, Number.NaN, 1],
  [3, 6, 5, Number.NaN, 3],
  [4, 8, 5, Number.NaN, 2],
];

describe("which features form segments", () => {
  it("not the constant, the mostly missing, and those that say the same as an earlier one", () => {
    const all = ["spent", "spent_again", "z_cost", "rare", "visits"].map((name) => planned(name));
    const { features, forming, report } = preprocessFeatures(all, matrixOf(rows));
    expect(features.map(({ setAside }) => setAside)).toEqual([
      undefined,
      "duplicate",
      "constant",
      "constant", // one value only, which is no variation either
      undefined,
    ]);
    expect(forming.map(({ name, position }) => [name, position])).toEqual([
      ["spent", 0],
      ["visits", 4],
    ]);
    expect(report.features[1]).toMatchObject({ name: "spent_again", use: "duplicate", instead: "spent" });
    expect(report.customers).toBe(4);
  });

  it("sets aside what more than half of the customers lack", () => {
    const sample = matrixOf([[1], [2], [Number.NaN], [Number.NaN], [Number.NaN]]);
    const { features, report } = preprocessFeatures([planned("rare")], sample);
    expect(features[0]?.setAside).toBe("sparse");
    expect(report.features[0]?.missing).toBe(3);
  });

  it("takes attributes where there is no behavior, but no flags", () => {
    const sample = matrixOf([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
    const all = [planned("people_at_home", "attribute"), planned("complain", "attribute", "flag")];
    expect(preprocessFeatures(all, sample).forming.map(({ name }) => name)).toEqual(["people_at_home"]);
  });
});
