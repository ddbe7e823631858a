/**
 * A fake workspace, a database and the bot between them, over loopback. What the commands would answer is a table of
 * Replies here: this suite is about the edge, which gets `answer` as a plain function from `main`.
 */
import { renderPng } from "../../src/charts/render.ts";
import { createInbox } from "../../src/db/requests/inbox.ts";
import { createOutbox } from "../../src/db/requests/outbox.ts";
import { findOrFoundRole } from "../../src/db/team/roles.ts";
import { findSettings } from "../../src/db/team/settings.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import { createLog } from "../../src/lib/log.ts";
import {
  createWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from "../../src/playground/workspace/workspace.ts";
import type { Actor } from "../../src/contract/actor.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { verbs } from "../../src/commands/grammar/table.ts";
import { commandName } from "../../src/commands/grammar/parse.ts";
import { type RunningBot, startBot } from "../../src/slack/app.ts";
import type { Edge, FollowedJob } from "../../src/slack/edge.ts";
import type { ReceiverMode } from "../../src/slack/operations/receiver.ts";
import { answers } from "./answers.ts";
import { countOpen, createMovedOutbox, type IsSo } from "./moved-outbox.ts";

export type Transport = "http" | "socket";

export interface Town {
  readonly slack: Workspace;
  readonly bot: RunningBot;
  /** Every line of the log so far. */
  readonly logged: string[];
  /** Every line that was answered, with who asked. */
  readonly said: { readonly line: string; readonly actor: Actor; readonly requestId: string | undefined }[];
  /** Lists that left, as the ledger would hold them. */
  readonly ledger: { readonly name: string; readonly user: string; readonly destination: string }[];
  readonly received: { readonly name: string; readonly text: string }[];
  readonly jobs: Map<number, FollowedJob>;
  /** The edge's functions, to be replaced by failing ones. */
  readonly edge: { -readonly [Name in keyof Edge]: Edge[Name] };
  /** Moves the clock of what was put off until this is so: it is due at once, as often as it is put off again. */
  passTimeUntil(isSo: IsSo): Promise<void>;
  /** Passes time until nothing is under way: what is not there then does not come any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface TownOptions extends Partial<WorkspaceOptions> {
  readonly db: Db;
  /** How long a call of Slack's Web API may take. */
  readonly timeoutMs?: number;
}

export async function openTown(
  transport: Transport,
  { db, timeoutMs = 2_000, ...options }: TownOptions,
): Promise<Town> {
  const slack = await createWorkspace({ delivery: transport, ...options });
  const logged: string[] = [];
  const said: Town["said"] = [];
  const ledger: Town["ledger"] = [];
  const received: Town["received"] = [];
  const jobs: Town["jobs"] = new Map();
  const clock = createMovedOutbox(createOutbox(db));
  const edge: Town["edge"] = {
    log: createLog((line) => logged.push(line)),
    inbox: createInbox(db),
    outbox: clock.outbox,
    async answer(line, actor, requestId) {
      said.push({ line, actor, requestId });
      return answers(line, actor);
    },
    commandName: (line) => commandName(line, verbs),
    drawChart: renderPng,
    async openRows() {
      return { columns: ["id", "segment"], rows: rows() };
    },
    async recordExport({ name }, user, destination) {
      ledger.push({ name, user, destination });
    },
    findRole: (user) => findOrFoundRole(db, user),
    findPreferences: (scope) => findSettings(db, scope),
    isClosed: async () => false,
    findJob: async (id) => jobs.get(id),
    async suggest(kind, typed) {
      const names = kind === "segment" ? ["Loyal families", "Bargain hunters"] : ["ann@shop.test"];
      const found = names.filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
      return found.map((name) => ({ label: name, value: name }));
    },
    async receiveFile({ name, content }) {
      const parts: Buffer[] = [];
      for await (const part of content) parts.push(Buffer.from(part));
      received.push({ name, text: Buffer.concat(parts).toString() });
      return `data import file:${received.length}`;
    },
  };
  const bot = await startBot({ ...slack, timeoutMs, door: doorOf(slack, transport), edge, probes: {} });
  if (bot.port !== undefined && transport === "http")
    slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`);
  return {
    slack,
    bot,
    logged,
    said,
    ledger,
    received,
    jobs,
    edge,
    passTimeUntil: clock.passTimeUntil,
    settled: () => clock.passTimeUntil(async () => bot.health.inFlight === 0 && (await countOpen(db)) === 0),
    async close() {
      await bot.stop();
      await slack.close();
    },
  };
}

async function* rows() {
  yield [17, 2];
  yield ["=cmd()", 2];
}

export function doorOf(slack: Workspace, transport: Transport): ReceiverMode {
  return transport === "http"
    ? { mode: "http", signingSecret: slack.signingSecret, port: 0, host: "127.0.0.1" }
    : { mode: "socket", appToken: slack.appToken, slackApiUrl: slack.slackApiUrl };
}

/** A Reply with little in it. */
export function reply(headline: string, rest: Partial<Reply> = {}): Reply {
  return { locale: "en", outcome: "ok", privacy: "totals", headline, data: {}, ...rest };
}
