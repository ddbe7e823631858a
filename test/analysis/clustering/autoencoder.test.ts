import { describe, expect, it, vi } from "vitest";
import { decode, encode, trainAutoencoder } from "../../../src/analysis/clustering/autoencoder.ts";
import { addGradients, blocksOf, weightCount } from "../../../src/analysis/clustering/network.ts";
import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";
import { createRandom } from "../../../src/analysis/numbers/random.ts";

// Heavy arithmetic on two shared cores: the tests are given time.
vi.setConfig({ testTimeout: 120_000 });

describe("the network", () => {
  it("has the gradients that small steps measure", () => {
    const shape = { inputs: 4, codes: 2, hidden: 3 };
    const random = createRandom(7);
    const weights = new Float64Array(weightCount(shape)).map(() => 0.5 * random.normal());
    const row = Float64Array.from({ length: 4 }, () => random.normal());
    const gradients = new Float64Array(weights.length);
    addGradients(blocksOf(weights, shape), blocksOf(gradients, shape), row);
    const errorAt = (index: number, step: number) => {
      const moved = weights.with(index, (weights[index] ?? 0) + step);
      return addGradients(blocksOf(moved, shape), blocksOf(new Float64Array(weights.length), shape), row) / 2;
    };
    for (const [index, gradient] of gradients.entries()) {
      expect(gradient).toBeCloseTo((errorAt(index, 1e-5) - errorAt(index, -1e-5)) / 2e-5, 6);
    }
  });
});

describe("trainAutoencoder", () => {
  const random = createRandom(8);
  const bent = matrixOf(
    Array.from({ length: 500 }, () => {
      const along = 2 * random.next() - 1;
      return [along, along ** 2, 0.02 * random.normal()];
    }),
  );

  it("follows a bend that a straight line cannot", () => {
    const { error, pcaError, beatsPca } = trainAutoencoder(bent, { codes: 1, seed: 7 });
    expect(beatsPca).toBe(true);
    expect(error).toBeLessThan(pcaError / 2);
  });

  it("says so when there is nothing to gain", () => {
    const straight = matrixOf(
      Array.from({ length: 200 }, () => [random.normal(), random.normal(), random.normal()]),
    );
    const { error, pcaError, beatsPca } = trainAutoencoder(straight, { codes: 2, seed: 7 });
    expect(beatsPca).toBe(error < pcaError);
    expect(error / pcaError).toBeGreaterThan(0.9);
  });

  it("gives the same codes for the same seed, and rows back from them", () => {
    const { autoencoder } = trainAutoencoder(bent, { codes: 1, seed: 7 });
    const codes = encode(bent, autoencoder);
    expect(encode(bent, trainAutoencoder(bent, { codes: 1, seed: 7 }).autoencoder)).toEqual(codes);
    expect([codes.columns, decode(codes, autoencoder).columns]).toEqual([1, 3]);
  });

  it("can be stopped between passes", () => {
    const onStep = () => {
      throw new Error("stopped");
    };
    expect(() => trainAutoencoder(bent, { codes: 1, seed: 7, onStep })).toThrow("stopped");
  });
});
