/** Does one command in a process of its own, so that its peak memory is its own: <address> <command as JSON>. */
import { performance } from "node:perf_hooks";
import { argument } from "../measurement.ts";
import { type CliCommand, type Done, perform } from "./deed.ts";

/** What a command came to and what it cost this process. */
export interface Spent extends Done {
  readonly seconds: number;
  /** Of all threads of this process; the server's are not among them. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const before = process.cpuUsage();
const started = performance.now();
const done = await perform(JSON.parse(argument(1)) as CliCommand, argument(0));
const seconds = (performance.now() - started) / 1_000;
const { user, system } = process.cpuUsage(before);
const spent: Spent = {
  ...done,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1_024,
};
process.stdout.write(`${JSON.stringify(spent)}\n`);
