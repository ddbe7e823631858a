// The package ships no types; these are the parts that are used.
declare module "ml-logistic-regression" {
  import type { Matrix } from "ml-matrix";

  interface TwoClasses {
    /** Probabilities that the label is not the class of this classifier, one per row. */
    testScores(points: Matrix): number[];
    readonly weights: Matrix;
  }

  interface StoredModel {
    readonly name: "LogisticRegression";
    readonly numSteps: number;
    readonly learningRate: number;
    readonly numberClasses: number;
    readonly classifiers: readonly {
      readonly numSteps: number;
      readonly learningRate: number;
      readonly weights: readonly (readonly number[])[];
    }[];
  }

  export default class LogisticRegression {
    constructor(options: { numSteps: number; learningRate: number });
    readonly classifiers: readonly TwoClasses[];
    train(points: Matrix, labels: Matrix): void;
    static load(model: StoredModel): LogisticRegression;
  }
}
