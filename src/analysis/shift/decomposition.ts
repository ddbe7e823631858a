/** Customers who are in the same segments under old or new features and old or new boundaries. */
export interface Transition<Label = string | number> {
  readonly before: Label;
  /** New features, old boundaries: only the customer changed. */
  readonly customersOnly: Label;
  /** Old features, new boundaries: only the line moved. */
  readonly linesOnly: Label;
  readonly after: Label;
  /** How many took this way. */
  readonly customers: number;
}

/** Why customers moved; both shares are 0 when nobody did, else they add up to one. */
export interface Decomposition {
  readonly movers: number;
  /** In [0, 1]: "the customer changed". */
  readonly customers: number;
  /** In [0, 1]: "the line moved". */
  readonly lines: number;
}

/**
 * Why customers moved: "the customer changed" against "the line moved". Each mover is split by Shapley's rule: half of
 * what a cause does alone and half of what it does last.
 *
 * @see Shapley (1953), "A value for n-person games"; Oaxaca–Blinder without an order of causes. O(n).
 * @example
 * decompose([{ before: 0, customersOnly: 1, linesOnly: 0, after: 1, customers: 3 }]); // => { movers: 3, customers: 1, lines: 0 }
 */
export function decompose(transitions: readonly Transition[]): Decomposition {
  const moved = transitions.filter(({ before, after }) => before !== after);
  const movers = moved.reduce((total, { customers }) => total + customers, 0);
  if (movers === 0) return { movers: 0, customers: 0, lines: 0 };
  const byCustomers = moved.reduce((total, { before, customersOnly, linesOnly, customers }) => {
    const customerAlone = customersOnly === before ? 0 : 1;
    const lineAlone = linesOnly === before ? 0 : 1;
    return total + (customers * (customerAlone + 1 - lineAlone)) / 2;
  }, 0);
  return { movers, customers: byCustomers / movers, lines: 1 - byCustomers / movers };
}
