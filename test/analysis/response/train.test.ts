import { describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { calibrated } from "../../../src/analysis/response/calibration.ts";
import { predictOdds, type TrainingData } from "../../../src/analysis/response/held-out.ts";
import { logistic } from "../../../src/analysis/response/likelihood.ts";
import { refuseTraining } from "../../../src/analysis/response/refusal.ts";
import { trainResponseModel } from "../../../src/analysis/response/train.ts";
import { mean } from "../../../src/analysis/numbers/statistics.ts";

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
