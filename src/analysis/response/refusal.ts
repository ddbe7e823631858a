import { columnOf } from "../numbers/matrix.ts";
import type { TrainingData } from "./held-out.ts";
import { rocAuc } from "./ranking.ts";

/** Why no model can be trained; the sentence is the command's. */
export type Refusal =
  | { readonly code: "one-class"; readonly answers: number; readonly customers: number }
  | { readonly code: "few-answers"; readonly answers: number; readonly needed: number }
  | { readonly code: "few-non-answers"; readonly nonAnswers: number; readonly needed: number }
  | { readonly code: "leak"; readonly variable: string; readonly auc: number }
  | { readonly code: "no-variables" };

/** Fewer events than this, and the coefficients are mostly noise. */
const smallestClass = 30;

/** One variable alone that ranks this well was written down after the answer. */
const leakingAuc = 0.98;

/**
 * Whether a model may be trained at all: both outcomes, at least 30 of each, and no variable that gives the answer
 * away by itself.
 *
 * @returns Undefined when it may.
 * @example
 * refuseTraining({ raw: { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) }, variables: [{ name: "visits", columns: [0] }], outcomes: Uint8Array.of(0, 1, 0, 1) }); // => { code: "few-answers", answers: 2, needed: 30 }
 */
export function refuseTraining(data: TrainingData): Refusal | undefined {
  const customers = data.outcomes.length;
  const answers = data.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (answers === 0 || answers === customers) return { code: "one-class", answers, customers };
  if (answers < smallestClass) return { code: "few-answers", answers, needed: smallestClass };
  const nonAnswers = customers - answers;
  if (nonAnswers < smallestClass) return { code: "few-non-answers", nonAnswers, needed: smallestClass };
  if (data.variables.length === 0) return { code: "no-variables" };
  return findLeak(data);
}

function findLeak({ raw, variables, outcomes }: TrainingData): Refusal | undefined {
  for (const { name, columns } of variables) {
    for (const column of columns) {
      // Missing values are put below all others: "only those who answered have a value" is a leak, too.
      const scores = columnOf(raw, column).map((value) => (Number.isNaN(value) ? -Number.MAX_VALUE : value));
      const auc = rocAuc(scores, outcomes);
      const separation = Math.max(auc, 1 - auc);
      if (separation >= leakingAuc) return { code: "leak", variable: name, auc: separation };
    }
  }
  return undefined;
}
