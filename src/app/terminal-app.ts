/** The composition root: with cli.ts and worker-thread.ts the only file that knows every room. */
import { createAnswer } from "../commands/answer.ts";
import { stamp } from "../contract/stamp.ts";
import { previewFile } from "../commands/verbs/data/preview.ts";
import { openRows } from "../commands/verbs/export/open-rows.ts";
import type { Config } from "../lib/config.ts";
import { recordExport } from "../db/exports/export-ledger.ts";
import { checkDatabase } from "../db/connection/check.ts";
import { distribute, type Distribution } from "../db/connection/distribute.ts";
import { startJob } from "../db/requests/jobs.ts";
import { openDatabase } from "../db/connection/open.ts";
import { findSettings } from "../db/team/settings.ts";
import type { DatabaseCheck } from "../contract/diagnosis.ts";
import type { Locale } from "../lib/locale.ts";
import type { Log } from "../lib/log.ts";
import { examineSlack, type SlackFinding } from "../slack/operations/doctor.ts";
import type { House } from "../terminal/terminal-dependencies.ts";

const clock = () => new Date();

/** Opens the base and puts the rooms together for the terminal. */
export async function openHouse(config: Config, log: Log): Promise<House> {
  const { db, close } = await openDatabase(config);
  const answer = createAnswer({ db, log, currency: config.currency, clock });
  return {
    answer,
    preview: async (file, { locale }) =>
      stamp(await previewFile(file, { db, now: clock(), locale }), { locale, widest: "totals" }),
    startImport: ({ path, map, answers, isUnasked }, actor) => {
      const payload = { path, ...(map === undefined ? {} : { map }), answers, isUnasked };
      return startJob(db, { task: "import", payload, actor });
    },
    async runJob(id, follow) {
      // Reading, dividing and their libraries are loaded by whoever works, not by whoever asks.
      const [{ jobTable }, { runJob }] = await Promise.all([
        import("../jobs/runner/table.ts"),
        import("../jobs/runner/worker.ts"),
      ]);
      const reply = await runJob(id, { db, log, jobTable, answer, clock }, follow);
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

/** Spreads the base over several machines, if its server can; see `distribute`. */
export async function distributeDatabase(config: Config): Promise<Distribution | undefined> {
  const { db, close } = await openDatabase(config);
  try {
    return await distribute(db);
  } finally {
    await close();
  }
}

/** How the base is, without changing it. */
export function examineDatabase(config: Config): Promise<readonly DatabaseCheck[]> {
  return checkDatabase(config, clock);
}

/** How Slack takes the tokens of the environment; nothing where there are none. */
export function examineSlackAccess({ slack }: Config, locale: Locale): Promise<readonly SlackFinding[]> {
  if (slack === undefined) return Promise.resolve([]);
  const { bot, app, signingSecret, apiUrl } = slack;
  const api = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  return examineSlack({ botToken: bot, appToken: app, signingSecret, ...api }, locale);
}
