import { createBackpressure, type Backpressure } from "../in/backpressure.ts";

/** One thing that the bot needs in order to answer; true when it works now. */
export type Probe = () => Promise<boolean>;

export interface Health {
  /** Whether Slack can reach us: listening, or the WebSocket is open. */
  connected: boolean;
  /** Set at the first SIGTERM, so that nobody sends more. */
  stopping: boolean;
  readonly backpressure: Backpressure;
  /** Listeners that run now. */
  inFlight: number;
  /** Counts since the start, by name: `requests_total`, `acknowledged_total`. */
  readonly counts: Map<string, number>;
  /** Slack got its 200 after so many seconds. */
  readonly acknowledged: (seconds: number) => void;
  check(): Promise<{ readonly ready: boolean; readonly checks: Readonly<Record<string, boolean>> }>;
  /** Prometheus' text format. */
  metrics(): Promise<string>;
}

/** Measurements beyond this room. */
export interface Measuring {
  /** What the other rooms measure, in Prometheus' text format. */
  readonly metrics?: () => Promise<string>;
  /** Told how long Slack waited for each 200, in seconds; in Socket Mode nobody waits for one. */
  readonly acknowledged?: (seconds: number) => void;
}

/** Slack refreshes a Socket Mode connection now and then; a gap shorter than this is no illness. */
const toleratedGapMs = 30_000;
const probeMs = 2_000;

/**
 * The bot's state of health: `/healthz` says the process lives, `/readyz` that it can answer.
 *
 * @param measuring What the other rooms measure, and measure of us.
 */
export function createHealth(
  probes: Readonly<Record<string, Probe>>,
  now: () => number = Date.now,
  { metrics = () => Promise.resolve(""), acknowledged = () => undefined }: Measuring = {},
): Health {
  let connected = false;
  let lastConnected = -Infinity;
  const counts = new Map<string, number>();
  return {
    get connected() {
      return connected;
    },
    set connected(value: boolean) {
      if (connected || value) lastConnected = now();
      connected = value;
    },
    stopping: false,
    backpressure: createBackpressure(),
    inFlight: 0,
    counts,
    acknowledged,
    async check() {
      const names = Object.keys(probes);
      const answers = await Promise.all(Object.values(probes).map((probe) => within(probe, probeMs)));
      const slack = connected || now() - lastConnected < toleratedGapMs;
      const checks = {
        slack,
        ...Object.fromEntries(names.map((name, index) => [name, answers[index] === true])),
      };
      return { ready: !this.stopping && Object.values(checks).every(Boolean), checks };
    },
    async metrics() {
      const lines = [...counts].map(([name, count]) => `segmenta_${name} ${count}`);
      return [
        ...lines,
        `segmenta_in_flight ${this.inFlight}`,
        `segmenta_connected ${Number(connected)}`,
        await metrics(),
      ].join("\n");
    },
  };
}

/** Adds one to a count. */
export function count(health: Health, name: string): void {
  health.counts.set(name, (health.counts.get(name) ?? 0) + 1);
}

async function within(probe: Probe, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([probe().catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
