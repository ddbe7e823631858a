import { editDistance } from "../../lib/edit-distance.ts";

/**
 * A header as a stable name in snake case: accents, brackets, capitals and signs folded.
 *
 * @example
 * snakeCase("MntMeatProducts"); // => "mnt_meat_products"
 */
export function snakeCase(header: string): string {
  return header
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[ºª°]/g, "")
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1_$2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "");
}

/** How a header was recognized; the confidence is what a person is shown, in [0, 1]. */
export type HeaderMatch<T> = {
  readonly meaning: T;
  readonly why: "exact" | "spelling" | "part";
  readonly confidence: number;
};

/** How far from the letter a header may be; what is kept loose for roles, which their cells confirm, is not for names. */
export type Leniency = {
  /** Words shorter than this must be spelled right. */
  readonly shortest: number;
  /** Whether a known word inside of a longer header counts. */
  readonly parts: boolean;
};

const lenient: Leniency = { shortest: 5, parts: true };

/**
 * The meaning of a header among words with known meanings: the same word, else the nearest within its allowed
 * typing errors (one from 5 letters on, two from 10), else a word that is part of it.
 * Digits must agree: `accepted_cmp3` is no misspelling of `accepted_cmp4`.
 *
 * @param words Snake-case words → meaning.
 * @returns undefined when nothing is near, or when two meanings are equally near.
 * @example
 * matchHeader("conplain", new Map([["complain", "complaints"]]))?.meaning; // => "complaints"
 */
export function matchHeader<T>(
  header: string,
  words: ReadonlyMap<string, T>,
  leniency: Leniency = lenient,
): HeaderMatch<T> | undefined {
  const name = snakeCase(header);
  const joined = name.replaceAll("_", "");
  for (const [word, meaning] of words) {
    if (word.replaceAll("_", "") === joined) return { meaning, why: "exact", confidence: 1 };
  }
  const near = joined.length < leniency.shortest ? undefined : nearest(joined, words);
  return near ?? (leniency.parts ? part(name, words) : undefined);
}

function nearest<T>(joined: string, words: ReadonlyMap<string, T>): HeaderMatch<T> | undefined {
  const allowed = joined.length >= 10 ? 2 : 1;
  let best: { meaning: T; distance: number } | undefined;
  let tie = false;
  for (const [word, meaning] of words) {
    const compared = word.replaceAll("_", "");
    if (Math.abs(compared.length - joined.length) > allowed || digitsOf(compared) !== digitsOf(joined))
      continue;
    const distance = editDistance(joined, compared);
    if (distance > allowed || (best !== undefined && distance > best.distance)) continue;
    tie = best !== undefined && distance === best.distance && best.meaning !== meaning;
    best = { meaning, distance };
  }
  if (best === undefined || tie) return undefined;
  return { meaning: best.meaning, why: "spelling", confidence: best.distance === 1 ? 0.8 : 0.6 };
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}

/** The longest known word that stands whole in the header: `total_invoice_amount_eur` holds `invoice_amount`. */
function part<T>(name: string, words: ReadonlyMap<string, T>): HeaderMatch<T> | undefined {
  let best: { meaning: T; length: number } | undefined;
  for (const [word, meaning] of words) {
    if (word.length < 4 || !`_${name}_`.includes(`_${word}_`)) continue;
    if (best === undefined || word.length > best.length) best = { meaning, length: word.length };
  }
  return best === undefined ? undefined : { meaning: best.meaning, why: "part", confidence: 0.5 };
}
