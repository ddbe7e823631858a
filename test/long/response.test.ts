import { beforeAll, describe, expect, it } from "vitest";
import { columnOf, type Matrix, takeColumns } from "../../src/analysis/numbers/matrix.ts";
import { deviation, mean, median } from "../../src/analysis/numbers/statistics.ts";
import { calibrated } from "../../src/analysis/response/calibration.ts";
import { heldOutOdds, predictOdds, type TrainingData } from "../../src/analysis/response/held-out.ts";
import { fitLogistic } from "../../src/analysis/response/logistic.ts";
import { rocAuc } from "../../src/analysis/response/ranking.ts";
import { type Training, trainTogether } from "../../src/analysis/response/train.ts";
import { at } from "../../src/lib/at.ts";
import { campaignData } from "./campaign-data.ts";
import { hasRealData } from "./real-data.ts";
import reference from "./reference.json" with { type: "json" };

describe.skipIf(!hasRealData)("the response model on the campaign file", () => {
  let data: TrainingData;
  let nine: Training;
  let all: Training;
  beforeAll(() => {
    data = campaignData();
    const trained = trainTogether(data, [9, undefined], { seed: 7 });
    [nine, all] = [at(trained, 0), at(trained, 1)];
  }, 120_000);

  it("ranks with all variables at an AUC of .900 or more and a log loss of .262 or less", () => {
    expect(all.model.quality.auc.value).toBeGreaterThanOrEqual(0.9);
    expect(all.model.quality.logLoss.value).toBeLessThanOrEqual(0.262);
  });

  it("ranks with nine variables, chosen inside the folds, at an AUC of .890 or more", () => {
    expect(nine.model.encoding.variables).toHaveLength(9);
    expect(nine.model.quality.auc.value).toBeGreaterThanOrEqual(0.89);
  });

  it("reaches .835 ± .005 with the published nine variables, taken on their own scale as whoever names them asks", () => {
    const published = new Set(
      "accepted household MntMeatProducts NumWebVisitsMonth NumStorePurchases MntGoldProds MntWines NumCatalogPurchases Income".split(
        " ",
      ),
    );
    const variables = data.variables.filter(({ name }) => published.has(name));
    const odds = heldOutOdds({ ...data, variables, isPlain: true }, [{ choose: undefined, ridge: 1 }], {
      folds: 5,
      repeats: 5,
      seed: 7,
    });
    // reference: .835, which scikit-learn gives with half a percent pulled in at either end (.8346; as they are: .826;
    // log-scaled amounts: .843).
    const auc = mean(at(odds, 0).map((list) => rocAuc(list, data.outcomes)));
    expect(Math.abs(auc - 0.835)).toBeLessThan(0.005);
  });

  it("says probabilities whose mean is the share that answers", () => {
    const probabilities = predictOdds(data.raw, nine.model).map((odds) => calibrated(odds, nine.model.platt));
    expect(probabilities).toHaveLength(2240);
    expect(Math.abs(mean(probabilities) - 334 / 2240)).toBeLessThan(0.003);
    expect(nine.model.quality.calibrationError).toBeLessThan(0.03);
  });

  it("means by each goal what the published project means by it", () => {
    const { reach, moderate, saver } = nine.model.cutOffs;
    expect(reach.recall).toBeCloseTo(0.93, 2);
    expect(moderate.recall).toBeCloseTo(0.81, 2);
    expect(saver.precision).toBeCloseTo(0.73, 2);
  });
});

describe.skipIf(!hasRealData)("fitLogistic", () => {
  it("agrees with scikit-learn on the campaign file", () => {
    const data = campaignData();
    const positions = reference.columns.map((name) => at(variable(data.variables, name), 0));
    const points = standardised(takeColumns(data.raw, positions));
    for (const [ridge, expected] of Object.entries(reference.coefficients)) {
      const { coefficients } = fitLogistic(points, data.outcomes, { ridge: Number(ridge) });
      const scale = Math.max(...expected.map(Math.abs));
      const distance = Math.max(...expected.map((value, j) => Math.abs(value - at(coefficients, j))));
      expect(distance / scale).toBeLessThan(1e-6);
    }
  });
});

function variable(
  variables: readonly { readonly name: string; readonly columns: readonly number[] }[],
  name: string,
): readonly number[] {
  return variables.find((candidate) => candidate.name === name)?.columns ?? [];
}

/** Median for missing, population standard deviation: as the reference does. */
function standardised({ rows, columns, values }: Matrix): Matrix {
  const out = new Float64Array(values.length);
  for (let column = 0; column < columns; column++) {
    const raw = columnOf({ rows, columns, values }, column);
    const fill = median(raw.filter((value) => !Number.isNaN(value)));
    const filled = raw.map((value) => (Number.isNaN(value) ? fill : value));
    const centre = mean(filled);
    const scale = deviation(filled) * Math.sqrt((rows - 1) / rows);
    filled.forEach((value, row) => {
      out[row * columns + column] = (value - centre) / scale;
    });
  }
  return { rows, columns, values: out };
}
