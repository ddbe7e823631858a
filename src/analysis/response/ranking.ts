/**
 * Row numbers by falling score; equal scores keep the order of the rows.
 *
 * @example
 * byFallingScore([0.2, 0.9, 0.9]); // => Uint32Array.of(1, 2, 0)
 */
export function byFallingScore(scores: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(scores.length).map((_, row) => row);
  const isSorted = order.every((row) => row === 0 || (scores[row - 1] as number) >= (scores[row] as number));
  return isSorted ? order : order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/**
 * Area under the ROC curve: the chance that a customer who answered scores above one who did not; ties count half.
 *
 * @param scores n numbers, larger for a likelier answer.
 * @param outcomes n labels, 0 or 1.
 * @returns A share in [0, 1]; 0.5 is no better than chance.
 * @throws {RangeError} When lengths differ or only one class is there.
 * @see Fawcett (2006), "An introduction to ROC analysis", Pattern Recognition Letters 27. O(n log n).
 * @example
 * rocAuc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => 0.75
 */
export function rocAuc(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const answers = countAnswers(scores, outcomes);
  const order = byFallingScore(scores);
  let above = 0;
  let pairs = 0;
  for (let from = 0; from < order.length; ) {
    const to = endOfTie(scores, order, from);
    const hits = hitsBetween(outcomes, order, from, to);
    pairs += (to - from - hits) * (above + hits / 2);
    above += hits;
    from = to;
  }
  return pairs / (answers * (outcomes.length - answers));
}

/**
 * Average precision: the mean precision at every customer who answered, best score first; ties enter together.
 *
 * @returns A share in [0, 1]; chance reaches the base rate.
 * @throws {RangeError} When lengths differ or only one class is there.
 * @see scikit-learn, `average_precision_score`. O(n log n).
 * @example
 * averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => 0.8333333333333333
 */
export function averagePrecision(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const answers = countAnswers(scores, outcomes);
  const order = byFallingScore(scores);
  let found = 0;
  let sum = 0;
  for (let from = 0; from < order.length; ) {
    const to = endOfTie(scores, order, from);
    const hits = hitsBetween(outcomes, order, from, to);
    found += hits;
    sum += (hits / answers) * (found / to);
    from = to;
  }
  return sum;
}

export interface CutOff {
  /** Customers from this score on are contacted. */
  readonly threshold: number;
  readonly contacted: number;
  readonly answers: number;
  /** Share of the contacted who answer. */
  readonly precision: number;
  /** Share of those who answer that is contacted. */
  readonly recall: number;
}

/**
 * Every way to draw the line: one cut-off per different score, from the highest down.
 *
 * @throws {RangeError} When lengths differ or only one class is there.
 * @example
 * cutOffs([0.9, 0.2, 0.9], [1, 0, 0]).map(({ contacted, recall }) => [contacted, recall]); // => [[2, 1], [3, 1]]
 */
export function cutOffs(scores: ArrayLike<number>, outcomes: ArrayLike<number>): CutOff[] {
  const total = countAnswers(scores, outcomes);
  const order = byFallingScore(scores);
  const table: CutOff[] = [];
  let answers = 0;
  for (let from = 0; from < order.length; ) {
    const to = endOfTie(scores, order, from);
    answers += hitsBetween(outcomes, order, from, to);
    const threshold = scores[order[from] as number] as number;
    table.push({ threshold, contacted: to, answers, precision: answers / to, recall: answers / total });
    from = to;
  }
  return table;
}

function endOfTie(scores: ArrayLike<number>, order: Uint32Array, from: number): number {
  const score = scores[order[from] as number];
  let to = from + 1;
  while (to < order.length && scores[order[to] as number] === score) to++;
  return to;
}

function hitsBetween(outcomes: ArrayLike<number>, order: Uint32Array, from: number, to: number): number {
  let hits = 0;
  for (let i = from; i < to; i++) hits += outcomes[order[i] as number] as number;
  return hits;
}

function countAnswers(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  if (scores.length !== outcomes.length) {
    throw new RangeError(`${scores.length} scores need as many outcomes, got ${outcomes.length}`);
  }
  let answers = 0;
  for (let row = 0; row < outcomes.length; row++) answers += outcomes[row] as number;
  if (answers === 0 || answers === outcomes.length) throw new RangeError("a ranking needs both outcomes");
  return answers;
}
