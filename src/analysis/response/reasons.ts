/** What one variable adds to a customer's log-odds, against the average customer. */
export interface Contribution {
  readonly name: string;
  /** In log-odds; all contributions and the base's log-odds sum to the customer's. */
  readonly logOdds: number;
}

/**
 * Why a score is what it is: for a linear model, coefficient × (value − mean) per variable. Together with the base
 * they sum to the log-odds exactly, so three reasons for and against tell the truth.
 *
 * @param coefficients Intercept first, then one per column of the standardised points.
 * @param row p standardised values of the customer; `means` are those of the average customer (0 when standardised).
 * @param variables Which columns belong to which variable.
 * @returns `base` (log-odds of the average customer) and one contribution per variable, largest first.
 * @see Lundberg & Lee (2017), "A unified approach to interpreting model predictions", corollary 1 (linear SHAP).
 * @example
 * contributions(Float64Array.of(-1, 2), Float64Array.of(0.5), [{ name: "income", columns: [0] }]).reasons; // => [{ name: "income", logOdds: 1 }]
 */
export function contributions(
  coefficients: Float64Array,
  row: ArrayLike<number>,
  variables: readonly { readonly name: string; readonly columns: readonly number[] }[],
): { readonly base: number; readonly reasons: readonly Contribution[] } {
  const reasons = variables.map(({ name, columns }) => ({
    name,
    logOdds: columns.reduce((sum, j) => sum + (coefficients[j + 1] as number) * (row[j] as number), 0),
  }));
  return {
    base: coefficients[0] as number,
    reasons: reasons.sort(
      (a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || a.name.localeCompare(b.name, "en"),
    ),
  };
}
