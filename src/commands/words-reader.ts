import { UserError } from "../errors.ts";
import type { Locale } from "../locale.ts";
import type { About } from "./command.ts";
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
  const { verb, words } = said;
  let next = 0;
  function peek(): Word | undefined {
    return words[next];
  }
  function isNext(keyword: Keyword): boolean {
    const word = peek();
    return word !== undefined && means(word, keyword);
  }
  function take(): Word | undefined {
    const word = peek();
    if (word !== undefined) next += 1;
    return word;
  }
  function leftover(words: readonly Word[]): UserError {
    const text = words.map(spell).join(" ");
    return new UserError(grammarSays[locale].leftover(text, about.usage), { hint: about.examples[0] });
  }
  return {
    locale,
    about,
    left: () => words.length - next,
    peek,
    take,
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
    rewrite(taken, replacement) {
      const others = words.flatMap((word) => {
        if (word === taken[0]) return [replacement];
        return taken.includes(word) ? [] : [spell(word)];
      });
      return [verb, ...others].join(" ");
    },
    missing: (question) =>
      new UserError(grammarSays[locale].missing(question, about.usage), { hint: about.examples[0] }),
    leftover,
    end() {
      if (next < words.length) throw leftover(words.slice(next));
    },
  };
}

function means(word: Word, keyword: Keyword): boolean {
  return !word.quoted && isKeyword(word.folded, keyword);
}
