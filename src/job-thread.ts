/** Entry of the thread that does long work where one process is bot and worker (`service.ts`). */
import { parentPort, workerData } from "node:worker_threads";
import type { Config } from "./config.ts";
import { createLog } from "./log.ts";
import { startService } from "./service.ts";

const log = createLog((line) => process.stderr.write(line));
const service = await startService(workerData as Config, log, { mode: "worker" });
parentPort?.once("message", () => {
  void service.stop().finally(() => parentPort?.close());
});
parentPort?.postMessage("ready");
