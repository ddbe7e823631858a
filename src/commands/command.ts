import type { Asker, Role } from "../asker.ts";
import type { Db } from "../db/connect.ts";
import type { Format, Locale, Localized } from "../locale.ts";
import type { JsonObject, Reply, StartedJob } from "../reply.ts";
import type { Words } from "./words-reader.ts";

/** What a command gets beside its words. */
export interface CommandContext {
  readonly db: Db;
  readonly asker: Asker;
  readonly locale: Locale;
  readonly format: Format;
  readonly now: Date;
  /** Writes long work to the queue; the Reply that carries the result in `job` is followed by the edge. */
  start(task: string, payload: JsonObject): Promise<StartedJob>;
}

/** One verb of the language (PRODUCT.md 4). */
export interface Command {
  /** The English verb; `aliases` holds the others. */
  readonly name: string;
  /** Without the slash: `profile <segment> [by <feature>]`. */
  readonly usage: string;
  readonly role: Role;
  /** One line for `help`. */
  readonly summary: Localized;
  /** Lines that a person may copy. */
  readonly examples: readonly string[];
  run(words: Words, context: CommandContext): Promise<Reply>;
}
