// The package ships no types; these are the parts that are used.
declare module "ml-cart" {
  /** A node as exported: a leaf has a distribution, any other node a split. */
  interface CartNode {
    readonly splitValue?: number;
    readonly splitColumn?: number;
    readonly left?: CartNode;
    readonly right?: CartNode;
  }

  interface RegressionNode extends CartNode {
    readonly distribution?: number;
  }

  export class DecisionTreeRegression {
    constructor(options: {
      readonly maxDepth: number;
      readonly minNumSamples: number;
      readonly gainThreshold: number;
    });
    train(rows: readonly (readonly number[])[], values: readonly number[]): void;
    readonly root: RegressionNode;
  }
}
