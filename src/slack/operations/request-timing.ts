/** Where the time of one answer went, in milliseconds by part. */
export interface RequestTiming {
  /** The part that began at the last call ends now. */
  lap(part: "backpressure" | "inbox" | "actor" | "turn" | "answer" | "delivery"): void;
  /** The parts so far, if the answer was slow: `rushMs`, `answerMs` and so on, and `totalMs`. */
  slowParts(): Readonly<Record<string, number>> | undefined;
}

/** From there on somebody wonders. */
const slowMs = 2_000;

export function createRequestTiming(now: () => number = () => performance.now()): RequestTiming {
  const started = now();
  const parts: Record<string, number> = {};
  let last = started;
  return {
    lap(part) {
      parts[`${part}Ms`] = Math.round(now() - last);
      last = now();
    },
    slowParts() {
      const totalMs = Math.round(last - started);
      return totalMs < slowMs ? undefined : { ...parts, totalMs };
    },
  };
}
