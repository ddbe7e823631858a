import { performance } from "node:perf_hooks";

/** What one round of one program cost. */
export interface Measurement {
  /** Wall time of the work alone, without loading the program and its data. */
  readonly seconds: number;
  /** Of all threads of the process, for the work alone; not of the database server. */
  readonly cpuSeconds: number;
  /** Peak resident memory of the process, its input included. */
  readonly peakMegabytes: number;
  /** What must agree between two programs for their times to be comparable: an inertia, a loss, a count. */
  readonly result: number;
}

/**
 * Runs the work once and prints its measurement as the last line: how every program of `work/` ends.
 *
 * @param work Gives its result.
 */
export async function measure(work: () => number | Promise<number>): Promise<void> {
  const before = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(before);
  const measurement: Measurement = {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1_024,
    result,
  };
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
}

/** A program's argument by its place. */
export function argument(index: number): string {
  const value = process.argv[index + 2];
  if (value === undefined) throw new RangeError(`argument ${index} is missing`);
  return value;
}
