import type { Day } from "../../lib/day.ts";
import { at } from "../../lib/at.ts";
import { quantiles } from "../numbers/statistics.ts";

/** How a variable was spread when a model was trained. */
export interface Spread {
  /** Rising limits between bins; a value on a limit belongs above it. Bin i holds values that reached i limits. */
  readonly edges: readonly number[];
  /** Share of each bin, then the share that was missing. They sum to 1. */
  readonly shares: readonly number[];
}

const mostBins = 10;

/**
 * How values are spread: tenths of equal size, or a bin per value where there are at most ten.
 *
 * @param values n raw values, NaN where missing.
 * @throws {RangeError} When there is no value at all.
 * @example
 * spreadOf(Float64Array.of(0, 0, 1, NaN)); // => { edges: [1], shares: [0.5, 0.25, 0.25] }
 */
export function spreadOf(values: Float64Array): Spread {
  if (values.length === 0) throw new RangeError("a spread needs at least one value");
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  const distinct = [...new Set(present)];
  const tenths = Array.from({ length: mostBins - 1 }, (_, i) => (i + 1) / mostBins);
  const edges = distinct.length <= mostBins ? distinct.slice(1) : [...new Set(quantiles(present, tenths))];
  return { edges, shares: sharesOf(countBins(values, edges)) };
}

/** Values per bin, then how many are missing; `countBins` of db/campaigns/model-watch.ts is its twin in SQL. */
function countBins(values: Float64Array, edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 2 }, () => 0);
  for (const value of values) {
    const bin = Number.isNaN(value) ? edges.length + 1 : edges.filter((edge) => edge <= value).length;
    counts[bin] = at(counts, bin) + 1;
  }
  return counts;
}

/**
 * Counts as parts of their sum.
 *
 * @example
 * sharesOf([1, 3]); // => [0.25, 0.75]
 */
export function sharesOf(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}

/** From this index on a shift is large. */
const large = 0.25;

/** A bin that is empty counts as one in ten thousand: its logarithm would be infinite. */
const smallestShare = 1e-4;

/**
 * Population stability index: how far the spread of a variable has moved.
 *
 * @param before Shares of the bins at training.
 * @param now Shares of the same bins today.
 * @returns 0 when nothing moved; below 0.1 little, from 0.25 on a shift that a model should not ignore.
 * @throws {RangeError} When the bins differ in number.
 * @see Siddiqi (2006), "Credit Risk Scorecards", 6: the index and its two limits.
 * @example
 * stabilityIndex([0.5, 0.5], [0.6, 0.4]).toFixed(4); // => "0.0405"
 */
export function stabilityIndex(before: readonly number[], now: readonly number[]): number {
  if (before.length !== now.length) throw new RangeError(`${before.length} bins are not ${now.length}`);
  return before.reduce((sum, share, bin) => {
    const [old, current] = [Math.max(share, smallestShare), Math.max(at(now, bin), smallestShare)];
    return sum + (current - old) * Math.log(current / old);
  }, 0);
}

/** What a model promised of a campaign that came after its training, and what the campaign brought. */
export interface LaterAnswers {
  readonly campaign: string;
  readonly asked: number;
  readonly answered: number;
  /** Sum of the probabilities of those who were asked, as they stood before the answers were known. */
  readonly expected: number;
  /** Sum of p(1 − p) over them. */
  readonly variance: number;
}

/** Promises count as broken when chance does not explain it and it is more than a fifth of what was promised. */
const noticeable = 0.2;

/**
 * Whether later answers are other than promised: beyond 1.96 deviations and more than a fifth off.
 *
 * @example
 * answersMoved({ campaign: "May", asked: 1000, answered: 60, expected: 100, variance: 90 }); // => true
 */
export function answersMoved({ answered, expected, variance }: LaterAnswers): boolean {
  const difference = Math.abs(answered - expected);
  return difference > 1.96 * Math.sqrt(variance) && difference > noticeable * expected;
}

/** What is watched of a model in use. */
export interface Watched {
  /** Day of the features that were counted, `YYYY-MM-DD`. */
  readonly asOf: Day;
  /** Per column of the model: today's customers by bin, then those without a value. */
  readonly counts: readonly (readonly number[])[];
  /** Today's customers by the bins of the model's probabilities. */
  readonly scores: readonly number[];
  readonly answers: LaterAnswers | null;
}

/**
 * Whether the probabilities themselves are spread otherwise than at training (0.25 or more): only then is the drift of
 * variables a reservation; by the calendar alone some move every month.
 *
 * @param spread Of the held-out probabilities; models trained before it was kept have none.
 * @example
 * scoresMoved({ edges: [0.2], shares: [0.5, 0.5, 0] }, [20, 80]); // => true
 */
export function scoresMoved(spread: Spread | undefined, counts: Watched["scores"]): boolean {
  if (spread === undefined || counts.length === 0) return false;
  const now = [...counts, 0].slice(0, spread.shares.length);
  return stabilityIndex(spread.shares, sharesOf(now)) >= large;
}

/** A variable that has moved. */
export interface MovedVariable {
  /** Position among the model's variables. */
  readonly variable: number;
  readonly index: number;
}

/**
 * The variables whose spread has moved far (0.25 or more), the farthest first; of a category its most moved level
 * counts.
 *
 * @param model Columns with their spread at training (those of older models have none), and the variables.
 * @example
 * movedVariables({ columns: [{ spread: { edges: [1], shares: [0.5, 0.5, 0] } }], variables: [{ columns: [0] }] }, [[20, 80, 0]]).map(({ index }) => index.toFixed(2)); // => ["0.42"]
 */
export function movedVariables(
  model: {
    readonly columns: readonly { readonly spread?: Spread }[];
    readonly variables: readonly { readonly columns: readonly number[] }[];
  },
  counts: Watched["counts"],
): readonly MovedVariable[] {
  const indices = model.columns.map(({ spread }, column) => {
    const now = counts[column];
    return spread === undefined || now === undefined ? 0 : stabilityIndex(spread.shares, sharesOf(now));
  });
  return model.variables
    .map(({ columns }, variable) => ({
      variable,
      index: Math.max(0, ...columns.map((column) => at(indices, column))),
    }))
    .filter(({ index }) => index >= large)
    .sort((a, b) => b.index - a.index);
}
