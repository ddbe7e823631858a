/** Measurements in Prometheus' text format, kept by the process itself: a dozen series need no library. */
import { monitorEventLoopDelay } from "node:perf_hooks";

/** Names and values that tell the series of a measurement apart; few values each, and never a person's. */
export type Labels = Readonly<Record<string, string>>;

/** One value now. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly labels?: Labels;
  readonly value: number;
}

/** What this process measures of itself while it runs. */
export interface Metrics {
  /** An answer was given: which verb, how it ended, how long it took. */
  answered(answer: { readonly command: string; readonly outcome: string; readonly seconds: number }): void;
  /**
   * Everything measured so far, in Prometheus' text format.
   *
   * @param gauges What others know now: queues, connections.
   */
  render(gauges: readonly Gauge[]): string;
  /** Ends the watch over the event loop. */
  close(): void;
}

/** Upper bounds in seconds: a reader waits for tenths, and Slack for three seconds. */
const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Histogram {
  readonly labels: Labels;
  /** By bound, each with those below it. */
  readonly counts: number[];
  count: number;
  sum: number;
}

export function createMetrics(): Metrics {
  const answers = new Map<string, Histogram>();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    answered({ command, outcome, seconds }) {
      const key = `${command} ${outcome}`;
      const known = answers.get(key) ?? emptyHistogram({ command, outcome });
      answers.set(key, known);
      for (const [place, bound] of bounds.entries())
        known.counts[place] = (known.counts[place] ?? 0) + Number(seconds <= bound);
      known.count += 1;
      known.sum += seconds;
    },
    render(gauges) {
      const vitals = [...eventLoop(delay), ...memory()];
      const lines = [...histogramLines([...answers.values()]), ...gaugeLines([...vitals, ...gauges])];
      delay.reset(); // each scrape tells of the time since the last one
      return `${lines.join("\n")}\n`;
    },
    close: () => void delay.disable(),
  };
}

function emptyHistogram(labels: Labels): Histogram {
  return { labels, counts: bounds.map(() => 0), count: 0, sum: 0 };
}

const answerSeconds = "segmenta_command_duration_seconds";

function histogramLines(histograms: readonly Histogram[]): readonly string[] {
  return [
    `# HELP ${answerSeconds} Time from a command line to its answer, by verb and outcome.`,
    `# TYPE ${answerSeconds} histogram`,
    ...histograms.flatMap(({ labels, counts, count, sum }) => [
      ...bounds.map(
        (bound, place) => `${answerSeconds}_bucket${written({ ...labels, le: `${bound}` })} ${counts[place]}`,
      ),
      `${answerSeconds}_bucket${written({ ...labels, le: "+Inf" })} ${count}`,
      `${answerSeconds}_sum${written(labels)} ${sum}`,
      `${answerSeconds}_count${written(labels)} ${count}`,
    ]),
  ];
}

function gaugeLines(gauges: readonly Gauge[]): readonly string[] {
  const told = new Set<string>();
  return gauges.flatMap(({ name, help, labels = {}, value }) => {
    const head = told.has(name) ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`];
    told.add(name);
    return [...head, `${name}${written(labels)} ${value}`];
  });
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function eventLoop(delay: {
  readonly percentile: (share: number) => number;
  readonly max: number;
}): readonly Gauge[] {
  const name = "segmenta_event_loop_delay_seconds";
  const help = "How late the event loop was since the last scrape.";
  const of = (quantile: string, nanoseconds: number): Gauge => {
    return { name, help, labels: { quantile }, value: nanoseconds / 1e9 };
  };
  return [of("0.5", delay.percentile(50)), of("0.99", delay.percentile(99)), of("1", delay.max)];
}

function memory(): readonly Gauge[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    { name: "segmenta_resident_bytes", help: "Memory of the process.", value: rss },
    { name: "segmenta_heap_bytes", help: "Memory of JavaScript's objects.", value: heapUsed },
    { name: "segmenta_cpu_seconds", help: "Processor time since the start.", value: (user + system) / 1e6 },
  ];
}
