import { fold } from "./spelling.ts";

/** One word of a command line. */
export interface Word {
  /** As it was typed, without quotation marks. */
  readonly text: string;
  /** As the grammar compares it. */
  readonly folded: string;
  /** In quotation marks: a name or a text, never a keyword. */
  readonly quoted: boolean;
}

/** The words of a line, and the words after a quotation mark that was never closed. */
export interface Tokens {
  readonly words: readonly Word[];
  readonly unclosed: string | undefined;
}

/** What Slack makes of addresses and signs: `<mailto:a@b.c|a@b.c>`, `<http://x.es|x.es>`, `&amp;`. */
function undoSlack(line: string): string {
  return line
    .replaceAll(/<(?:mailto:|tel:|https?:\/\/)[^|>\s]*\|([^>]*)>/gu, "$1")
    .replaceAll(/<(?:mailto:|tel:)([^|>\s]*)>/gu, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Telephones write “these”, «these» and ‘these’. */
function straightenQuotes(line: string): string {
  return line.replaceAll(/[“”„‟«»″]/gu, '"').replaceAll(/[‘’‚‛′]/gu, "'");
}

/** A bare word ends at a space, a quotation mark or an equals sign that is no part of `>=` or `<=`. */
const bareWord = /(?:[<>]=|[^\s"=])+/uy;
/** An apostrophe opens a quotation only where another one closes it at the end of a word: not in `d'Or`. */
const apostrophes = /'([^']*(?:'\b[^']*)*)'(?=[\s=,;]|$)/uy;

/**
 * Cuts a command line into words. `k=4`, `k = 4` and `k 4` are the same two words; commas, and full stops or question
 * marks at the end of a bare word, are left out (`0,3` and `a,b` stay whole).
 *
 * @example
 * tokenize("rename 2 “Loyal families”").words.map((word) => word.text); // => ["rename", "2", "Loyal families"]
 */
export function tokenize(line: string): Tokens {
  const text = straightenQuotes(undoSlack(line)).replaceAll(/\p{Cc}/gu, " ");
  const words: Word[] = [];
  let from = 0;
  while (from < text.length) {
    const rest = text[from];
    if (rest === '"') {
      const end = text.indexOf('"', from + 1);
      if (end < 0) return { words, unclosed: text.slice(from + 1).trim() || "…" };
      words.push(word(text.slice(from + 1, end), true));
      from = end + 1;
      continue;
    }
    const quotation = rest === "'" ? match(apostrophes, text, from) : undefined;
    const found = quotation ?? match(bareWord, text, from);
    if (found === undefined) from += 1;
    else {
      const bare = found[0].replace(/[,;?!.]+$/u, "").replace(/^[,;]+/u, "");
      if (quotation !== undefined) words.push(word(quotation[1] ?? "", true));
      else if (bare !== "") words.push(word(bare, false));
      from += found[0].length;
    }
  }
  return { words, unclosed: undefined };
}

function word(text: string, quoted: boolean): Word {
  return { text: text.trim(), folded: fold(text), quoted };
}

function match(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text) ?? undefined;
}

/**
 * A word as it can be typed again.
 *
 * @example
 * spell({ text: "Loyal families", folded: "loyal families", quoted: true }); // => "\"Loyal families\""
 */
export function spell(word: Word): string {
  if (!word.quoted && word.text !== "") return word.text;
  return word.text.includes('"') ? `'${word.text}'` : `"${word.text}"`;
}
