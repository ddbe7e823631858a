/** The composition root: with cli.ts and worker-thread.ts the only file that knows every room. */
import { createAnswer } from "./commands/answer.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./db/open.ts";
import { recordExport } from "./db/audiences.ts";
import { findSettings } from "./db/settings.ts";
import { runJob } from "./jobs/worker.ts";
import type { Log } from "./log.ts";
import { openRows } from "./commands/export/open-rows.ts";
import type { House } from "./terminal/house.ts";

/** Opens the base and puts the rooms together for the terminal. */
export async function openHouse(config: Config, log: Log): Promise<House> {
  const { db, close } = await openDatabase(config);
  const clock = () => new Date();
  const answer = createAnswer({ db, log, currency: config.currency, clock });
  const worker = { db, log, tasks: [], answer, clock };
  return {
    answer,
    async runJob(id, follow) {
      const reply = await runJob(id, worker, follow);
      if (reply === undefined) throw new Error("another process has the job");
      return reply;
    },
    findPreferences: (user) => findSettings(db, `user:${user}`),
    openRows: (source, locale) => openRows(db, source, locale),
    recordExport: (file, user) =>
      recordExport(db, {
        exportedBy: user,
        source: file.source,
        columns: file.source.columns,
        customers: file.rows,
        personal: file.personal,
        destination: "terminal",
      }),
    close,
  };
}

/** Brings the base up to date: opening it does. */
export async function migrateDatabase(config: Config): Promise<void> {
  const { close } = await openDatabase(config);
  await close();
}
