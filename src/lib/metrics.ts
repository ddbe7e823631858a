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
  /** Slack got its 200, which it waits three seconds for. */
  acknowledged(seconds: number): void;
  /** A call of Slack's Web API came back: which method, and whether it was answered, told to wait, or failed. */
  called(call: { readonly method: string; readonly outcome: string; readonly seconds: number }): void;
  /** A chart was drawn, its wait for the thread included. */
  drew(seconds: number): void;
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
  const answers = createFamily(
    "segmenta_command_duration_seconds",
    "Time from a command line to its answer, by verb and outcome.",
  );
  const acknowledgements = createFamily(
    "segmenta_acknowledgement_duration_seconds",
    "Time from a request of Slack by HTTP to our 200.",
  );
  const calls = createFamily(
    "segmenta_slack_call_duration_seconds",
    "Time of a call of Slack's Web API; delayed is a 429.",
  );
  const charts = createFamily("segmenta_chart_duration_seconds", "Time to draw a chart, waits included.");
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    answered: ({ command, outcome, seconds }) => answers.observe(seconds, { command, outcome }),
    acknowledged: (seconds) => acknowledgements.observe(seconds),
    called: ({ method, outcome, seconds }) => calls.observe(seconds, { method, outcome }),
    drew: (seconds) => charts.observe(seconds),
    render(gauges) {
      const vitals = [...eventLoop(delay), ...memory()];
      const families = [answers, acknowledgements, calls, charts].flatMap((family) => family.lines());
      const lines = [...families, ...gaugeLines([...vitals, ...gauges])];
      delay.reset(); // each scrape tells of the time since the last one
      return `${lines.join("\n")}\n`;
    },
    close: () => void delay.disable(),
  };
}

/** The histograms of one measurement, one for each of its labels' values. */
interface Family {
  observe(seconds: number, labels?: Labels): void;
  lines(): readonly string[];
}

function createFamily(name: string, help: string): Family {
  const known = new Map<string, Histogram>();
  return {
    observe(seconds, labels = {}) {
      const key = Object.values(labels).join(" ");
      const histogram = known.get(key) ?? { labels, counts: bounds.map(() => 0), count: 0, sum: 0 };
      known.set(key, histogram);
      for (const [place, bound] of bounds.entries())
        histogram.counts[place] = (histogram.counts[place] ?? 0) + Number(seconds <= bound);
      histogram.count += 1;
      histogram.sum += seconds;
    },
    lines: () => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} histogram`,
      ...[...known.values()].flatMap((histogram) => histogramLines(name, histogram)),
    ],
  };
}

function histogramLines(name: string, { labels, counts, count, sum }: Histogram): readonly string[] {
  return [
    ...bounds.map(
      (bound, place) => `${name}_bucket${written({ ...labels, le: `${bound}` })} ${counts[place]}`,
    ),
    `${name}_bucket${written({ ...labels, le: "+Inf" })} ${count}`,
    `${name}_sum${written(labels)} ${sum}`,
    `${name}_count${written(labels)} ${count}`,
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
