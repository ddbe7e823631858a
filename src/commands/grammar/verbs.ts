import { type Actor, mayActAs } from "../../contract/actor.ts";
import { editDistance } from "../../lib/edit-distance.ts";
import type { Localized } from "../../lib/locale.ts";
import type { Action } from "../../contract/reply.ts";
import type { Command } from "./command.ts";

/** A command and its verbs, folded; the first of a language is the one shown to its readers. */
export interface Verb extends Localized<readonly [string, ...string[]]> {
  readonly command: Command;
}

/** What the grammar needs to know of whoever speaks. */
export type Speaker = Pick<Actor, "locale" | "role">;

/** Every form of a verb, the English ones first. */
export function forms(verb: Verb): readonly string[] {
  return [...verb.en, ...verb.es, ...verb.pt];
}

/** The verb with this form, in any language. */
export function findVerb(folded: string, verbs: readonly Verb[]): Verb | undefined {
  return verbs.find((verb) => forms(verb).includes(folded));
}

/**
 * The forms of the two verbs that look most like a word, nearest first, among those the speaker may use; none when
 * nothing looks like it.
 */
export function nearestVerbs(folded: string, speaker: Speaker, verbs: readonly Verb[]): readonly string[] {
  const ranked = verbs
    .filter(({ command }) => mayActAs(speaker.role, command.role))
    .map((verb) => nearestForm(folded, verb, speaker))
    .sort((first, second) => first.distance - second.distance);
  const tolerance = Math.max(1, folded.length / 2.5);
  const best = ranked[0]?.distance ?? Number.POSITIVE_INFINITY;
  return best <= tolerance ? ranked.slice(0, 2).map(({ form }) => form) : [];
}

interface Candidate {
  readonly form: string;
  readonly distance: number;
}

/**
 * Whoever types only the beginning of a verb is nearer to it than the letters that are missing; a verb of another
 * language than the speaker's is a little farther than one of their own.
 */
function nearestForm(folded: string, verb: Verb, { locale }: Speaker): Candidate {
  return forms(verb)
    .map((form) => {
      const letters = form.startsWith(folded) ? 0.5 : editDistance(form, folded);
      return { form, distance: verb[locale].includes(form) ? letters : letters + 1 };
    })
    .reduce((best, candidate) => (candidate.distance < best.distance ? candidate : best));
}

/** The buttons of someone who does not know where to begin. */
export function firstSteps(speaker: Speaker, verbs: readonly Verb[]): readonly Action[] {
  return [sayAs(ownVerb("list", speaker, verbs)), sayAs(ownVerb("help", speaker, verbs))];
}

/** The verb of a command in the speaker's language. */
export function ownVerb(name: string, { locale }: Speaker, verbs: readonly Verb[]): string {
  return verbs.find(({ command }) => command.name === name)?.[locale][0] ?? name;
}

/** A button that says a line and shows it. */
export function sayAs(line: string): Action {
  return { label: line, line };
}
