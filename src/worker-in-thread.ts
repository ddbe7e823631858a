import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";

/** A worker in a thread of its own, so that long work never holds up an acknowledgement. */
export interface ThreadWorker {
  stop(): Promise<void>;
}

const pauseMs = 2_000;

/** Starts the thread, and another in its place whenever it dies; its jobs are taken over like any dead worker's. */
export async function startThreadWorker(config: Config, log: Log): Promise<ThreadWorker> {
  let isStopping = false;
  let thread = begin();

  function begin(): Worker {
    const isSource = import.meta.url.endsWith(".ts");
    const entry = new URL(isSource ? "./job-thread.ts" : "./job-thread.js", import.meta.url);
    const begun = new Worker(entry, { workerData: config, execArgv: isSource ? ["--import", "tsx"] : [] });
    // Without a listener an error in the thread would end the process.
    begun.on("error", ({ name }) => log.error({ error: name }, "the worker thread broke"));
    begun.once("exit", () => {
      if (isStopping) return;
      log.warn({}, "the worker thread ended and is started again");
      setTimeout(() => {
        if (!isStopping) thread = begin();
      }, pauseMs);
    });
    return begun;
  }

  await once(thread, "message");
  return {
    async stop() {
      isStopping = true;
      const ended = once(thread, "exit");
      thread.postMessage("stop");
      await ended;
    },
  };
}
