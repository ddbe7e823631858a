/** Requests that came by HTTP and are not acknowledged yet. */
export interface Backpressure {
  /** A request came. @returns What to call once it is answered. */
  enter(): () => void;
  /** Waits until the requests that are there are acknowledged and no more come, for a moment at most. */
  over(): Promise<void>;
}

/** Of many requests sent at once the next is there within so long. */
const quietMs = 8;
const longestWaitMs = 1_000;
/** From then on one is answered after the other, so that on a slow machine acknowledgements still come first. */
const apartMs = 100;

/**
 * Of two hundred commands that come at once the last must not wait for the answers to the first: answering begins when
 * all are acknowledged.
 */
export function createBackpressure(): Backpressure {
  let there = 0;
  let waiting: (() => void)[] = [];
  let quiet: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;

  function release(): void {
    clearTimeout(quiet);
    clearTimeout(deadline);
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  }
  function releaseOne(): void {
    waiting.shift()?.();
    if (waiting.length > 0) deadline = setTimeout(releaseOne, apartMs);
  }
  function releaseSoon(): void {
    clearTimeout(quiet);
    quiet = setTimeout(release, quietMs);
  }
  return {
    enter() {
      there += 1;
      clearTimeout(quiet);
      return () => {
        there -= 1;
        if (there === 0) releaseSoon();
      };
    },
    over() {
      return new Promise((resolve) => {
        if (waiting.length === 0) deadline = setTimeout(releaseOne, longestWaitMs);
        waiting.push(resolve);
        if (there === 0) releaseSoon();
      });
    },
  };
}
