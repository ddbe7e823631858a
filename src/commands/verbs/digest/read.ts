import { UserError } from "../../../contract/errors.ts";
import { type Locale, locales } from "../../../lib/locale.ts";
import { daysOf } from "../moves/since.ts";
import { isKeyword } from "../../grammar/keywords.ts";
import type { Word } from "../../grammar/tokens.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { subscriptionSays } from "./subscription-words.ts";

/** When, where and how a digest comes; what is not said is undefined. */
export interface Wish {
  readonly weekday: number | undefined;
  readonly minutes: number | undefined;
  /** Null for a direct message to whoever asks. */
  readonly channel: string | null | undefined;
  readonly locale: Locale | undefined;
  readonly quiet: boolean | undefined;
}

/** Nothing said. */
export const noWish: Wish = {
  weekday: undefined,
  minutes: undefined,
  channel: undefined,
  locale: undefined,
  quiet: undefined,
};

export type Asked =
  | { readonly kind: "now" }
  | { readonly kind: "list" }
  | { readonly kind: "weekly"; readonly wish: Wish | undefined }
  | { readonly kind: "edit"; readonly id: number; readonly wish: Wish | undefined }
  | { readonly kind: "pause"; readonly id: number; readonly days: number }
  | { readonly kind: "off"; readonly id: number };

/** Folded beginnings of the days, Monday first. */
const weekdays: readonly (readonly string[])[] = [
  ["mon", "lun", "seg"],
  ["tue", "mar", "ter"],
  ["wed", "mie", "qua"],
  ["thu", "jue", "qui"],
  ["fri", "vie", "sex"],
  ["sat", "sab"],
  ["sun", "dom"],
];

export function readDigest(words: Words): Asked {
  if (words.left() === 0 || words.takeKeyword("list")) return { kind: "list" };
  if (words.takeKeyword("now")) return { kind: "now" };
  if (words.takeKeyword("weekly")) return { kind: "weekly", wish: takeWish(words) };
  if (words.takeKeyword("edit")) return { kind: "edit", id: takeId(words), wish: takeWish(words) };
  if (words.takeKeyword("pause")) return { kind: "pause", id: takeId(words), days: takeDays(words) };
  if (words.takeKeyword("off")) return { kind: "off", id: takeId(words) };
  throw words.missing(subscriptionSays[words.locale].whatToDo);
}

function takeId(words: Words): number {
  const says = subscriptionSays[words.locale];
  const word = words.take();
  if (word === undefined) throw words.missing(says.whichDigest);
  const [, id] = /^d(\d{1,9})$/u.exec(word.folded) ?? [];
  if (id === undefined) throw new UserError(says.noSuchDigest(word.text), { hint: "digest list" });
  return Number(id);
}

function takeDays(words: Words): number {
  const word = words.take();
  const next = word !== undefined && /^\d+$/u.test(word.folded) ? ` ${words.take()?.folded ?? ""}` : "";
  const days = word === undefined ? undefined : daysOf(word.folded + next);
  if (days === undefined) throw words.missing(subscriptionSays[words.locale].whichPause);
  return days;
}

/** Day, time, channel, language and how to treat quiet weeks in any order; undefined when nothing is said. */
export function takeWish(words: Words): Wish | undefined {
  if (words.left() === 0) return undefined;
  const parts: Partial<Wish>[] = [];
  while (words.left() > 0) {
    if (words.takeKeyword("language")) parts.push({ locale: takeLanguage(words) });
    else {
      const word = words.take();
      if (word === undefined || word.text === "") continue;
      const part = readPart(word);
      if (part === undefined) {
        throw new UserError(subscriptionSays[words.locale].noSuchWord(word.text), {
          hint: words.about.examples[1] ?? "",
          // A form has two fields to write into: a time begins with a digit, a channel does not.
          field: /^\d/u.test(word.text) ? "time" : "channel",
        });
      }
      parts.push(part);
    }
  }
  const wish: Wish = Object.assign({ ...noWish }, ...parts);
  return wish;
}

/** What one word wishes; a form says its words in quotes. */
function readPart(word: Word): Partial<Wish> | undefined {
  if (isKeyword(word.folded, "quiet")) return { quiet: true };
  if (isKeyword(word.folded, "always")) return { quiet: false };
  if (isKeyword(word.folded, "direct")) return { channel: null };
  const [weekday, minutes, channel] = [readWeekday(word), readTime(word), readChannel(word)];
  if (weekday !== undefined) return { weekday };
  if (minutes !== undefined) return { minutes };
  return channel === undefined ? undefined : { channel };
}

function takeLanguage(words: Words): Locale {
  const word = words.take();
  const found = locales.find((locale) => word?.folded === locale);
  if (found === undefined) throw words.missing(subscriptionSays[words.locale].whichLanguage);
  return found;
}

/** "mon", "Monday", "lunes", "segunda-feira". */
function readWeekday({ folded }: Word): number | undefined {
  const found = weekdays.findIndex((names) => names.some((name) => folded.startsWith(name)));
  return found < 0 || !/^[a-z-]+$/u.test(folded) ? undefined : found + 1;
}

/** "9:00", "9", "9h", "9h30", "18.30". */
function readTime({ folded }: Word): number | undefined {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?:[:.h](\d{2}))?h?$/u.exec(folded) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** What Slack makes of a channel, `<#C123|marketing>`; else `#marketing` or the id. */
function readChannel({ text }: Word): string | undefined {
  const [, marked] = /^<#([A-Z0-9]+)(?:\|[^>]*)?>$/u.exec(text) ?? [];
  if (marked !== undefined) return marked;
  return /^(#[^\s#]+|[CG][A-Z0-9]{6,})$/u.test(text) ? text : undefined;
}
