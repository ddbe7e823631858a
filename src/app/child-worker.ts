import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Config } from "../lib/config.ts";
import type { Log } from "../lib/log.ts";

/** A worker in a process of its own, so that long work never holds up an acknowledgement. */
export interface OwnWorker {
  stop(): Promise<void>;
}

const pauseMs = 2_000;
const graceMs = 10_000;

/** Starts the process, and another in its place whenever it dies; its jobs are taken over like any dead worker's. */
export async function startOwnWorker(config: Config, log: Log): Promise<OwnWorker> {
  let isStopping = false;
  let worker = begin();

  function begin(): ChildProcess {
    const isSource = import.meta.url.endsWith(".ts");
    const entry = new URL(isSource ? "./worker-process.ts" : "./worker-process.js", import.meta.url);
    const begun = fork(fileURLToPath(entry), { execArgv: isSource ? ["--import", "tsx"] : [] });
    begun.on("error", ({ name }) => log.error({ error: name }, "the worker could not be started"));
    begun.once("exit", (code) => {
      if (isStopping) return;
      log.warn({ code: code ?? -1 }, "the worker ended and is started again");
      setTimeout(() => {
        if (!isStopping) worker = begin();
      }, pauseMs).unref();
    });
    begun.send(config);
    return begun;
  }

  const [message] = (await Promise.race([
    once(worker, "message"),
    once(worker, "exit"),
  ])) as readonly unknown[];
  if (message !== "ready") {
    isStopping = true;
    throw new Error("the worker could not be started");
  }
  return {
    async stop() {
      isStopping = true;
      if (worker.exitCode !== null) return;
      const ended = once(worker, "exit");
      worker.kill("SIGTERM");
      const late = setTimeout(() => worker.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(late);
    },
  };
}
