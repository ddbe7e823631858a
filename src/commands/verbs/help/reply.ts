import type { ReplyBody } from "../../../contract/reply.ts";
import { mayActAs } from "../../../contract/actor.ts";
import { tryParse } from "../../grammar/parse.ts";
import { forms, sayAs, type Speaker, type Verb } from "../../grammar/verbs.ts";
import { says } from "./words.ts";

/** Every verb the speaker may use, with what it gives. */
export function allVerbsReply(speaker: Speaker, verbs: readonly Verb[]): ReplyBody {
  const { locale } = speaker;
  const words = says[locale];
  const mine = verbs.filter(({ command }) => mayActAs(speaker.role, command.role));
  return {
    headline: words.headline,
    table: {
      columns: [
        { label: words.say, align: "left" },
        { label: words.does, align: "left" },
      ],
      rows: mine.map(({ command }) => [command.about[locale].usage, command.about[locale].summary]),
    },
    paragraphs: [words.kindly],
    actions: mine
      .filter(({ command }) => ["list", "map", "status"].includes(command.name))
      .map((verb) => sayAs(verb[locale][0])),
    data: { verbs: mine.map(({ command }) => command.name) },
  };
}

/** How one verb is used. Only examples that read are buttons: an example is no wish to write. */
export function oneVerbReply(verb: Verb, speaker: Speaker, verbs: readonly Verb[]): ReplyBody {
  const { locale } = speaker;
  const words = says[locale];
  const { command } = verb;
  const { usage, summary, examples } = command.about[locale];
  const own = verb[locale][0];
  const others = [...new Set(forms(verb))].filter((form) => form !== own);
  return {
    headline: words.one(own, summary),
    facts: [
      { label: words.usage, value: usage },
      { label: words.examples, value: examples.join(" · ") },
      ...(others.length > 0 ? [{ label: words.alsoKnownAs, value: others.join(", ") }] : []),
      { label: words.mayUse, value: words.roles[command.role] },
    ],
    actions: examples
      .filter((example) => tryParse(example, speaker, verbs)?.declared.writes === false)
      .slice(0, 3)
      .map(sayAs),
    data: { verb: command.name, role: command.role, examples: [...examples] },
  };
}
