import { UserError } from "../../contract/errors.ts";
import type { Locale } from "../../lib/locale.ts";
import type { About } from "./about.ts";
import { isKeyword, type Keyword } from "./keywords.ts";
import { spell, type Word } from "./tokens.ts";
import { grammarSays } from "./words.ts";

/** The words of a command line after the verb, taken one by one from the left by a command. */
export interface Words {
  /** The language of the person who said them. */
  readonly locale: Locale;
  /** The command they were said to, for messages. */
  readonly about: About;
  /** How many words are left. */
  left(): number;
  /** The next word, which stays. */
  peek(): Word | undefined;
  take(): Word | undefined;
  /** Whether a keyword stands somewhere among the words that are left. */
  has(keyword: Keyword): boolean;
  /** Takes the next word if it is this keyword in any language, and tells whether it was. */
  takeKeyword(keyword: Keyword): boolean;
  /** Takes the words before the next of these keywords, or all that are left. */
  takeUntil(...keywords: readonly Keyword[]): readonly Word[];
  /** The line with the words `taken` (the latest taken run of words) said in another way, for a button. */
  rewrite(taken: readonly Word[], replacement: string): string;
  /** The mistake that an argument is missing: a question such as "Which segment?", and an example of the command. */
  missing(question: string): UserError;
  /** The mistake of words that mean nothing to the command. */
  leftover(words: readonly Word[]): UserError;
  /** @throws {UserError} When words are left over, naming them. */
  end(): void;
}

/** The verb as it was said, and the words after it. */
export interface Said {
  readonly verb: string;
  readonly words: readonly Word[];
}

/** Starts reading at the first word after the verb. */
export function createWords(said: Said, about: About, locale: Locale): Words {
  const { words } = said;
  let next = 0;
  function peek(): Word | undefined {
    return words[next];
  }
  function isNext(keyword: Keyword): boolean {
    const word = peek();
    return word !== undefined && means(word, keyword);
  }
  return {
    locale,
    about,
    left: () => words.length - next,
    peek,
    take() {
      const word = peek();
      if (word !== undefined) next += 1;
      return word;
    },
    has: (keyword) => words.slice(next).some((word) => means(word, keyword)),
    takeKeyword(keyword) {
      const found = isNext(keyword);
      if (found) next += 1;
      return found;
    },
    takeUntil(...keywords) {
      const from = next;
      while (peek() !== undefined && !keywords.some(isNext)) next += 1;
      return words.slice(from, next);
    },
    rewrite: (taken, replacement) => rewrite(said, taken, replacement),
    ...mistakes(about, locale),
    end() {
      if (next < words.length) throw mistakes(about, locale).leftover(words.slice(next));
    },
  };
}

function means(word: Word, keyword: Keyword): boolean {
  return !word.quoted && isKeyword(word.folded, keyword);
}

function rewrite({ verb, words }: Said, taken: readonly Word[], replacement: string): string {
  const others = words.flatMap((word) => {
    if (word === taken[0]) return [replacement];
    return taken.includes(word) ? [] : [spell(word)];
  });
  return [verb, ...others].join(" ");
}

function mistakes({ usage, examples }: About, locale: Locale): Pick<Words, "missing" | "leftover"> {
  const says = grammarSays[locale];
  const recovery = { hint: examples[0] };
  return {
    missing: (question) => new UserError(says.missing(question, usage), recovery),
    leftover: (words) => new UserError(says.leftover(words.map(spell).join(" "), usage), recovery),
  };
}
