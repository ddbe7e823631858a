/** Entry of the process that does long work beside the bot (`child-worker.ts`): composed by `service.ts` like any worker. */
import type { Config } from "../lib/config.ts";
import { endOnUncaught } from "./uncaught-handler.ts";
import { createLog } from "../lib/log.ts";
import { startService } from "./service.ts";

const log = createLog((line) => process.stderr.write(line));

endOnUncaught(log);
process.once("message", (config) => {
  void run(config as Config);
});
// Ctrl+C reaches both processes: the bot ends first, and then this one.
process.on("SIGINT", () => undefined);

async function run(config: Config): Promise<void> {
  const service = await startService(config, log, { mode: "worker" });
  process.send?.("ready");
  const end = (): void => void service.stop().finally(() => process.exit());
  process.once("SIGTERM", end).once("disconnect", end);
}
