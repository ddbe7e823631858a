import type { Actor, Role } from "../../contract/actor.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { Payload, TaskName } from "../../db/requests/tasks.ts";
import type { Format, Locale, Localized } from "../../lib/locale.ts";
import type { Reply, StartedJob } from "../../contract/reply.ts";
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
  /** Writes long work to the queue; the Reply that carries the result in `job` is followed by the edge. */
  start<Name extends TaskName>(task: Name, payload: Payload<Name>): Promise<StartedJob>;
}

/** What one folder of `commands/` holds: how its words are read, and how they are answered. */
export interface Definition<Arguments> {
  /** The English verb; the table in `index.ts` holds the others. */
  readonly name: string;
  /** The least role that may say it. */
  readonly role: Role;
  readonly about: Localized<About>;
  /**
   * Takes the arguments from the words. Pure: the database is not asked here, so that a line can be checked whole
   * before anything is done.
   *
   * @throws {UserError} When something is missing or cannot be read.
   */
  read(words: Words): Arguments;
  answer(given: Arguments, context: CommandContext): Promise<Reply>;
}

/** A command in the table, its arguments' type sealed in. */
export interface Command {
  readonly name: string;
  readonly role: Role;
  readonly about: Localized<About>;
  /** Reads every word, so that nothing runs while a word is left over; what it returns does the work. */
  prepare(words: Words): (context: CommandContext) => Promise<Reply>;
}

/** Makes a command of its definition: leftover words are refused before any command starts. */
export function defineCommand<Arguments>(definition: Definition<Arguments>): Command {
  const { name, role, about } = definition;
  return {
    name,
    role,
    about,
    prepare(words) {
      const given = definition.read(words);
      words.end();
      return (context) => definition.answer(given, context);
    },
  };
}
