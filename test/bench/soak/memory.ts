import { readdirSync, readFileSync } from "node:fs";

/** Resident megabytes of the bot, and of the worker that it started; read from Linux's /proc. */
export interface Memory {
  readonly bot: number;
  readonly worker: number;
}

export function residentMegabytes(bot: number): Memory {
  return { bot: residentOf(bot), worker: childrenOf(bot).reduce((sum, pid) => sum + residentOf(pid), 0) };
}

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024;
}

function childrenOf(pid: number): readonly number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
}

/** A process may end between two looks. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * By how much memory grew: the mean of the last third against that of the third before it, as a part of it. The first
 * third is left out, while caches fill and code is compiled.
 */
export function growth(samples: readonly number[]): number {
  const third = Math.floor(samples.length / 3);
  const before = mean(samples.slice(third, 2 * third));
  return mean(samples.slice(2 * third)) / before - 1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
