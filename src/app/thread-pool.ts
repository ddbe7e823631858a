import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { Divisions, OnStep } from "../analysis/division/division.ts";
import type { Trained } from "../analysis/response/train-against.ts";
import { type Computation, onThisThread } from "../jobs/runner/computation.ts";
import type { Locale } from "../lib/locale.ts";
import type { Chart } from "../contract/reply.ts";

/** Work that takes longer than the thread that answers may be held up. */
export interface Pool {
  /** A chart as PNG. */
  drawChart(chart: Chart, locale: Locale): Promise<Uint8Array>;
  /** In a thread, which ends at once when the signal is aborted. */
  readonly computation: Computation;
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
    computation: {
      async divide(request, onStep, signal) {
        const tell = (told: Parameters<OnStep>) => onStep(...told);
        return (await runAway(numbers, { name: "divideAway", request, signal }, tell)) as Divisions;
      },
      async train(request, onProgress, signal) {
        return (await runAway(numbers, { name: "trainAway", request, signal }, onProgress)) as Trained;
      },
    },
    async close() {
      await Promise.all([pictures.destroy(), numbers.destroy()]);
    },
  };
}

/** Runs a piece of work that tells how far it is through a port of its own. */
async function runAway(
  threads: Piscina,
  {
    name,
    request,
    signal,
  }: { readonly name: string; readonly request: object; readonly signal: AbortSignal },
  tell: (told: never) => void,
): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  port1.on("message", (told) => tell(told as never));
  try {
    return await threads.run({ request, port: port2 }, { name, transferList: [port2], signal });
  } finally {
    port1.close();
  }
}

function inPlace(): Pool {
  return {
    async drawChart(chart, locale) {
      const { drawChart } = await import("./worker-thread.ts");
      return drawChart({ chart, locale });
    },
    computation: onThisThread,
    close: () => Promise.resolve(),
  };
}
