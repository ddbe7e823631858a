import { mayActAs, type Role } from "../../contract/actor.ts";
import { UserError } from "../../contract/errors.ts";
import type { Command, Prepared } from "./command.ts";
import { isKeyword } from "./keywords.ts";
import { spell, tokenize, type Word } from "./tokens.ts";
import { findVerb, firstSteps, nearestVerbs, ownVerb, sayAs, type Speaker, type Verb } from "./verbs.ts";
import { grammarSays } from "./words.ts";
import { createWords } from "./words-reader.ts";

/** A line that was understood whole: nothing is missing, nothing is left over. */
export interface Parsed extends Prepared {
  readonly command: Command;
}

/** Slack's limit for the value of a button, so that every line can stand on one. */
const longestLine = 2000;

/**
 * Understands a command line, or says what is wrong with it and what to say instead. Pure: nothing is run, and a verb
 * that is only nearly right is offered, never run.
 *
 * @throws {UserError} When the verb is unknown or not allowed, or its words cannot be read.
 */
export function parse(line: string, speaker: Speaker, verbs: readonly Verb[]): Parsed {
  const says = grammarSays[speaker.locale];
  if (line.length > longestLine) throw new UserError(says.tooLong(String(longestLine)));
  const { words, unclosed } = tokenize(withoutOwnName(line));
  if (unclosed !== undefined) throw new UserError(says.unclosedQuote(unclosed));
  const [said, ...rest] = words;
  if (said === undefined) throw new UserError(says.empty, { actions: firstSteps(speaker, verbs) });

  const verb = findVerb(said.folded, verbs);
  if (verb === undefined) throw unknownVerb(said, rest, speaker, verbs);
  const { command } = verb;
  requireRole(command.role, said.text, speaker);
  const about = command.about[speaker.locale];
  const prepared = command.prepare(createWords({ verb: said.text, words: rest }, about, speaker.locale));
  requireRole(prepared.declared.role, words.map(spell).join(" "), speaker);
  return { command, ...prepared };
}

/** @throws {UserError} When it takes more than the speaker's role. */
function requireRole(needed: Role, said: string, { role, locale }: Speaker): void {
  if (!mayActAs(role, needed)) throw new UserError(grammarSays[locale].notAllowed(said, needed, role));
}

/** The name of the command that a line asks for, for those who measure; "unread" where no verb is known. */
export function commandName(line: string, verbs: readonly Verb[]): string {
  const [said] = tokenize(withoutOwnName(line)).words;
  return (said && findVerb(said.folded, verbs)?.command.name) ?? "unread";
}

function withoutOwnName(line: string): string {
  return line.replace(/^\s*(?:\/segmenta?|segmenta)(?=\s|$)/iu, "");
}

/** The mistake of a verb that is not in the table, with the two nearest ones as buttons. */
function unknownVerb(said: Word, rest: readonly Word[], speaker: Speaker, verbs: readonly Verb[]): UserError {
  const says = grammarSays[speaker.locale];
  const number = isKeyword(said.folded, "segment") ? rest[0]?.text : said.text;
  if (number !== undefined && /^#?\d+$/u.test(number)) {
    const profile = sayAs(`${ownVerb("profile", speaker, verbs)} ${number}`);
    const text = [said, ...rest].map(spell).join(" ");
    return new UserError(says.onlySegment(text), { actions: [profile, ...firstSteps(speaker, verbs)] });
  }
  const near = nearestVerbs(said.folded, speaker, verbs);
  if (near.length === 0) {
    return new UserError(says.noSuchVerb(said.text), { actions: firstSteps(speaker, verbs) });
  }
  const actions = near.map((form) => {
    const line = [form, ...rest.map(spell)].join(" ");
    return sayAs(tryParse(line, speaker, verbs) === undefined ? form : line);
  });
  return new UserError(says.unknownVerb(said.text), { actions });
}

/** A line that would be understood, else undefined; a button must not lead from one mistake to the next. */
export function tryParse(line: string, speaker: Speaker, verbs: readonly Verb[]): Parsed | undefined {
  try {
    return parse(line, speaker, verbs);
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}
