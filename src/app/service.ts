/** The composition of the process that stays: the bot, the worker, or both. */
import { sql } from "drizzle-orm";
import type { Role } from "../contract/actor.ts";
import { createAnswer } from "../commands/answer.ts";
import { openRows } from "../commands/verbs/export/open-rows.ts";
import { verbs } from "../commands/grammar/table.ts";
import { commandName } from "../commands/grammar/parse.ts";
import { suggest } from "../commands/grammar/suggest.ts";
import type { Config } from "../lib/config.ts";
import { recordExport } from "../db/exports/export-ledger.ts";
import type { Db } from "../db/connection/connect.ts";
import { createInbox } from "../db/requests/inbox.ts";
import { queueJob } from "../db/requests/job-queue.ts";
import { findJob } from "../db/requests/jobs.ts";
import { openDatabase } from "../db/connection/open.ts";
import { createOutbox } from "../db/requests/outbox.ts";
import { loadJobDurations, loadQueueDepths } from "../db/requests/queue-depths.ts";
import { saveReceivedFile } from "../db/imports/received-files.ts";
import { findOrFoundRole, findRole, saveRole } from "../db/team/roles.ts";
import { loadSampleState } from "../db/imports/sample.ts";
import { findSettings } from "../db/team/settings.ts";
import { prepareQueue, startQueue } from "../jobs/runner/queue.ts";
import type { WorkerDependencies } from "../jobs/runner/worker.ts";
import { readLocale } from "../lib/locale.ts";
import type { Log } from "../lib/log.ts";
import { startOwnWorker } from "./child-worker.ts";
import { createMetrics, type Metrics } from "../lib/metrics.ts";
import { createPool, type Pool } from "./thread-pool.ts";
import { databaseWait, jobGauges, queueGauges } from "./queue-gauges.ts";
import { type RunningBot, startBot } from "../slack/app.ts";
import type { Edge } from "../slack/edge.ts";
import type { ReceiverMode } from "../slack/operations/receiver.ts";

/** How to reach Slack, or the playground that speaks its protocols. */
export interface SlackAccess {
  readonly botToken: string;
  readonly door: ReceiverMode;
  /** The playground's; Slack's own unless said. */
  readonly slackApiUrl?: string;
}

export interface ServiceOptions {
  /** Whether this process talks to Slack, does long work, or both. */
  readonly mode: "bot" | "worker" | "both";
  /** Needed unless the mode is `worker`. */
  readonly slack?: SlackAccess;
}

export interface Service {
  /** Where Slack's requests are taken, and the health is told; undefined without HTTP. */
  readonly port: number | undefined;
  /** What a person may do, without making anybody the admin. */
  findRole(user: string): Promise<Role>;
  saveRole(user: string, role: Role): Promise<void>;
  /** Loads the sample shop into an empty base. @returns The job; undefined where there is something. */
  startSample(): Promise<number | undefined>;
  /** In good order: no new work, at most ten seconds for what runs, then the queue and the base. */
  stop(): Promise<void>;
}

/** Opens the base and starts what the mode says. */
export async function startService(config: Config, log: Log, options: ServiceOptions): Promise<Service> {
  const base = await openDatabase(config);
  const { db, url } = base;
  const clock = () => new Date();
  const metrics = createMetrics();
  const answer = createAnswer({
    db,
    log,
    currency: config.currency,
    clock,
    start: (job) => queueJob(db, job),
    answered: (told) => metrics.answered(told),
  });
  const pool = createPool();
  const closers: (() => Promise<void>)[] = [base.close, () => pool.close(), async () => metrics.close()];
  async function stop(): Promise<void> {
    for (const close of closers.toReversed()) await close();
  }
  try {
    await prepareQueue(url, log);
    const world = {
      db,
      log,
      answer,
      clock,
      computation: pool.computation,
    };
    const edge = createEdge(db, log, answer, timed(pool, metrics));
    // Neither waits for the other; when one fails, the other is stopped too.
    const [worker, bot] = await Promise.allSettled([
      openWorker(options.mode, world, { ...config, databaseUrl: url }),
      options.mode === "worker" ? undefined : openBot(db, { edge, metrics }, options.slack),
    ]);
    for (const opened of [worker, bot])
      if (opened.status === "fulfilled") closers.push(async () => opened.value?.stop());
    if (worker.status === "rejected") throw worker.reason;
    if (bot.status === "rejected") throw bot.reason;
    return {
      port: bot.value?.port,
      stop,
      findRole: (user) => findRole(db, user),
      saveRole: (user, role) => saveRole(db, { user, role, grantedBy: config.user }),
      startSample: () => startSample(db, config),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In a process of its own the worker is the process; beside the bot it gets one of its own. */
async function openWorker(
  mode: ServiceOptions["mode"],
  world: Omit<WorkerDependencies, "jobTable">,
  config: Config & { readonly databaseUrl: string },
): Promise<{ stop(): Promise<void> } | undefined> {
  if (mode === "bot") return undefined;
  if (mode === "both") return startOwnWorker(config, world.log);
  const { jobTable } = await import("../jobs/runner/table.ts");
  return startQueue({ ...world, jobTable }, config.databaseUrl);
}

/** Puts the sample shop into a base that has never held anything. */
async function startSample(db: Db, { user, language }: Config): Promise<number | undefined> {
  const { week, hasOthers } = await loadSampleState(db);
  if (week !== undefined || hasOthers) return undefined;
  const actor = { user, role: "admin", locale: readLocale(language), timeZone: "UTC" } as const;
  const { id } = await queueJob(db, { task: "sample", payload: {}, actor });
  return id;
}

function openBot(
  db: Db,
  { edge, metrics }: { readonly edge: Edge; readonly metrics: Metrics },
  slack: SlackAccess | undefined,
): Promise<RunningBot> {
  if (slack === undefined) throw new TypeError("a bot needs to know how to reach Slack");
  const probes = {
    async database() {
      await db.execute(sql`select 1`);
      return true;
    },
    async queue() {
      const [row] = await db.execute<{ there: boolean }>(
        sql`select to_regclass('graphile_worker.jobs') is not null as there`,
      );
      return row?.there === true;
    },
  };
  async function measured(): Promise<string> {
    // Without the base the process still tells of itself: that is when somebody looks.
    const started = performance.now();
    const wait = probes.database().then(() => (performance.now() - started) / 1_000);
    const gauges = await Promise.all([wait, loadQueueDepths(db), loadJobDurations(db)]).then(
      ([seconds, depths, durations]) => [
        databaseWait(seconds),
        ...queueGauges(depths),
        ...jobGauges(durations),
      ],
      () => [],
    );
    return metrics.render(gauges);
  }
  return startBot({
    ...slack,
    edge,
    probes,
    metrics: measured,
    acknowledged: (seconds) => metrics.acknowledged(seconds),
    called: (call) => metrics.called(call),
  });
}

/** The pool, whose charts are measured. */
function timed(pool: Pool, metrics: Metrics): Pick<Pool, "drawChart"> {
  return {
    async drawChart(...given) {
      const started = performance.now();
      const png = await pool.drawChart(...given);
      metrics.drew((performance.now() - started) / 1_000);
      return png;
    },
  };
}

/** What the Slack room needs of the others, bound to this base. */
function createEdge(db: Db, log: Log, answer: Edge["answer"], pool: Pick<Pool, "drawChart">): Edge {
  return {
    log,
    answer,
    inbox: createInbox(db),
    outbox: createOutbox(db),
    commandName: (line) => commandName(line, verbs),
    drawChart: (chart, locale) => pool.drawChart(chart, locale),
    openRows: (source, locale) => openRows(db, source, locale),
    recordExport: (file, user, destination) =>
      recordExport(db, {
        exportedBy: user,
        source: file.source,
        columns: file.source.columns,
        customers: file.rows,
        personal: file.personal,
        destination,
      }),
    findRole: (user) => findOrFoundRole(db, user),
    findPreferences: (scope) => findSettings(db, scope),
    async isClosed(channel) {
      const { lists } = await findSettings(db, `channel:${channel}`);
      return lists === "closed";
    },
    findJob: (id) => findJob(db, id),
    suggest: (kind, typed, actor) => suggest(db, kind, typed, actor),
    async receiveFile(file) {
      return `data import u${await saveReceivedFile(db, file)}`;
    },
  };
}
