/** When a customer bought, as far as counting models need it. Times in one unit, days for example. */
export interface PurchaseHistory {
  /** Purchase days after the first: 0 for a customer who bought on one day only. */
  readonly repeats: number;
  /** From the first purchase to the last; 0 without a repeat. */
  readonly recency: number;
  /** From the first purchase to the day the data end, at least `recency`. */
  readonly age: number;
}

/** Equal histories, counted once. */
export interface CountedHistory extends PurchaseHistory {
  readonly customers: number;
}

/**
 * Equal histories together: many customers bought once on the same day, and a fit then goes over them once.
 *
 * @throws {RangeError} When a history is no history: negative, or its last purchase after the data's end.
 * @example
 * countHistories([{ repeats: 0, recency: 0, age: 5 }, { repeats: 0, recency: 0, age: 5 }]).length; // => 1
 */
export function countHistories(histories: readonly PurchaseHistory[]): readonly CountedHistory[] {
  const counted = new Map<string, CountedHistory & { customers: number }>();
  for (const { repeats, recency, age } of histories) {
    if (!(repeats >= 0 && recency >= 0 && age >= recency)) {
      throw new RangeError(`no purchase history: ${repeats} repeats, last after ${recency} of ${age}`);
    }
    const key = `${repeats} ${recency} ${age}`;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { repeats, recency, age, customers: 1 });
    else known.customers += 1;
  }
  return [...counted.values()];
}
