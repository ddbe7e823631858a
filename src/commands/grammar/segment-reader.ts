import { UserError } from "../../contract/errors.ts";
import type {
  ActiveSegmentation,
  Segment,
  StoredSegmentation,
} from "../../db/segmentations/segmentations.ts";
import { loadActive } from "../../db/segmentations/segmentations.ts";
import { type Format, type Locale, locales } from "../../lib/locale.ts";
import type { CommandContext } from "./command.ts";
import { isKeyword, type Keyword } from "./keywords.ts";
import { fold } from "./spelling.ts";
import type { Word } from "./tokens.ts";
import { grammarSays } from "./words.ts";
import type { Words } from "./words-reader.ts";

/** A segment as a person names it, before the base is asked which one it is. */
export interface SegmentReference {
  /** As typed, without "segment" before it. */
  readonly text: string;
  /** The line with another name in the place of this one, for the buttons of a choice. */
  rewrite(replacement: string): string;
}

/** Takes one segment: a number, a name in quotation marks, or one word that begins a name. */
export function takeSegment(words: Words): SegmentReference {
  const noun = takeNoun(words);
  const word = words.take();
  if (word === undefined) throw words.missing(grammarSays[words.locale].whichSegment);
  return reference([...noun, word], word.text, words);
}

/** Takes all words before the keywords as one segment, so that a name needs no quotation marks there. */
export function takeSegmentBefore(words: Words, ...keywords: readonly Keyword[]): SegmentReference {
  const noun = takeNoun(words);
  const taken = words.takeUntil(...keywords);
  const [first] = taken;
  if (first === undefined) throw words.missing(grammarSays[words.locale].whichSegment);
  // `2 foo`, `"Loyal" foo` and `loyal "foo"` are a segment and a word too many, no name.
  const isWhole = first.quoted || isNumber(first.text);
  const surplus = taken.findIndex((word, i) => i > 0 && (isWhole || word.quoted));
  if (surplus > 0) throw words.leftover(taken.slice(surplus));
  return reference([...noun, ...taken], taken.map((word) => word.text).join(" "), words);
}

/** "segment", "cluster", "grupo" before the segment say nothing more; a segment may be called so all the same. */
function takeNoun(words: Words): readonly Word[] {
  const word = words.peek();
  const isNoun = word !== undefined && !word.quoted && isKeyword(word.folded, "segment") && words.left() > 1;
  if (!isNoun) return [];
  words.take();
  return [word];
}

function reference(taken: readonly Word[], text: string, words: Words): SegmentReference {
  return { text, rewrite: (replacement) => words.rewrite(taken, replacement) };
}

function isNumber(text: string): boolean {
  return /^#?\d+$/u.test(text);
}

/**
 * The active segmentation.
 *
 * @throws {UserError} When there is none yet, with the ways to get one.
 */
export async function requireActive({
  db,
  locale,
}: Pick<CommandContext, "db" | "locale">): Promise<StoredSegmentation> {
  const active = await loadActive(db);
  if (active !== undefined) return active;
  const says = grammarSays[locale];
  throw new UserError(`${says.noSegmentation} ${says.noSegmentationHint}`, {
    actions: [
      { label: says.loadSample, line: "data sample" },
      { label: says.importFile, line: "data import" },
    ],
  });
}

/** How a segment is called for a reader: a person's name for it, else the one from its features. */
export function nameOf(segment: Segment, locale: Locale): string {
  return segment.customName ?? segment.names[locale];
}

/**
 * The segment that is meant.
 *
 * @throws {UserError} When there is no such segment, or the beginning of a name fits several: then they are offered.
 */
export function pickSegment(
  active: ActiveSegmentation,
  meant: SegmentReference,
  { locale, format }: CommandContext,
): Segment {
  const found = matchingSegments(active.segments, meant.text);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const says = grammarSays[locale];
  const choices = found.length > 0 ? found : active.segments;
  const names = choices.map((segment) => `${segment.number} ${nameOf(segment, locale)}`);
  const actions = choices.slice(0, 4).map((segment, i) => ({
    label: names[i] ?? "",
    line: meant.rewrite(String(segment.number)),
  }));
  throw found.length > 0
    ? new UserError(says.ambiguousSegment(meant.text, format.either(names)), { actions })
    : new UserError(says.noSuchSegment(meant.text, numbersOf(active.segments, format)), { actions });
}

/** By number; else by whole name, else by its beginning, in any language. */
export function matchingSegments(segments: readonly Segment[], text: string): readonly Segment[] {
  if (isNumber(text)) return segments.filter(({ number }) => number === Number(text.replace("#", "")));
  const said = fold(text);
  const named = (test: (name: string) => boolean) =>
    segments.filter((segment) => allNames(segment).some((name) => test(fold(name))));
  const whole = named((name) => name === said);
  if (whole.length > 0 || said === "") return whole;
  return named((name) => name.startsWith(said));
}

function allNames(segment: Segment): readonly string[] {
  const own = segment.customName === null ? [] : [segment.customName];
  return [...own, ...locales.map((locale) => segment.names[locale])];
}

/** "1–5" where the numbers run, else each of them. */
function numbersOf(segments: readonly Segment[], format: Format): string {
  const numbers = segments.map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return format.number(0);
  return last - first === numbers.length - 1 && numbers.length > 2
    ? `${first}–${last}`
    : format.list(numbers.map(String));
}
