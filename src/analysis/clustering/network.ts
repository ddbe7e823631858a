import { cell } from "../numbers/matrix.ts";

/** Sizes of a network that compresses `inputs` numbers to `codes` and back. */
export interface Shape {
  readonly inputs: number;
  readonly codes: number;
  /** Tanh units on each side. */
  readonly hidden: number;
}

/** The weights by their part in the network; views of one block, so that an optimizer sees one list. */
export interface Blocks {
  /** codes × inputs: straight way to the codes. */
  readonly straightIn: Float64Array;
  /** hidden × inputs, hidden, codes × hidden: bent way to the codes. */
  readonly bendIn: Float64Array;
  readonly biasIn: Float64Array;
  readonly mixIn: Float64Array;
  /** inputs × codes and inputs: straight way back. */
  readonly straightOut: Float64Array;
  readonly center: Float64Array;
  /** hidden × codes, hidden, inputs × hidden: bent way back. */
  readonly bendOut: Float64Array;
  readonly biasOut: Float64Array;
  readonly mixOut: Float64Array;
}

/** What a row becomes on its way through. */
export interface Activity {
  readonly bentIn: Float64Array;
  readonly codes: Float64Array;
  readonly bentOut: Float64Array;
  readonly output: Float64Array;
}

/**
 * How many weights a network has.
 *
 * @example
 * weightCount({ inputs: 3, codes: 1, hidden: 2 }); // => 29
 */
export function weightCount({ inputs, codes, hidden }: Shape): number {
  return 2 * codes * inputs + 2 * hidden * inputs + 2 * hidden + 2 * codes * hidden + inputs;
}

/**
 * The parts of a list of weights, as views of it.
 *
 * @example
 * blocksOf(new Float64Array(29), { inputs: 3, codes: 1, hidden: 2 }).straightIn.length; // => 3
 */
export function blocksOf(weights: Float64Array, { inputs, codes, hidden }: Shape): Blocks {
  let start = 0;
  const take = (length: number) => {
    start += length;
    return weights.subarray(start - length, start);
  };
  return {
    straightIn: take(codes * inputs),
    bendIn: take(hidden * inputs),
    biasIn: take(hidden),
    mixIn: take(codes * hidden),
    straightOut: take(inputs * codes),
    center: take(inputs),
    bendOut: take(hidden * codes),
    biasOut: take(hidden),
    mixOut: take(inputs * hidden),
  };
}

/**
 * The codes of a row: a straight map and one bent by tanh units, added up.
 *
 * @param row Centered values.
 * @example
 * encodeRow(blocksOf(new Float64Array(29).fill(1, 0, 3), { inputs: 3, codes: 1, hidden: 2 }), Float64Array.of(1, 2, 3)).codes[0]; // => 6
 */
export function encodeRow(blocks: Blocks, row: Float64Array): Pick<Activity, "bentIn" | "codes"> {
  const bentIn = blocks.biasIn.slice();
  multiplyInto(bentIn, blocks.bendIn, row);
  bend(bentIn);
  const codes = new Float64Array(blocks.straightIn.length / row.length);
  multiplyInto(codes, blocks.straightIn, row);
  multiplyInto(codes, blocks.mixIn, bentIn);
  return { bentIn, codes };
}

/**
 * Codes back to a row, by a straight map and a bent one.
 *
 * @example
 * decodeRow(blocksOf(new Float64Array(29), { inputs: 3, codes: 1, hidden: 2 }), Float64Array.of(5)).output; // => Float64Array.of(0, 0, 0)
 */
export function decodeRow(blocks: Blocks, codes: Float64Array): Pick<Activity, "bentOut" | "output"> {
  const bentOut = blocks.biasOut.slice();
  multiplyInto(bentOut, blocks.bendOut, codes);
  bend(bentOut);
  const output = blocks.center.slice();
  multiplyInto(output, blocks.straightOut, codes);
  multiplyInto(output, blocks.mixOut, bentOut);
  return { bentOut, output };
}

/**
 * Adds the gradient of half the squared error of one row to a list of gradients (back-propagation).
 *
 * @param gradients Of the same shape as the weights; added to.
 * @returns The squared error of the row, summed over its values.
 * @see Rumelhart, Hinton & Williams (1986), "Learning representations by back-propagating errors", Nature 323.
 * @example
 * addGradients(blocksOf(new Float64Array(29), { inputs: 3, codes: 1, hidden: 2 }), blocksOf(new Float64Array(29), { inputs: 3, codes: 1, hidden: 2 }), Float64Array.of(1, 2, 2)); // => 9
 */
export function addGradients(weights: Blocks, gradients: Blocks, row: Float64Array): number {
  const { bentIn, codes } = encodeRow(weights, row);
  const { bentOut, output } = decodeRow(weights, codes);
  const wrong = output.map((value, column) => value - cell(row, column));
  addOuter(gradients.straightOut, wrong, codes);
  addOuter(gradients.mixOut, wrong, bentOut);
  addTo(gradients.center, wrong);
  const wrongOut = unbent(multiplyBack(weights.mixOut, wrong, bentOut.length), bentOut);
  addOuter(gradients.bendOut, wrongOut, codes);
  addTo(gradients.biasOut, wrongOut);
  const wrongCodes = multiplyBack(weights.straightOut, wrong, codes.length);
  addTo(wrongCodes, multiplyBack(weights.bendOut, wrongOut, codes.length));
  addOuter(gradients.straightIn, wrongCodes, row);
  addOuter(gradients.mixIn, wrongCodes, bentIn);
  const wrongIn = unbent(multiplyBack(weights.mixIn, wrongCodes, bentIn.length), bentIn);
  addOuter(gradients.bendIn, wrongIn, row);
  addTo(gradients.biasIn, wrongIn);
  return wrong.reduce((total, value) => total + value * value, 0);
}

/** result += matrix × input, with the matrix in rows as long as the input. */
function multiplyInto(result: Float64Array, matrix: Float64Array, input: Float64Array): void {
  for (let row = 0; row < result.length; row += 1) {
    let total = result[row] ?? NaN;
    const start = row * input.length;
    for (let column = 0; column < input.length; column += 1) {
      total += (matrix[start + column] ?? NaN) * (input[column] ?? NaN);
    }
    result[row] = total;
  }
}

/** The transposed matrix × input: errors on their way back. */
function multiplyBack(matrix: Float64Array, input: Float64Array, columns: number): Float64Array {
  const result = new Float64Array(columns);
  for (let row = 0; row < input.length; row += 1) {
    const value = input[row] ?? NaN;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) {
      result[column] = (result[column] ?? NaN) + value * (matrix[start + column] ?? NaN);
    }
  }
  return result;
}

function addOuter(gradient: Float64Array, wrong: Float64Array, input: Float64Array): void {
  for (let row = 0; row < wrong.length; row += 1) {
    const value = wrong[row] ?? NaN;
    const start = row * input.length;
    for (let column = 0; column < input.length; column += 1) {
      gradient[start + column] = (gradient[start + column] ?? NaN) + value * (input[column] ?? NaN);
    }
  }
}

function addTo(total: Float64Array, values: Float64Array): void {
  for (let index = 0; index < total.length; index += 1)
    total[index] = cell(total, index) + cell(values, index);
}

function bend(values: Float64Array): void {
  for (let index = 0; index < values.length; index += 1) values[index] = Math.tanh(cell(values, index));
}

/** Errors before the tanh: its slope is 1 - tanh². */
function unbent(wrong: Float64Array, bent: Float64Array): Float64Array {
  return wrong.map((value, index) => value * (1 - cell(bent, index) ** 2));
}
