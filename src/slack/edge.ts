import type { Actor, Role } from "../contract/actor.ts";
import type { FileRows } from "../lib/csv.ts";
import type { Inbox, Outbox } from "../contract/delivery.ts";
import type { Locale } from "../lib/locale.ts";
import type { Log } from "../lib/log.ts";
import type { Chart, FileSource, Reply, ReplyFile } from "../contract/reply.ts";

/** What the bot needs of the other rooms, as plain functions; made by `main`. */
export interface Edge {
  readonly log: Log;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  /** Answers a command line; never throws. */
  answer(line: string, actor: Actor, requestId?: string): Promise<Reply>;
  /** The name of the command that a line asks for: a log may hold it, and not the line. */
  commandName(line: string): string;
  /** A chart as PNG. */
  drawChart(chart: Chart, locale: Locale): Promise<Uint8Array>;
  openRows(source: FileSource, locale: Locale): Promise<FileRows>;
  /** Writes a list that is about to leave into the export ledger. */
  recordExport(file: ReplyFile, user: string, destination: "channel" | "direct"): Promise<void>;
  /** A person's role; whoever of the team asks first becomes the admin. */
  findRole(user: string): Promise<Role>;
  /** Language and time zone that were set in a scope, in place of Slack's. */
  findPreferences(
    scope: `user:${string}` | `channel:${string}`,
  ): Promise<{ readonly language?: string; readonly timezone?: string }>;
  /** Whether an admin closed a channel to lists of people. */
  isClosed(channel: string): Promise<boolean>;
  findJob(id: number): Promise<FollowedJob | undefined>;
  /** What a menu with search offers for what was typed. */
  suggest(kind: SuggestionKind, typed: string, actor: Actor): Promise<readonly Suggestion[]>;
  /** Keeps a file that somebody sent. @returns The command line that reads it. */
  receiveFile(file: ReceivedFile): Promise<string>;
}

/** Long work as the edge follows it. */
export interface FollowedJob {
  readonly state: "queued" | "running" | "stopping" | "done" | "failed" | "stopped";
  readonly step: string | null;
  readonly done: number;
  readonly total: number;
  readonly reply: Reply | null;
}

export type SuggestionKind = "segment" | "customer";

/** One entry of a menu: what is read, and the text that a command line takes as one word. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

export interface ReceivedFile {
  readonly name: string;
  readonly from: string;
  readonly content: AsyncIterable<Uint8Array>;
}
