import { cell } from "../numbers/matrix.ts";

/**
 * A step of Adam: each weight moves against its gradient, by a length that its own past gradients set.
 *
 * @param count Number of weights.
 * @param rate The length of a step, about the most that a weight moves at once.
 * @returns A function that changes `weights` in place.
 * @see Kingma & Ba (2015), "Adam: a method for stochastic optimization", ICLR (with its defaults).
 * @example
 * const weights = Float64Array.of(1, 1);
 * [createAdam(2, 0.1)(weights, Float64Array.of(5, -5)), weights.map((value) => Math.round(10 * value) / 10)][1]; // => Float64Array.of(0.9, 1.1)
 */
export function createAdam(
  count: number,
  rate: number,
): (weights: Float64Array, gradients: Float64Array) => void {
  const [keepMean, keepSquare, tiny] = [0.9, 0.999, 1e-8];
  const means = new Float64Array(count);
  const squares = new Float64Array(count);
  let steps = 0;
  return (weights, gradients) => {
    steps += 1;
    const meanScale = 1 / (1 - keepMean ** steps);
    const squareScale = 1 / (1 - keepSquare ** steps);
    for (let index = 0; index < count; index += 1) {
      const gradient = cell(gradients, index);
      const mean = keepMean * cell(means, index) + (1 - keepMean) * gradient;
      const square = keepSquare * cell(squares, index) + (1 - keepSquare) * gradient * gradient;
      means[index] = mean;
      squares[index] = square;
      weights[index] =
        cell(weights, index) - (rate * mean * meanScale) / (Math.sqrt(square * squareScale) + tiny);
    }
  };
}
