import { setTimeout as wait } from "node:timers/promises";
import { connect } from "../../src/db/connection/connect.ts";
import { findJob } from "../../src/db/requests/jobs.ts";
import { createLog } from "../../src/lib/log.ts";
import { startService } from "../../src/app/service.ts";

/** Fills an empty base with the sample shop, divided and scored; one that holds something stays as it is. */
export async function fillSampleShop(databaseUrl: string): Promise<void> {
  const config = { databaseUrl, home: "/nowhere", language: "en", user: "bench", currency: "EUR" } as const;
  const log = createLog((line) => process.stderr.write(line));
  const worker = await startService({ ...config, slack: undefined, port: undefined }, log, {
    mode: "worker",
  });
  const { db, close } = connect(databaseUrl, 1);
  try {
    const id = await worker.startSample();
    for (let state = id === undefined ? "done" : "queued"; state !== "done"; await wait(500)) {
      state = (await findJob(db, id ?? 0))?.state ?? "failed";
      if (state === "failed" || state === "stopped") throw new Error(`the sample shop has ${state}`);
    }
  } finally {
    await close();
    await worker.stop();
  }
}
