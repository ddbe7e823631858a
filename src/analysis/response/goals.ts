import { at } from "../../lib/at.ts";
import { type CutOff, cutOffs } from "./ranking.ts";

/** The four goals of a campaign, from "reach as many as possible" to "save cost". */
export const goals = ["reach", "moderate", "balanced", "saver"] as const;
export type Goal = (typeof goals)[number];

/** What the goals mean, taken from the published campaign project. */
const goalMeaning = { reachRecall: 0.93, moderateRecall: 0.81, saverPrecision: 0.73 } as const;

/** The smallest audience a precision is believed on. */
const smallestAudience = 30;

/**
 * The cut-off of each goal from held-out predictions: *reach* and *moderate* are the highest cut-offs that still
 * catch 93 % and 81 % of the answers; *balanced* has the best harmonic mean of precision and recall (F1) among the
 * cut-offs at least as strict as moderate; *saver* is the largest audience at least as strict as balanced
 * whose precision is still 73 %, or the most precise one of at least 30 people when none reaches it.
 *
 * @param probabilities n held-out probabilities.
 * @param outcomes n labels, 0 or 1, of both kinds.
 * @returns Cut-offs that never fall from reach to saver.
 * @throws {RangeError} When lengths differ or only one class is there.
 * @example
 * goalCutOffs([0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0]).reach.contacted; // => 2
 */
export function goalCutOffs(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): Readonly<Record<Goal, CutOff>> {
  const table = cutOffs(probabilities, outcomes);
  const last = at(table, table.length - 1);
  const firstWith = (recall: number) => table.find((cut) => cut.recall >= recall) ?? last;
  const reach = firstWith(goalMeaning.reachRecall);
  const moderate = firstWith(goalMeaning.moderateRecall);
  const stricter = table.filter((cut) => cut.contacted <= moderate.contacted);
  const balanced = best(stricter, (cut) => f1(cut));
  const saver = saverCutOff(table.filter((cut) => cut.contacted <= balanced.contacted));
  return { reach, moderate, balanced, saver };
}

/** Harmonic mean of precision and recall: the usual balance of cost per answer against answers missed. */
function f1({ precision, recall }: CutOff): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function saverCutOff(table: readonly CutOff[]): CutOff {
  const believable = table.filter((cut) => cut.contacted >= smallestAudience);
  const candidates = believable.length > 0 ? believable : table;
  const precise = candidates.filter((cut) => cut.precision >= goalMeaning.saverPrecision);
  return precise.at(-1) ?? best(candidates, (cut) => cut.precision);
}

function best(table: readonly CutOff[], merit: (cut: CutOff) => number): CutOff {
  return table.reduce((most, cut) => (merit(cut) > merit(most) ? cut : most));
}
