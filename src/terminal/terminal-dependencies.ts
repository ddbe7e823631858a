import type { Actor } from "../contract/actor.ts";
import type { FileRows } from "../lib/csv.ts";
import type { Locale } from "../lib/locale.ts";
import type { FileSource, Progress, Reply, ReplyFile, StartedJob } from "../contract/reply.ts";

/** A file of this machine, and what a person knows better than the guess (a mapping file). */
export interface ImportFile {
  /** Absolute. */
  readonly path: string;
  readonly map: string | undefined;
  /** Answers to questions about it, as `--set` takes them. */
  readonly answers: readonly string[];
  /** Whether its questions are settled by their likelier answer. */
  readonly isUnasked: boolean;
}

/** What the terminal needs of the other rooms, as plain functions; made by `main`. */
export interface House {
  /** Answers a command line; never throws. */
  answer(line: string, actor: Actor): Promise<Reply>;
  /** Says how a file would be read in; nothing is written. */
  preview(file: ImportFile, actor: Actor): Promise<Reply>;
  /** Writes the reading of a file to the queue. */
  startImport(file: ImportFile, actor: Actor): Promise<StartedJob>;
  /** Runs a started job to its end. */
  runJob(id: number, follow: (progress: Progress) => void): Promise<Reply>;
  /** Language and time zone that a person has set. */
  findPreferences(user: string): Promise<{ readonly language?: string; readonly timezone?: string }>;
  openRows(source: FileSource, locale: Locale): Promise<FileRows>;
  /** Writes a list that left into the export ledger. */
  recordExport(file: ReplyFile, user: string): Promise<void>;
  close(): Promise<void>;
}

/** Where the terminal writes. */
export interface Screen {
  /** The answer. */
  out(text: string): void;
  /** Progress and notices. */
  err(text: string): void;
  /** Whether standard output, and standard error, is a terminal that a person looks at. */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Asks the person at the terminal; undefined where nobody can be asked. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** Characters in a line. */
  readonly width: number;
}
