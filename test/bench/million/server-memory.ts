import { readFileSync } from "node:fs";

/** Watches what the server's processes hold, without its shared buffers, until it is asked for the peak. */
export interface MemoryWatch {
  /** Megabytes at the worst look; 0 where there is no /proc. */
  readonly peak: () => number;
}

const lookEveryMs = 200;

/**
 * Looks a few times a second: private memory of all processes of the server that a backend belongs to. Shared buffers
 * are a setting and not a need, and each process would count them again.
 *
 * @param backend The process id of any connection.
 */
export function watchServer(backend: number): MemoryWatch {
  let peak = 0;
  const postmaster = numberOf(read(`/proc/${backend}/status`), "PPid");
  const timer = setInterval(() => {
    peak = Math.max(peak, privateMegabytes(postmaster));
  }, lookEveryMs);
  return {
    peak() {
      clearInterval(timer);
      return peak;
    },
  };
}

function privateMegabytes(postmaster: number): number {
  const children = read(`/proc/${postmaster}/task/${postmaster}/children`).split(" ").filter(Boolean);
  const kilobytes = children.map((pid) => numberOf(read(`/proc/${pid}/status`), "RssAnon"));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1_024;
}

function numberOf(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
}

/** A process may end between two looks. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
