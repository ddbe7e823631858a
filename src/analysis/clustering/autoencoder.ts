import { cell, type Matrix, requireFinite, rowOf, takeRows } from "../numbers/matrix.ts";
import { createRandom, derivedSeed, type Random, shuffledRows } from "../numbers/random.ts";
import { createAdam } from "./adam.ts";
import {
  addGradients,
  type Blocks,
  blocksOf,
  decodeRow,
  encodeRow,
  type Shape,
  weightCount,
} from "./network.ts";
import { pca, type PrincipalComponents, project, restore } from "./pca.ts";

/** A trained compression as plain data, to be stored with a segmentation. */
export interface Autoencoder extends Shape {
  /** Column means, subtracted before encoding. */
  readonly means: readonly number[];
  /** In the order of `blocksOf`. */
  readonly weights: Float64Array;
}

export interface Compression {
  readonly autoencoder: Autoencoder;
  /** Mean squared error per value on held-out rows, in the points' squared unit. */
  readonly error: number;
  /** The same for principal components of the same number. */
  readonly pcaError: number;
  /** Whether the network restores held-out rows better; if not, take the components. */
  readonly beatsPca: boolean;
}

export interface CompressionOptions {
  readonly codes: number;
  readonly seed: number;
  /** Tanh units on each side; 16 by default. */
  readonly hidden?: number;
  /** The most passes over the training rows; 60 by default, fewer when other rows stop improving. */
  readonly epochs?: number;
  readonly onStep?: (done: number, total: number) => void;
}

const batch = 32;
const learningRate = 0.002;
/** Passes without a better error on the stopping rows before training ends. */
const patience = 8;

/**
 * Trains an autoencoder and says honestly whether it is better than principal components of the same size.
 *
 * A straight way that begins as the components stands beside a bent one of tanh units, so training starts at their error
 * and can only learn what they miss. 60 % of the rows train, 20 % say when to stop, 20 % are held out for the two errors;
 * the components see all but the held-out rows.
 *
 * @param points n × p, finite and scaled, at least 20 rows.
 * @see Hinton & Salakhutdinov (2006), "Reducing the dimensionality of data with neural networks", Science 313; Baldi &
 *   Hornik (1989), Neural Networks 2 (a linear autoencoder is PCA). O(epochs n p hidden).
 * @example
 * const curve = Array.from({ length: 600 }, (_, row) => [row / 300 - 1, (row / 300 - 1) ** 2]);
 * trainAutoencoder(matrixOf(curve), { codes: 1, seed: 7 }).beatsPca; // => true
 */
export function trainAutoencoder(points: Matrix, options: CompressionOptions): Compression {
  requireFinite(points);
  if (points.rows < 20) throw new RangeError(`an autoencoder needs at least 20 rows, got ${points.rows}`);
  const { codes, seed, hidden = 16 } = options;
  const order = shuffledRows(createRandom(seed), points.rows);
  const part = (from: number, to: number) =>
    takeRows(points, order.subarray(Math.round(from * points.rows), Math.round(to * points.rows)));
  const held = part(0.8, 1);
  const components = pca(part(0, 0.8), codes, seed);
  const shape = { inputs: points.columns, codes, hidden };
  const weights = train(startingWeights(components, shape, createRandom(derivedSeed(seed, 1))), {
    shape,
    training: centered(part(0, 0.6), components.means),
    stopping: centered(part(0.6, 0.8), components.means),
    options,
  });
  const autoencoder = { ...shape, means: components.means, weights };
  const error = meanSquare(held, decode(encode(held, autoencoder), autoencoder));
  const pcaError = meanSquare(held, restore(project(held, components), components));
  return { autoencoder, error, pcaError, beatsPca: error < pcaError };
}

/**
 * The codes of rows: what is clustered.
 *
 * @returns n × codes.
 * @example
 * encode(matrixOf([[3]]), { inputs: 1, codes: 1, hidden: 0, means: [1], weights: Float64Array.of(1, 1, 0) }).values; // => Float64Array.of(2)
 */
export function encode(points: Matrix, { means, weights, ...shape }: Autoencoder): Matrix {
  const blocks = blocksOf(weights, shape);
  const rows = centered(points, means);
  return eachRow(rows, shape.codes, (row) => encodeRow(blocks, row).codes);
}

/**
 * Rows restored from their codes.
 *
 * @returns n × p.
 * @example
 * decode(matrixOf([[2]]), { inputs: 1, codes: 1, hidden: 0, means: [1], weights: Float64Array.of(1, 1, 0) }).values; // => Float64Array.of(3)
 */
export function decode(codes: Matrix, { means, weights, ...shape }: Autoencoder): Matrix {
  const blocks = blocksOf(weights, shape);
  const restored = eachRow(codes, shape.inputs, (row) => decodeRow(blocks, row).output);
  return centered(
    restored,
    means.map((value) => -value),
  );
}

interface Training {
  readonly shape: Shape;
  readonly training: Matrix;
  readonly stopping: Matrix;
  readonly options: CompressionOptions;
}

/** The weights that restored the stopping rows best. */
function train(weights: Float64Array, { shape, training, stopping, options }: Training): Float64Array {
  const { seed, epochs = 60, onStep } = options;
  const random = createRandom(derivedSeed(seed, 2));
  const step = createAdam(weights.length, learningRate);
  const blocks = blocksOf(weights, shape);
  let best = weights.slice();
  let least = errorOf(blocks, stopping);
  let bestEpoch = 0;
  for (let epoch = 1; epoch <= epochs && epoch - bestEpoch <= patience; epoch += 1) {
    const order = shuffledRows(random, training.rows);
    for (let start = 0; start < order.length; start += batch) {
      step(weights, gradientsOf(blocks, shape, takeRows(training, order.subarray(start, start + batch))));
    }
    const error = errorOf(blocks, stopping);
    if (error < least) [best, least, bestEpoch] = [weights.slice(), error, epoch];
    onStep?.(epoch, epochs);
  }
  return best;
}

function gradientsOf(blocks: Blocks, shape: Shape, rows: Matrix): Float64Array {
  const gradients = new Float64Array(weightCount(shape));
  const parts = blocksOf(gradients, shape);
  for (let row = 0; row < rows.rows; row += 1) addGradients(blocks, parts, rowOf(rows, row));
  return gradients.map((value) => value / rows.rows);
}

/** Straight ways as the components, bent ones small and not yet mixed in. */
function startingWeights({ loadings }: PrincipalComponents, shape: Shape, random: Random): Float64Array {
  const weights = new Float64Array(weightCount(shape));
  const { straightIn, straightOut, bendIn, bendOut } = blocksOf(weights, shape);
  straightIn.set(loadings.values);
  for (let component = 0; component < shape.codes; component += 1) {
    for (let column = 0; column < shape.inputs; column += 1) {
      straightOut[column * shape.codes + component] = cell(
        loadings.values,
        component * shape.inputs + column,
      );
    }
  }
  // Glorot & Bengio (2010): unit variance after the sum.
  for (let index = 0; index < bendIn.length; index += 1)
    bendIn[index] = random.normal() / Math.sqrt(shape.inputs);
  for (let index = 0; index < bendOut.length; index += 1)
    bendOut[index] = random.normal() / Math.sqrt(shape.codes);
  return weights;
}

function errorOf(blocks: Blocks, rows: Matrix): number {
  const restored = eachRow(
    rows,
    rows.columns,
    (row) => decodeRow(blocks, encodeRow(blocks, row).codes).output,
  );
  return meanSquare(rows, restored);
}

function eachRow(
  { rows, columns, values }: Matrix,
  width: number,
  map: (row: Float64Array) => Float64Array,
): Matrix {
  const result = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    result.set(map(values.subarray(row * columns, (row + 1) * columns)), row * width);
  }
  return { rows, columns: width, values: result };
}

function centered(points: Matrix, means: readonly number[]): Matrix {
  return {
    ...points,
    values: points.values.map((value, index) => value - (means[index % means.length] ?? NaN)),
  };
}

function meanSquare(a: Matrix, b: Matrix): number {
  return (
    a.values.reduce((total, value, index) => total + (value - cell(b.values, index)) ** 2, 0) /
    a.values.length
  );
}
