/** A worker in a process of its own, to be killed: `tsx worker-process.ts <database url> <silence in seconds>`. */
import { setTimeout as wait } from "node:timers/promises";
import { connect } from "../../src/db/connection/connect.ts";
import type { Job } from "../../src/jobs/runner/job.ts";
import { startQueue } from "../../src/jobs/runner/queue.ts";
import { jobTable } from "../../src/jobs/runner/table.ts";
import { createLog } from "../../src/lib/log.ts";

const [, , url = "", silence = "30"] = process.argv;
const { db } = connect(url, 4);

/** Long work, of so many tenths of a second as its seed says, in place of a training. */
const work: Job<"train"> = async ({ seed: tenths = 0 }, context) => {
  for (let done = 0; done < tenths; done += 1) {
    context.signal.throwIfAborted();
    context.report({ step: "Working", done, total: tenths });
    await wait(100);
  }
  return { modelId: 1 };
};

const world = {
  db,
  log: createLog((line) => process.stderr.write(line)),
  jobTable: { ...jobTable, train: work },
  clock: () => new Date(),
  answer: async () => ({
    locale: "en" as const,
    outcome: "ok" as const,
    privacy: "totals" as const,
    headline: `Done by ${process.pid}`,
    data: {},
  }),
};
const queue = await startQueue(world, url, { silenceSeconds: Number(silence) });
process.stdout.write("ready\n");
process.on("SIGTERM", () => void queue.stop().then(() => process.exit(0)));
