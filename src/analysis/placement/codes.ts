import { type Autoencoder, encode } from "../clustering/autoencoder.ts";
import { type PrincipalComponents, project, restore } from "../clustering/pca.ts";
import { type Matrix, matrixOf, rowsOf } from "../numbers/matrix.ts";
import type { AutoencoderCodes, Codes, ComponentCodes } from "./placement.ts";

/**
 * Treated rows in the units that centroids are measured in.
 *
 * @param codes Undefined where these are the features themselves.
 * @example
 * codesOf(matrixOf([[3, 1]]), { kind: "pca", means: [1, 0], loadings: [[1, 0]] }).values; // => Float64Array.of(2)
 */
export function codesOf(preprocessed: Matrix, codes: Codes | undefined): Matrix {
  if (codes === undefined) return preprocessed;
  return codes.kind === "pca"
    ? project(preprocessed, toComponents(codes))
    : encode(preprocessed, toAutoencoder(codes));
}

/**
 * Principal components as plain lists, to be stored.
 *
 * @example
 * fromComponents({ means: [1], loadings: matrixOf([[1]]), explained: [1] }); // => { kind: "pca", means: [1], loadings: [[1]] }
 */
export function fromComponents({ means, loadings }: PrincipalComponents): ComponentCodes {
  return { kind: "pca", means, loadings: rowsOf(loadings) };
}

/**
 * An autoencoder as plain lists, to be stored.
 *
 * @example
 * fromAutoencoder({ inputs: 1, codes: 1, hidden: 0, means: [1], weights: Float64Array.of(1, 1, 0) }).weights; // => [1, 1, 0]
 */
export function fromAutoencoder({ weights, ...shape }: Autoencoder): AutoencoderCodes {
  return { kind: "autoencoder", ...shape, weights: Array.from(weights) };
}

/**
 * Centroids among principal components as points among the features: for any customer the gap between the squared
 * distances to two of them is the same in both.
 *
 * @example
 * restoreCentroids([[2]], { kind: "pca", means: [1, 0], loadings: [[1, 0]] }).values; // => Float64Array.of(3, 0)
 */
export function restoreCentroids(centroids: readonly (readonly number[])[], codes: ComponentCodes): Matrix {
  return restore(matrixOf(centroids), toComponents(codes));
}

function toComponents({ means, loadings }: ComponentCodes): PrincipalComponents {
  return { means, loadings: matrixOf(loadings), explained: [] };
}

function toAutoencoder({ inputs, codes, hidden, means, weights }: AutoencoderCodes): Autoencoder {
  return { inputs, codes, hidden, means, weights: Float64Array.from(weights) };
}
