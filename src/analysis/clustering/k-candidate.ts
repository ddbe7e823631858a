/** One k with what speaks for and against it. */
export interface KCandidate {
  readonly k: number;
  readonly inertia: number;
  /** Mean silhouette, with its standard error when it comes from a sample. */
  readonly silhouette: number;
  readonly standardError: number;
  /** Customers per segment, largest first. */
  readonly sizes: readonly number[];
  /** Whether the smallest segment is large enough. */
  readonly allowed: boolean;
}

/** Why a k was chosen; a command puts it into words. */
export type KReason =
  /** The best silhouette of the allowed ones, and the elbow agrees. */
  | { readonly code: "silhouette-and-elbow"; readonly silhouette: number }
  /** Within .02 of the best silhouette, and the elbow lies here. */
  | {
      readonly code: "elbow";
      readonly silhouette: number;
      readonly bestSilhouette: number;
      readonly bestK: number;
    }
  /** The best silhouette of the allowed ones; the elbow lies elsewhere, or nowhere. */
  | { readonly code: "silhouette"; readonly silhouette: number; readonly elbow: number | null }
  /** The plain rule ends in two, which tells a marketer no more than "more or less"; every segment of this one comes back too. */
  | { readonly code: "finer-than-two"; readonly silhouette: number; readonly silhouetteOfTwo: number }
  /** Only one k was asked for, or only one has segments that are large enough. */
  | { readonly code: "only-one"; readonly refused: number }
  /** The method has no number of segments to choose. */
  | { readonly code: "by-method" };

/** Silhouettes this near to the best are as good: then the elbow decides. */
const asGood = 0.02;

/** What the plain rule chose, and between what. */
export interface Pick {
  readonly chosen: KCandidate;
  readonly best: KCandidate;
  readonly bend: number | null;
}

/**
 * The best silhouette; the elbow instead where it is as good.
 *
 * @param eligible At least one.
 * @param bend The k where the inertia curve bends; null when it does not.
 * @example
 * const candidate = (k, silhouette) => ({ k, silhouette, inertia: 1, standardError: 0, sizes: [9], allowed: true });
 * pick([candidate(4, 0.41), candidate(5, 0.42)], 4).chosen.k; // => 4
 */
export function pick(eligible: readonly KCandidate[], bend: number | null): Pick {
  const best = eligible.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  const bent = eligible.find(({ k }) => k === bend);
  const isAsGood = bent !== undefined && bent.silhouette >= best.silhouette - asGood;
  return { chosen: isAsGood ? bent : best, best, bend };
}

/**
 * Why the plain rule chose as it did.
 *
 * @param tried How many k were tried, the ineligible ones among them.
 * @example
 * const five = { k: 5, silhouette: 0.5, inertia: 1, standardError: 0, sizes: [9], allowed: true };
 * reasonFor({ chosen: five, best: five, bend: 5 }, [five, { ...five, k: 6 }], 2).code; // => "silhouette-and-elbow"
 */
export function reasonFor(
  { chosen, best, bend }: Pick,
  eligible: readonly KCandidate[],
  tried: number,
): KReason {
  const { silhouette } = chosen;
  if (eligible.length === 1) return { code: "only-one", refused: tried - 1 };
  if (chosen !== best) return { code: "elbow", silhouette, bestSilhouette: best.silhouette, bestK: best.k };
  return chosen.k === bend
    ? { code: "silhouette-and-elbow", silhouette }
    : { code: "silhouette", silhouette, elbow: bend };
}

/**
 * The candidate whose smallest segment is largest.
 *
 * @example
 * const candidate = (k, sizes) => ({ k, sizes, silhouette: 0.5, inertia: 1, standardError: 0, allowed: false });
 * mostEven([candidate(2, [8, 2]), candidate(3, [4, 3, 3])]).k; // => 3
 */
export function mostEven(candidates: readonly KCandidate[]): KCandidate {
  const smallest = ({ sizes }: KCandidate) => Math.min(...sizes);
  return candidates.reduce((a, b) => (smallest(b) > smallest(a) ? b : a));
}
