import { at } from "../../lib/at.ts";
import { binomialTail, chiSquareTail, normalQuantile } from "../numbers/distributions.ts";
import { choleskyInPlace, solveCholesky } from "../response/linear-algebra.ts";

/** A test's result: how surprising, and how large with its interval. */
export interface PairedTest {
  readonly pValue: number;
  /** Entries less exits, in customers. */
  readonly net: number;
  readonly low: number;
  readonly high: number;
}

/** Below so many movers the exact binomial test is used. */
const exactBelow = 25;

/**
 * McNemar's test for one segment: did as many enter as leave?
 *
 * @param entered Customers who were elsewhere and are now in the segment.
 * @param exited Customers who were in it and are now elsewhere.
 * @param customers Customers that were there both times.
 * @returns p-value (exact below 25 movers, chi-square without continuity correction above) and the net gain with
 *   its interval.
 * @throws {RangeError} When there are more movers than customers.
 * @see McNemar (1947), Psychometrika 12; Agresti (2013), "Categorical Data Analysis", 11.1. R: `mcnemar.test(correct = FALSE)`.
 * @example
 * mcNemar(30, 30, 1000).pValue; // => 1
 */
export function mcNemar(entered: number, exited: number, customers: number, level = 0.9): PairedTest {
  const movers = entered + exited;
  if (movers > customers) throw new RangeError(`${movers} of ${customers} customers cannot have moved`);
  const net = entered - exited;
  const exact = movers < exactBelow;
  const pValue = exact
    ? Math.min(1, 2 * binomialTail(Math.max(entered, exited), movers, 0.5))
    : chiSquareTail(net ** 2 / movers, 1);
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt(movers - net ** 2 / customers);
  return { pValue: movers === 0 ? 1 : pValue, net, low: net - margin, high: net + margin };
}

/**
 * Stuart and Maxwell's test of the whole migration matrix: are the segments' sizes the same before and after?
 *
 * @param matrix k × k counts of customers who were there both times.
 * @returns The statistic, its degrees of freedom and the p-value; 1 when nobody moved.
 * @throws {RangeError} When the matrix is not square.
 * @see Stuart (1955), Biometrika 42; Maxwell (1970), Br. J. Psychiatry 116. R: `DescTools::StuartMaxwellTest`.
 * @example
 * stuartMaxwell([[5, 1], [1, 5]]).pValue; // => 1
 */
export function stuartMaxwell(matrix: readonly (readonly number[])[]): {
  readonly statistic: number;
  readonly freedom: number;
  readonly pValue: number;
} {
  if (matrix.some((row) => row.length !== matrix.length)) throw new RangeError("the matrix is not square");
  const cell = (i: number, j: number) => at(at(matrix, i), j);
  const others = (i: number) => matrix.map((_, j) => j).filter((j) => j !== i);
  const moving = matrix.map((_, i) => i).filter((i) => others(i).some((j) => cell(i, j) + cell(j, i) > 0));
  // The differences sum to zero within each group of segments that exchange customers: one segment of each is given.
  const free = withoutOnePerGroup(moving, (i, j) => cell(i, j) + cell(j, i) > 0);
  if (free.length === 0) return { statistic: 0, freedom: 0, pValue: 1 };
  const difference = (i: number) => others(i).reduce((sum, j) => sum + cell(i, j) - cell(j, i), 0);
  const covariance = free.flatMap((i) =>
    free.map((j) =>
      i === j ? others(i).reduce((sum, k) => sum + cell(i, k) + cell(k, i), 0) : -(cell(i, j) + cell(j, i)),
    ),
  );
  const d = Float64Array.from(free, difference);
  const solved = solveCholesky(choleskyInPlace(Float64Array.from(covariance), free.length), d);
  const statistic = d.reduce((sum, value, i) => sum + value * at(solved, i), 0);
  return { statistic, freedom: free.length, pValue: chiSquareTail(statistic, free.length) };
}

function withoutOnePerGroup(
  members: readonly number[],
  connected: (a: number, b: number) => boolean,
): readonly number[] {
  const left = new Set(members);
  const free: number[] = [];
  for (const first of members) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const current of group) {
      for (const other of [...left].filter((candidate) => connected(current, candidate))) {
        left.delete(other);
        group.push(other);
      }
    }
    free.push(...group.slice(1));
  }
  return free;
}
