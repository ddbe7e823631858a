import type { Matrix } from "../numbers/matrix.ts";
import { fromAutoencoder, fromComponents } from "../placement/codes.ts";
import type { Codes } from "../placement/placement.ts";
import { trainAutoencoder } from "../clustering/autoencoder.ts";
import type { KMeansWay, OnStep } from "./division.ts";
import type { CompressionEvidence } from "../clustering/evidence.ts";
import { pca } from "../clustering/pca.ts";

/** Without a number asked for, components hold this part of the variance. */
const usualPart = 0.8;

/**
 * Fewer numbers in place of the features, and the errors of both ways to get them on the same held-out customers, whichever
 * way was asked for.
 *
 * @throws {RangeError} With fewer than 20 rows, or as many codes as features.
 * @example
 * const bent = matrixOf(Array.from({ length: 90 }, (_, row) => [row / 45 - 1, (row / 45 - 1) ** 2]));
 * compress(bent, { by: "pca", codes: 1 }, { seed: 7, onStep: () => undefined }).evidence.codes; // => 1
 */
export function compress(
  points: Matrix,
  { by, codes: asked }: NonNullable<KMeansWay["compress"]>,
  { seed, onStep }: { readonly seed: number; readonly onStep: OnStep },
): { readonly codes: Codes; readonly evidence: Omit<CompressionEvidence, "codeSilhouette"> } {
  const codes = asked ?? usualCodes(points, seed);
  if (codes >= points.columns) throw new RangeError(`${codes} codes compress nothing`);
  const { autoencoder, error, pcaError } = trainAutoencoder(points, {
    codes,
    seed,
    onStep: (done, total) => onStep("choose", done, total),
  });
  return {
    codes: by === "pca" ? fromComponents(pca(points, codes, seed)) : fromAutoencoder(autoencoder),
    evidence: {
      kind: "compression",
      by,
      features: points.columns,
      codes,
      pcaError,
      autoencoderError: error,
    },
  };
}

/** At least 2 where there are more than two features. */
function usualCodes(points: Matrix, seed: number): number {
  const { explained } = pca(points, Math.min(points.rows, points.columns), seed);
  let held = 0;
  const enough = explained.findIndex((part) => (held += part) >= usualPart);
  return Math.max(1, Math.min(points.columns - 1, Math.max(2, enough + 1)));
}
