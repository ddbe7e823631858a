import { at } from "../../at.ts";

/** Segment positions of the same n customers under old or new features and old or new boundaries. */
export interface Crossing {
  readonly before: ArrayLike<number>;
  /** New features, old boundaries: only the customer changed. */
  readonly customersOnly: ArrayLike<number>;
  /** Old features, new boundaries: only the line moved. */
  readonly linesOnly: ArrayLike<number>;
  readonly after: ArrayLike<number>;
}

/**
 * Why customers moved: "the customer changed" against "the line moved", as shares that add up to one. Each mover is
 * split by Shapley's rule: half of what a cause does alone and half of what it does last.
 *
 * @returns Number of movers and both shares; shares are 0 when nobody moved.
 * @throws {RangeError} When the lists differ in length.
 * @see Shapley (1953), "A value for n-person games"; Oaxaca–Blinder without an order of causes. O(n).
 * @example
 * decompose({ before: [0, 0], customersOnly: [1, 0], linesOnly: [0, 0], after: [1, 0] }); // => { movers: 1, customers: 1, lines: 0 }
 */
export function decompose({ before, customersOnly, linesOnly, after }: Crossing): {
  readonly movers: number;
  readonly customers: number;
  readonly lines: number;
} {
  if ([customersOnly, linesOnly, after].some((list) => list.length !== before.length)) {
    throw new RangeError("the four placements need the same customers");
  }
  let movers = 0;
  let byCustomers = 0;
  for (let row = 0; row < before.length; row++) {
    const from = at(before, row);
    if (at(after, row) === from) continue;
    const customerAlone = at(customersOnly, row) === from ? 0 : 1;
    const lineAlone = at(linesOnly, row) === from ? 0 : 1;
    movers += 1;
    byCustomers += (customerAlone + 1 - lineAlone) / 2;
  }
  if (movers === 0) return { movers: 0, customers: 0, lines: 0 };
  return { movers, customers: byCustomers / movers, lines: 1 - byCustomers / movers };
}
