import { Piscina } from "piscina";
import type { Locale } from "./locale.ts";
import type { Chart } from "./reply.ts";
import type { drawChart } from "./worker-thread.ts";

/** Work that takes longer than the thread that answers may be held up. */
export interface Pool {
  /** A chart as PNG. */
  drawChart(chart: Chart, locale: Locale): Promise<Uint8Array>;
  close(): Promise<void>;
}

const idleMs = 60_000;

/** The one lazy pool: its thread is started by the first work and ends a minute after the last. */
export function createPool(): Pool {
  const isSource = import.meta.url.endsWith(".ts");
  const pool = new Piscina({
    filename: new URL(isSource ? "./worker-thread.ts" : "./worker-thread.js", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    execArgv: isSource ? ["--import", "tsx"] : [],
  });
  return {
    async drawChart(chart, locale) {
      const task: Parameters<typeof drawChart>[0] = { chart, locale };
      return (await pool.run(task, { name: "drawChart" })) as Awaited<ReturnType<typeof drawChart>>;
    },
    close: () => pool.destroy(),
  };
}
