import { beforeAll, describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { calibrated } from "../../../src/analysis/response/calibration.ts";
import { heldOutOdds, predictOdds, type TrainingData } from "../../../src/analysis/response/held-out.ts";
import { logistic } from "../../../src/analysis/response/likelihood.ts";
import { rocAuc } from "../../../src/analysis/response/ranking.ts";
import { refuseTraining } from "../../../src/analysis/response/refusal.ts";
import { type Training, trainResponseModel, trainTogether } from "../../../src/analysis/response/train.ts";
import { mean } from "../../../src/analysis/numbers/statistics.ts";
import { hasRealData } from "../../real-data.ts";
import { campaignData } from "./campaign.ts";

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
    // DATA.md: .835, which scikit-learn gives with half a percent pulled in at either end (.8346; as they are: .826;
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

describe("trainResponseModel on a known truth", () => {
  const data = simulated(4000);

  it("is calibrated against the true probabilities within 3 points", () => {
    const { model } = trainResponseModel(data, { seed: 1, repeats: 2 });
    const said = predictOdds(data.raw, model).map((odds) => calibrated(odds, model.platt));
    const error = mean(
      said.map((p, row) =>
        Math.abs(p - truth(at(data.raw.values, row * 2), at(data.raw.values, row * 2 + 1))),
      ),
    );
    expect(error).toBeLessThan(0.03);
  });

  it("gives the same model twice", () => {
    const options = { seed: 7, choose: 1, repeats: 1 };
    expect(trainResponseModel(data, options)).toEqual(trainResponseModel(data, options));
  });

  it("refuses one class only, few answers and a variable that gives the answer away", () => {
    const none = { ...data, outcomes: new Uint8Array(4000) };
    expect(refuseTraining(none)?.code).toBe("one-class");
    const few = { ...data, outcomes: data.outcomes.map((_, row) => (row < 29 ? 1 : 0)) };
    expect(refuseTraining(few)).toEqual({ code: "few-answers", answers: 29, needed: 30 });
    const values = data.raw.values.map((value, i) => (i % 2 === 1 ? at(data.outcomes, (i - 1) / 2) : value));
    const leaking = { ...data, raw: { ...data.raw, values } };
    expect(refuseTraining(leaking)).toEqual({ code: "leak", variable: "b", auc: 1 });
    expect(refuseTraining(data)).toBeUndefined();
  });
});

function truth(a: number, b: number): number {
  return logistic(-1.5 + a - 0.5 * b);
}

/** Two uniform variables and answers drawn from the truth, by a fixed low-discrepancy sequence. */
function simulated(rows: number): TrainingData {
  const part = (i: number, step: number) => (i * step) % 1;
  const values = Float64Array.from({ length: rows * 2 }, (_, i) =>
    i % 2 === 0 ? part(i / 2 + 1, Math.SQRT2) * 4 - 2 : part((i + 1) / 2, Math.sqrt(3)) * 4 - 2,
  );
  const outcomes = Uint8Array.from({ length: rows }, (_, row) =>
    part(row + 1, Math.sqrt(5)) < truth(at(values, row * 2), at(values, row * 2 + 1)) ? 1 : 0,
  );
  const variables = [
    { name: "a", columns: [0] },
    { name: "b", columns: [1] },
  ];
  return { raw: { rows, columns: 2, values }, variables, outcomes };
}
