import { UserError } from "../../contract/errors.ts";
import { spell } from "./tokens.ts";
import type { Words } from "./words-reader.ts";

/** What is said when the text is missing, and when it lacks its quotation marks. */
interface TextSays {
  readonly question: string;
  quote(text: string): string;
}

/**
 * Takes a text that will be written down: one word, or several in quotation marks. Several words without them are
 * refused with the line as it was probably meant on a button: nothing is written on a guess.
 */
export function takeText(words: Words, says: TextSays): string {
  const taken = words.takeUntil();
  const [first, ...others] = taken;
  if (first === undefined) throw words.missing(says.question);
  if (others.length === 0) return first.text;
  const whole = taken.map((word) => word.text).join(" ");
  const line = words.rewrite(taken, spell({ text: whole, folded: "", quoted: true }));
  throw new UserError(says.quote(whole), { actions: [{ label: line, line }] });
}
