import { UserError } from "../../../contract/errors.ts";
import { type Command, defineCommand } from "../../grammar/command.ts";
import { findVerb, firstSteps, nearestVerbs, ownVerb, sayAs, type Verb } from "../../grammar/verbs.ts";
import { grammarSays } from "../../grammar/words.ts";
import { allVerbsReply, oneVerbReply } from "./reply.ts";
import { about } from "./words.ts";

/** `help [verb]`; it is given the table, in which it stands itself. */
export function createHelp(loadVerbs: () => readonly Verb[]): Command {
  return defineCommand({
    name: "help",
    role: "viewer",
    privacy: "totals",
    writes: false,
    about,
    read: (words) => words.take(),

    async answer(word, { actor }) {
      const verbs = loadVerbs();
      if (word === undefined) return allVerbsReply(actor, verbs);
      const verb = findVerb(word.folded, verbs);
      if (verb !== undefined) return oneVerbReply(verb, actor, verbs);
      const help = ownVerb("help", actor, verbs);
      const near = nearestVerbs(word.folded, actor, verbs).map((form) => sayAs(`${help} ${form}`));
      const says = grammarSays[actor.locale];
      throw near.length > 0
        ? new UserError(says.unknownVerb(word.text), { actions: near })
        : new UserError(says.noSuchVerb(word.text), { actions: firstSteps(actor, verbs) });
    },
  });
}
