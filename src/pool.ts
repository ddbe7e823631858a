import { Piscina } from "piscina";
import type { Locale } from "./locale.ts";
import type { Chart } from "./reply.ts";

/** Work that takes longer than the thread that answers may be held up. */
export interface Pool {
  /** A chart as PNG. */
  drawChart(chart: Chart, locale: Locale): Promise<Uint8Array>;
  close(): Promise<void>;
}

const idleMs = 60_000;

/**
 * The one lazy pool: its thread is started by the first work and ends a minute after the last. A thread cannot load
 * TypeScript, so from the sources (development, tests) the same work is done where it is asked for.
 */
export function createPool(): Pool {
  if (import.meta.url.endsWith(".ts")) return inPlace();
  const pool = new Piscina({
    filename: new URL("./worker-thread.js", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
  });
  return {
    async drawChart(chart, locale) {
      return (await pool.run({ chart, locale }, { name: "drawChart" })) as Uint8Array;
    },
    close: () => pool.destroy(),
  };
}

function inPlace(): Pool {
  return {
    async drawChart(chart, locale) {
      const { drawChart } = await import("./worker-thread.ts");
      return drawChart({ chart, locale });
    },
    close: () => Promise.resolve(),
  };
}
