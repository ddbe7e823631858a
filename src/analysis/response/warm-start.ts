import { default as LogisticRegression } from "ml-logistic-regression";
import { Matrix as MlMatrix } from "ml-matrix";
import type { Matrix } from "../numbers/matrix.ts";
import { choleskyInPlace } from "./linear-algebra.ts";

const sampleRows = 400;
const steps = 12;

/**
 * The first steps towards the coefficients, by `ml-logistic-regression` on at most 400 rows spread over the file.
 *
 * That package adds the whole gradient times a fixed rate: it diverges as rows grow. Whitened with the Böhning bound
 * (curvature never exceeds XᵀX/4), rate 1 is always safe, and twelve steps come near enough for Newton's method.
 *
 * @param points n × p, finite.
 * @returns p + 1 numbers, intercept first.
 * @see Böhning (1992), "Multinomial logistic regression algorithm", Ann. Inst. Stat. Math. 44.
 * @example
 * warmStart({ rows: 4, columns: 1, values: Float64Array.of(-1, 1, -1, 1) }, [0, 1, 1, 0]).map(Math.round); // => Float64Array.of(0, 0)
 */
export function warmStart(points: Matrix, outcomes: ArrayLike<number>): Float64Array {
  const size = points.columns + 1;
  const stride = Math.max(1, Math.ceil(points.rows / sampleRows));
  const rows: number[][] = [];
  const labels: number[] = [];
  for (let row = 0; row < points.rows; row += stride) {
    const from = row * points.columns;
    rows.push([1, ...points.values.subarray(from, from + points.columns)]);
    labels.push(outcomes[row] as number);
  }
  const bound = new Float64Array(size * size);
  for (const row of rows) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        bound[i * size + j] = (bound[i * size + j] as number) + ((row[i] as number) * (row[j] as number)) / 4;
      }
    }
  }
  // A little ridge keeps columns that are constant in the sample from breaking the factor.
  for (let i = 0; i < size; i++) bound[i * size + i] = (bound[i * size + i] as number) * 1.01 + 1e-3;
  const factor = choleskyInPlace(bound, size);
  const model = new LogisticRegression({ numSteps: steps, learningRate: 1 });
  model.train(new MlMatrix(rows.map((row) => forward(factor, row))), MlMatrix.columnVector(labels));
  const weights = model.classifiers[0]?.weights.to1DArray();
  if (weights === undefined) throw new RangeError("a response model needs both outcomes");
  return backward(factor, weights);
}

/** L⁻¹·x: a row in whitened coordinates. */
function forward(factor: Float64Array, x: readonly number[]): number[] {
  const size = x.length;
  const out: number[] = [];
  for (let i = 0; i < size; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * size + k] as number) * (out[k] as number);
    out.push(sum / (factor[i * size + i] as number));
  }
  return out;
}

/** L⁻ᵀ·w: whitened weights in the points' own coordinates. */
function backward(factor: Float64Array, weights: readonly number[]): Float64Array {
  const size = weights.length;
  const out = Float64Array.from(weights);
  for (let i = size - 1; i >= 0; i--) {
    let sum = out[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (factor[k * size + i] as number) * (out[k] as number);
    out[i] = sum / (factor[i * size + i] as number);
  }
  return out;
}
