import { type Actor, mayActAs, type Role } from "../../contract/actor.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { Payload, TaskName } from "../../db/requests/tasks.ts";
import type { Format, Locale, Localized } from "../../lib/locale.ts";
import type { PrivacyClass, ReplyBody, StartedJob } from "../../contract/reply.ts";
import type { About } from "./about.ts";
import type { Words } from "./words-reader.ts";

/** What a command gets beside its arguments. */
export interface CommandContext {
  readonly db: Db;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly format: Format;
  readonly now: Date;
  /** The line that is answered, as it was said. */
  readonly line: string;
  /** What the line declares: kept with the receipt of its answer. */
  readonly privacy: PrivacyClass;
  /** Writes long work to the queue; the Reply that carries the result in `job` is followed by the edge. */
  start<Name extends TaskName>(task: Name, payload: Payload<Name>): Promise<StartedJob>;
}

/** What a line declares; `parse` and `answer` hold it to that. */
export interface Declaration {
  /** The least role that may say it. */
  readonly role: Role;
  /** The widest class of its answer: a reply can narrow it, never widen it. */
  readonly privacy: PrivacyClass;
  /** Whether it changes something, starts work or lets people's data leave; a receipt is no change. */
  readonly writes: boolean;
}

/** Lines of a verb that declare something else than the verb does: `data rejects`. */
export interface OtherLine<Arguments> extends Partial<Declaration> {
  /** In English, for the table of all lines. */
  readonly usage: string;
  readonly is: (given: Arguments) => boolean;
}

/** What one folder of `commands/` holds: how its words are read, and how they are answered. */
export interface Definition<Arguments> extends Declaration {
  /** The English verb; the table of verbs holds the others. */
  readonly name: string;
  readonly about: Localized<About>;
  /** The first that fits counts. */
  readonly otherLines?: readonly OtherLine<Arguments>[];
  /**
   * Takes the arguments from the words. Pure: the database is not asked here, so that a line can be checked whole
   * before anything is done.
   *
   * @throws {UserError} When something is missing or cannot be read.
   */
  read(words: Words): Arguments;
  answer(given: Arguments, context: CommandContext): Promise<ReplyBody>;
}

/** A command in the table, its arguments' type sealed in. */
export interface Command {
  readonly name: string;
  /** The least role that may say one of its lines. */
  readonly role: Role;
  readonly about: Localized<About>;
  /** What its lines declare; the first stands for all that the others do not name. */
  readonly lines: readonly DeclaredLine[];
  /** Reads every word, so that nothing runs while a word is left over; what it returns does the work. */
  prepare(words: Words): Prepared;
}

export interface DeclaredLine extends Declaration {
  readonly usage: string;
}

/** A line whose words are read. */
export interface Prepared {
  readonly declared: Declaration;
  run(context: CommandContext): Promise<ReplyBody>;
}

/** Makes a command of its definition: leftover words are refused before any command starts. */
export function defineCommand<Arguments>(definition: Definition<Arguments>): Command {
  const { name, about, role, privacy, writes, otherLines = [] } = definition;
  const main = { usage: about.en.usage, role, privacy, writes };
  const others = otherLines.map(({ is, ...line }) => ({ is, line: { ...main, ...line } }));
  const lines = [main, ...others.map(({ line }) => line)];
  return {
    name,
    role: lines.reduce<Role>((least, line) => (mayActAs(least, line.role) ? line.role : least), role),
    about,
    lines,
    prepare(words) {
      const given = definition.read(words);
      words.end();
      return {
        declared: others.find(({ is }) => is(given))?.line ?? main,
        run: (context) => definition.answer(given, context),
      };
    },
  };
}
