import type { Words } from "./words-reader.ts";

/** A member of the team or a channel as Slack writes a mention, or the bare id: `<@U0MARY|mary>`, `U0MARY`. */
const mentions = {
  person: /^<?@?([UW][A-Z0-9]{2,20})(?:\|[^>]*)?>?$/u,
  channel: /^<?#?([CG][A-Z0-9]{2,20})(?:\|[^>]*)?>?$/u,
};

/**
 * Takes the next word as who or what is mentioned.
 *
 * @returns The id; the word as it was said where it is none, for the command to refuse (`isPerson`, `isChannel`).
 */
export function takeMention(words: Words, kind: keyof typeof mentions): string {
  const said = words.take()?.text ?? "";
  return mentions[kind].exec(said)?.[1] ?? said;
}

export function isPerson(id: string): boolean {
  return mentions.person.test(id);
}

export function isChannel(id: string): boolean {
  return mentions.channel.test(id);
}
