import { readFileSync } from "node:fs";

/**
 * What a running process has cost since its start: seconds of the processors of all its threads, and its peak of
 * resident memory in megabytes. Read from Linux's /proc.
 */
export function costOf(pid: number): { readonly cpuSeconds: number; readonly peakMegabytes: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]); // user and system, hundredths of a second
  return { cpuSeconds: ticks / 100, peakMegabytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_024 };
}
