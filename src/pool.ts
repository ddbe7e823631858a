import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { DivisionRequest, Divisions, OnStep } from "./analysis/clustering/divide.ts";
import type { Locale } from "./locale.ts";
import type { Chart } from "./reply.ts";

/** Work that takes longer than the thread that answers may be held up. */
export interface Pool {
  /** A chart as PNG. */
  drawChart(chart: Chart, locale: Locale): Promise<Uint8Array>;
  /** Divides a sample; the thread ends at once when the signal is aborted. */
  divide(request: DivisionRequest, onStep: OnStep, signal: AbortSignal): Promise<Divisions>;
  close(): Promise<void>;
}

const idleMs = 60_000;

/**
 * Lazy threads, one for pictures and one for numbers, so that a long division holds up no chart: each is started by its
 * first work and ends a minute after the last. A thread cannot load TypeScript, so from the sources (development, tests)
 * the same work is done where it is asked for.
 */
export function createPool(): Pool {
  if (import.meta.url.endsWith(".ts")) return inPlace();
  const options = {
    filename: new URL("./worker-thread.js", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
  };
  const [pictures, numbers] = [new Piscina(options), new Piscina(options)];
  return {
    async drawChart(chart, locale) {
      return (await pictures.run({ chart, locale }, { name: "drawChart" })) as Uint8Array;
    },
    async divide(request, onStep, signal) {
      const { port1, port2 } = new MessageChannel();
      port1.on("message", (step: Parameters<OnStep>) => onStep(...step));
      try {
        const work = { request, port: port2 };
        const wanted = { name: "divideAway", transferList: [port2], signal };
        return (await numbers.run(work, wanted)) as Divisions;
      } finally {
        port1.close();
      }
    },
    async close() {
      await Promise.all([pictures.destroy(), numbers.destroy()]);
    },
  };
}

function inPlace(): Pool {
  return {
    async drawChart(chart, locale) {
      const { drawChart } = await import("./worker-thread.ts");
      return drawChart({ chart, locale });
    },
    async divide(request, onStep) {
      const { divide } = await import("./analysis/clustering/divide.ts");
      return divide(request, onStep);
    },
    close: () => Promise.resolve(),
  };
}
