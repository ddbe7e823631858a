import { setImmediate as turn } from "node:timers/promises";

/** Lets so many pieces of work run at once; the others wait in the order in which they came. */
export type ConcurrencyLimit = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A gate before answering: with two hundred commands at once, answers must not keep acknowledgements from being read
 * and written. Whoever gets through lets the sockets have their turn first.
 */
export function createConcurrencyLimit(width: number): ConcurrencyLimit {
  let free = width;
  const waiting: (() => void)[] = [];
  return async function pass(work) {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await turn();
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
