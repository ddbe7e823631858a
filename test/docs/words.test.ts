import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { locales } from "../../src/lib/locale.ts";

const root = new URL("../../src/", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith("words.ts") && path !== "lib/words.ts",
);

/** What is called the same in every language. */
const names = /PostgreSQL|Node\.js|DBSCAN|k-means|PCA|autoencoder/giu;
/** Words and lines that English shares with another language. */
const shared = new Set(
  "Id,No,no,Club,(personal),plan,Variable,roles,club,club 500,club 10%,club [N | P%]".split(","),
);

/** Every phrase of a value by where it stands; of a function its source, which holds the phrase. */
function phrasesOf(value: unknown, place = ""): readonly (readonly [place: string, phrase: string])[] {
  if (typeof value === "string" || typeof value === "function") return [[place, String(value)]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => phrasesOf(part, `${place}.${key}`));
}

/** What a reader reads of it: no parameters, and of what is filled in only its own texts. */
function readable(phrase: string): string {
  return phrase
    .replace(/^\(?[\w\s,:{}]*\)?\s*=>/u, "")
    .replaceAll(/\$\{[^}]*\}/gu, (filled) => (filled.match(/"[^"]*"/gu) ?? []).join(" "));
}

/** A text of nothing, or a function that gives one. */
function isEmpty(phrase: string): boolean {
  return /^(?:[^"'`$]*=>)?[\s"'`]*$/u.test(phrase);
}

/** Whether it can be read the same in two languages. */
function isCommon(text: string): boolean {
  return shared.has(text) || !/\p{L}/u.test(text.replaceAll(names, ""));
}

describe.each(files)("the words in %s", (file) => {
  it("stand in every language: none is empty, and none was left in English", async () => {
    const exported = Object.entries((await import(new URL(file, root).href)) as Record<string, unknown>);
    for (const [name, value] of exported) {
      if (typeof value !== "object" || value === null || !locales.every((locale) => locale in value))
        continue;
      const { en, ...others } = value as Readonly<Record<string, unknown>>;
      const english = new Map(phrasesOf(en, name));
      for (const [locale, words] of Object.entries(others)) {
        for (const [place, phrase] of phrasesOf(words, name)) {
          const text = readable(phrase);
          expect([locale, place, isEmpty(phrase)]).toEqual([locale, place, false]);
          const isLeft = phrase === english.get(place) && !isCommon(text);
          expect([locale, place, isLeft ? phrase : ""]).toEqual([locale, place, ""]);
        }
      }
    }
  });
});
